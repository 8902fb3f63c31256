import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refusalOf } from '#app/domain/refusals.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { pathWith } from '#app/features/people/paths.ts'
import { landingOf } from '#app/features/people/policy.ts'
import { peekAccount } from '#app/features/people/queries.server.ts'
import { browserOf } from '#app/features/people/session.server.ts'
import { signInByLink } from '#app/features/people/sign-in.commands.server.ts'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { formAgain, ownPath, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'

function destination(request: Request): string {
  return ownPath(new URL(request.url).searchParams.get('to'), '')
}

/** Mail scanners look at links before people do: looking uses nothing up. */
export async function loader({ context: { ctx }, params, request }: LoaderFunctionArgs) {
  const to = destination(request)
  const found = await peekAccount(ctx, 'sign-in', params.token ?? '')
  if (found.ok) return { firstName: found.value.name.split(' ')[0] ?? '', askAgain: '' }
  // A second click on a link that worked.
  if (ctx.actor.kind === 'account') throw redirect(to || landingOf(ctx.actor))
  return data({ firstName: '', askAgain: pathWith('/sign-in', { to }) }, { status: refusalOf(found.code).status })
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const entered = await signInByLink(context.ctx, browserOf(context, request), params.token ?? '')
  if (!entered.ok) return refusedForm(entered)
  return seeOther(destination(request) || landingOf(entered.value.account), { 'Set-Cookie': entered.value.setCookie })
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `${found?.firstName ? `Sign in as ${found.firstName}` : 'This link no longer works'} – Sign in – ${siteName}` },
]

export default function Link() {
  const { firstName, askAgain } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors ?? {}
  return (
    <PublicFrame width="form">
      {firstName && <ErrorSummary errors={errors} />}
      {firstName ? <Welcome firstName={firstName} /> : <Ended askAgain={askAgain} />}
    </PublicFrame>
  )
}

function Welcome({ firstName }: { firstName: string }) {
  return (
    <>
      <PageTitle caption="Sign in">Hello {firstName}</PageTitle>
      <Lead>You are about to sign in on this device.</Lead>
      <Form>
        <div><Button>Sign in as {firstName}</Button></div>
      </Form>
    </>
  )
}

/** Used, too old, ended by a newer one, or copied in part. */
function Ended({ askAgain }: { askAgain: string }) {
  return (
    <>
      <PageTitle caption="Sign in">This link no longer works</PageTitle>
      <Lead>Each link works once, within ten minutes, and a newer one ends it. If you copied the address, some of it may be missing.</Lead>
      <p><LinkButton href={askAgain}>Ask for a new link</LinkButton></p>
    </>
  )
}
