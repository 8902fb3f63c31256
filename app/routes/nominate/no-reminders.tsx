import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { oneClickForm } from '#app/features/nominations/forms.ts'
import { stopReminders } from '#app/features/nominations/reminders.commands.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { peekLink } from '#app/platform/links.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'

/** A mail program posts from wherever it is, and its user may never see this page. */
export const handle = { anyOrigin: true }

/** Mail scanners open links: looking stops nothing. */
export async function loader({ context: { ctx }, params, request }: LoaderFunctionArgs) {
  const link = await peekLink(ctx, 'no-reminders', params.token ?? '')
  if (!link.ok) return data({ state: 'unknown' as const }, { status: 404 })
  return { state: new URL(request.url).searchParams.get('done') === 'stopped' ? ('stopped' as const) : ('asking' as const) }
}

/** By the page's own button, or by that of a mail program, which follows no redirect and shows nobody our answer. */
export async function action({ context: { ctx }, params, request }: ActionFunctionArgs) {
  const form = await readForm(request, oneClickForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { token = '' } = params
  const stopped = await stopReminders(ctx, token)
  if (!stopped.ok) return refusedForm(stopped)
  return form.value['List-Unsubscribe'] ? null : seeOther(`/nominate/no-reminders/${token}?done=stopped`)
}

const titles = { asking: 'Have no more reminders?', stopped: 'No more reminders', unknown: 'This link does not work' }

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${titles[page?.state ?? 'unknown']} – Nominate – ${siteName}` }]

export default function NoReminders() {
  const { state } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <PublicFrame width="form">
      {state === 'asking' && <ErrorSummary errors={again?.errors ?? {}} />}
      <PageTitle>{titles[state]}</PageTitle>
      {state === 'unknown' && <Lead>If you copied the address, some of it may be missing. Open the link in our message again.</Lead>}
      {state === 'stopped' && <Lead>We do not remind you of unsent nominations again. What you wrote stays where it is, and you can still send it.</Lead>}
      {state === 'asking' && (
        <>
          <Lead>We then send no reminders of unsent nominations to your email address. What you wrote stays where it is, and you can still send it.</Lead>
          <Form>
            <div><Button>Stop the reminders</Button></div>
          </Form>
        </>
      )}
    </PublicFrame>
  )
}
