import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, refusalResponse } from '#app/platform/respond.server.ts'

const early = ['cross-site', 'too-large', 'file-too-large'] as const

/** Where the server sends what it refuses, or what breaks, before any route is reached: one error page shows them all. */
export function loader({ params }: LoaderFunctionArgs): never {
  if (params.code === 'broken') throw new Response(null, { status: 500 })
  const code = early.find((one) => one === params.code)
  throw code ? refusalResponse({ ok: false, code, facts: {} }) : notFound()
}

export default function Refused() {
  return null
}
