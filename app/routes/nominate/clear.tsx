import type { ActionFunctionArgs } from '@remix-run/node'
import { clearRing } from '#app/features/nominations/ring.server.ts'
import { notFound, seeOther } from '#app/platform/respond.server.ts'

export function loader(): never {
  throw notFound()
}

/** "Finish and clear this device": the next person at a shared tablet sees nothing. Drafts themselves stay. */
export async function action({ context: { cookies } }: ActionFunctionArgs) {
  return seeOther('/', await clearRing(cookies))
}

/** Never shown: without one, whoever comes by link would be answered in JSON. */
export default function Clear() {
  return null
}
