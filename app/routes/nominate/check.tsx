import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { denied } from '#app/domain/result.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { listMissing } from '#app/features/nominations/forms.ts'
import { findNominationOfDraft } from '#app/features/nominations/queries.server.ts'
import { draftHeaders, draftPage, hindranceOf, mayPost, requireDraft } from '#app/features/nominations/ring.server.ts'
import { sendDraft } from '#app/features/nominations/sending.commands.server.ts'
import { AnswersList } from '#app/features/nominations/ui/answers-list.tsx'
import { stepTitle } from '#app/features/nominations/step-view.ts'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink, TextLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

export const headers = draftHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, draft, asked, edition } = await requireDraft(args)
  const { status, hindered } = hindranceOf(edition)
  const sent = await findNominationOfDraft(ctx, draft.id)
  if (sent?.state === 'withdrawn') throw redirect(`/nominate/${draft.id}/sent`)
  const missing = listMissing(asked, draft.answers).map(({ step, sentence }) => ({ slug: step.slug, title: stepTitle(step, draft.answers.name ?? ''), sentence }))
  return draftPage({ draftId: draft.id, asked, answers: draft.answers, missing, edition: edition.slug, sent: sent !== undefined, hindered }, status)
}

/** Sends the nomination, or what was changed in one sent before. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, draft, asked, edition } = await requireDraft(args)
  const form = await readForm(args.request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  if (!mayPost(args)) return refusedForm(denied('too-many', { minutes: 10 }))
  const sent = await sendDraft(ctx, edition, asked, draft)
  return sent.ok ? seeOther(`/nominate/${draft.id}/sent`) : refusedForm(sent)
}

export const meta: MetaFunction = () => [{ title: 'Check your answers – Nominate – Celebrating Excellence in Care' }]

export default function Check() {
  const { draftId, asked, answers, missing, edition, sent, hindered } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const ready = missing.length === 0 && !hindered
  return (
    <PublicFrame width="text" here={`/${edition}/nominate`}>
      <BackLink href={sent ? `/nominate/${draftId}/sent` : `/nominate/${draftId}/you`} />
      {hindered ? <Notice tone="warning" title={hindered} /> : <ErrorSummary errors={again?.errors ?? {}} />}
      <PageTitle>Check your answers</PageTitle>
      {ready && <Lead>{sent ? 'Change what you like, then save it.' : 'Read it through once. You can change anything.'}</Lead>}
      {missing.length > 0 && !hindered && (
        <Notice tone="warning" title="Before you can send it">
          <ul className="grid gap-2">
            {missing.map(({ slug, title, sentence }) => (
              <li key={slug}><TextLink href={`/nominate/${draftId}/${slug}?change`}>{title}</TextLink> {sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <AnswersList asked={asked} answers={answers} changeHref={hindered ? undefined : (step) => `/nominate/${draftId}/${step.slug}?change`} />
      {ready && (
        <Form>
          <p>We use what you wrote to run these awards, and we tell {answers.name} that they have been nominated. Read <a href="/privacy">what we do with it</a>.</p>
          <ButtonRow>
            <Button>{sent ? 'Save changes' : 'Send nomination'}</Button>
          </ButtonRow>
        </Form>
      )}
    </PublicFrame>
  )
}
