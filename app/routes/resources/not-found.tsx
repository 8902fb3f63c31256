import { notFound } from '#app/platform/respond.server.ts'

export function loader(): never {
  throw notFound()
}

export default function NotFound() {
  return null
}
