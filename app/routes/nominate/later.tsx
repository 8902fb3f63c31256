import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { remindersAhead } from '#app/domain/draft-clock.ts'
import { momentText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { Contact } from '#app/features/editions/ui/contact.tsx'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { mailWayBack } from '#app/features/nominations/drafts.commands.server.ts'
import { allowMail } from '#app/features/nominations/limits.server.ts'
import { draftPath, isChanging } from '#app/features/nominations/paths.ts'
import { emailForm } from '#app/features/people/forms.ts'
import { draftHeaders, draftPage, requireDraft } from '#app/features/nominations/ring.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, Prose } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

export const headers = draftHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { draft, edition, sent } = await requireDraft(args)
  return draftPage({
    back: draftPath(draft.id, '', isChanging(args.request)), edition: edition.slug, email: draft.answers.nominatorEmail ?? '', host: edition.settings.host,
    closes: momentText(edition.closes_at, edition.time_zone), reminders: sent ? [] : remindersAhead(edition, edition.now),
  })
}

/** Mails a link and a code to the address given. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, draft, edition } = await requireDraft(args)
  const form = await readForm(args.request, emailForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const allowed = allowMail(args.context, draft.id)
  if (!allowed.ok) return refusedForm(allowed, form.values)
  const { request } = await mailWayBack(ctx, edition, draft, form.value.email)
  return seeOther(`/nominate/code?request=${request}`)
}

export const meta: MetaFunction = () => [{ title: `Save and come back later – Nominate – ${siteName}` }]

export default function Later() {
  const { back, edition, email, host, closes, reminders } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const errors = again?.errors ?? {}
  return (
    <PublicFrame width="form" here={`/${edition}/nominate`}>
      <BackLink href={back} />
      <ErrorSummary errors={errors} />
      <PageTitle>Save and come back later</PageTitle>
      <Lead>What you have written is saved on this device already. To go on with another phone or computer, have a link and a code sent to you.</Lead>
      <p>Each works once, for ten minutes. Whenever you come back later than that, <a href="/nominate/new-link">ask for a new link</a>. Nominations close at {closes}; what is sent by then counts.</p>
      <Form>
        <TextField name="email" type="email" label="Your email address" value={String(again?.values.email ?? email)} error={errors.email} autoComplete="email" spellCheck={false} />
        <div><Button>Send me the link</Button></div>
      </Form>
      <Prose>
        {reminders.length > 0 && <p>If your nomination is not sent yet {reminders.includes('week') ? 'a week before nominations close, and a day before' : 'a day before nominations close'}, we remind you at this address. Each reminder says how to have no more.</p>}
        <p>No email? Come back to this device: the first page of the form leads on from here. Or we can write it down for you. To ask, <Contact host={host} />.</p>
      </Prose>
    </PublicFrame>
  )
}
