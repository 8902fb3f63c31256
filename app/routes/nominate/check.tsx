import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { listMissing, sendForm } from '#app/features/nominations/forms.ts'
import { allowUse, isCrowded } from '#app/features/nominations/limits.server.ts'
import { isOneself } from '#app/features/nominations/journey.ts'
import { draftPath, filePath } from '#app/features/nominations/paths.ts'
import { findNominationOfDraft } from '#app/features/nominations/queries.server.ts'
import { draftHeaders, draftPage, hindranceOf, requireDraft } from '#app/features/nominations/ring.server.ts'
import { sendDraft } from '#app/features/nominations/sending.commands.server.ts'
import { hasUnsentChanges } from '#app/features/nominations/status.server.ts'
import { AnswersList } from '#app/features/nominations/ui/answers-list.tsx'
import { UnsentChanges } from '#app/features/nominations/ui/status.tsx'
import { stepTitle } from '#app/features/nominations/step-view.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form, Trap } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink, TextLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

export const headers = draftHeaders

export async function loader(args: LoaderFunctionArgs) {
  const open = await requireDraft(args)
  const { ctx, draft, asked, edition, sent } = open
  if (sent?.state === 'withdrawn') throw redirect(draftPath(draft.id, 'sent'))
  const { status, hindered } = hindranceOf(open)
  const changed = sent !== undefined && (await hasUnsentChanges(ctx, asked, sent))
  const missing = listMissing(asked, draft.answers).map(({ step, sentence }) => ({ slug: step.slug, title: stepTitle(step, draft.answers.name ?? ''), sentence }))
  return draftPage({ draftId: draft.id, asked, answers: draft.answers, missing, edition: edition.slug, sent: sent !== undefined, changed, hindered }, status)
}

/** Sends the nomination, or what was changed in one sent before. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, draft, asked, edition, sent } = await requireDraft(args)
  const form = await readForm(args.request, sendForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const allowed = allowUse(args.context, 'page')
  if (!allowed.ok) return refusedForm(allowed)
  const signs = { trapped: form.value.website !== '', crowded: isCrowded(args.context, draft.answers.nominatorEmail ?? '') }
  const done = await sendDraft(ctx, edition, asked, draft, { signs })
  if (!done.ok) return refusedForm(done)
  const inForce = sent && (await findNominationOfDraft(ctx, draft.id)) // what another press has just sent first is no change
  return seeOther(`${draftPath(draft.id, 'sent')}?done=${inForce && inForce.version > 1 ? 'changed' : 'sent'}`)
}

export const meta: MetaFunction = () => [{ title: `Check your answers – Nominate – ${siteName}` }]

export default function Check() {
  const { draftId, asked, answers, missing, edition, sent, changed, hindered } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const ready = missing.length === 0 && !hindered
  const mayAttach = !hindered && (asked.attachments || answers.attachment)
  return (
    <PublicFrame width="text" here={`/${edition}/nominate`}>
      <BackLink href={draftPath(draftId, sent ? 'sent' : asked.attachments ? 'attachment' : 'you')} />
      {hindered ? <Notice tone="warning" title={hindered} /> : <ErrorSummary errors={again?.errors ?? {}} />}
      <PageTitle>Check your answers</PageTitle>
      {ready && !changed && <Lead>{sent ? 'This is what you sent. Change what you like, then send your changes.' : 'Read it through once. You can change anything.'}</Lead>}
      {ready && changed && <UnsentChanges mayEdit />}
      {missing.length > 0 && !hindered && (
        <Notice tone="warning" title={sent ? 'Before you can send your changes' : 'Before you can send it'}>
          <ul className="grid gap-2">
            {missing.map(({ slug, title, sentence }) => (
              <li key={slug}><TextLink href={draftPath(draftId, slug, true)}>{title}</TextLink> {sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <AnswersList reader="nominator" asked={asked} answers={answers} changeHref={hindered ? undefined : (step) => draftPath(draftId, step.slug, true)}
        file={{ keep: answers.attachment && filePath(draftId, answers.attachment), change: mayAttach ? draftPath(draftId, 'attachment', true) : undefined }} />
      {ready && (changed || !sent) && (
        <Form resend>
          <Trap name="website" />
          <p>We use what you wrote to run these awards{!isOneself(answers) && `, and we tell ${answers.name} that they have been nominated`}. Read <a href="/privacy">what we do with it</a>.</p>
          <ButtonRow>
            <Button>{sent ? 'Send my changes' : 'Send nomination'}</Button>
          </ButtonRow>
        </Form>
      )}
    </PublicFrame>
  )
}
