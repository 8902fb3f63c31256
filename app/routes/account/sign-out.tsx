import type { ActionFunctionArgs } from '@remix-run/node'
import { signOut } from '#app/features/people/sign-in.commands.server.ts'
import { browserOf } from '#app/features/people/session.server.ts'
import { signedOut } from '#app/features/people/signed-out.server.ts'
import { notFound } from '#app/platform/respond.server.ts'

export function loader(): never {
  throw notFound()
}

export async function action({ context, request }: ActionFunctionArgs) {
  return signedOut(await signOut(context.ctx, browserOf(context, request)))
}

export default function SignOut() {
  return null
}
