import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sessionLimits } from '#app/domain/sessions.ts'
import { spanText, stampText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { AccountFrame } from '#app/features/editions/ui/frames.tsx'
import { useSite } from '#app/features/editions/ui/site.ts'
import { getOwnRoles, type OwnRole } from '#app/features/people/account.queries.server.ts'
import { requireAccount } from '#app/features/people/guard.server.ts'
import { listSessions } from '#app/features/people/queries.server.ts'
import { browserOf, findSessionHash } from '#app/features/people/session.server.ts'
import { signOutEverywhere } from '#app/features/people/sign-in.commands.server.ts'
import { signedOut } from '#app/features/people/signed-out.server.ts'
import { SessionsTable } from '#app/features/people/ui/sessions-table.tsx'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { formAgain } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, account } = requireAccount(args)
  const here = await findSessionHash(browserOf(args.context, args.request))
  const { roles, zone } = await getOwnRoles(ctx, account)
  const sessions = (await listSessions(ctx, account.accountId)).map((session) => ({
    key: session.startedAt + session.idHash.slice(0, 6),
    started: stampText(session.startedAt, zone),
    lastSeen: stampText(session.lastSeenAt, zone),
    here: session.idHash === here,
  }))
  const { idleMs, absoluteMs } = sessionLimits(account.grants.map((grant) => grant.role))
  return { name: account.name, email: account.email, roles, sessions, idle: spanText(idleMs), atMost: spanText(absoluteMs) }
}

/** Signs out in every browser: for a lost phone, or a session that is not one's own. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, account } = requireAccount(args)
  const form = await readForm(args.request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  return signedOut(await signOutEverywhere(ctx, browserOf(args.context, args.request), account))
}

export const meta: MetaFunction = () => [{ title: `Your account – ${siteName}` }]

export default function AccountPage() {
  const { name, email, roles, sessions, idle, atMost } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <AccountFrame>
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle caption="Your account">{name}</PageTitle>
      <Lead>You are signed in with {email}.</Lead>
      <SectionTitle>What you can do</SectionTitle>
      {roles.length > 0 ? <RoleList roles={roles} /> : <NoRoles />}
      <SectionTitle>Where you are signed in</SectionTitle>
      <p>You are signed out after {idle} without use, and {atMost} after signing in. If you see a browser here that is not yours, sign out everywhere.</p>
      <SessionsTable sessions={sessions} />
      <Form>
        <div><Button variant="secondary">Sign out everywhere</Button></div>
      </Form>
    </AccountFrame>
  )
}

function RoleList({ roles }: { roles: OwnRole[] }) {
  return (
    <ul className="grid gap-6">
      {roles.map((role) => (
        <li key={role.where + role.name} className="grid max-w-text gap-1">
          <h3 className="text-h3 font-bold">{role.name}, {role.where}</h3>
          <p>{role.can}</p>
          {role.link && <p><a href={role.link.href} className="inline-flex min-h-11 items-center font-bold">{role.link.label}</a></p>}
        </li>
      ))}
    </ul>
  )
}

function NoRoles() {
  const { email } = useSite()
  return <p>You have no role in the awards at present. {email && <>If that is not right, write to <a href={`mailto:${email}`}>{email}</a>.</>}</p>
}
