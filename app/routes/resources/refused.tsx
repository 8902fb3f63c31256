import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, refusalResponse } from '#app/platform/respond.server.ts'

const early = ['cross-site', 'too-large'] as const

/** Where the server sends what it refuses before any route is reached, so that one error page shows every refusal. */
export function loader({ params }: LoaderFunctionArgs): never {
  const code = early.find((one) => one === params.code)
  throw code ? refusalResponse({ ok: false, code, facts: {} }) : notFound()
}

export default function Refused() {
  return null
}
