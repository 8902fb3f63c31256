import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { canWithdraw } from '#app/features/nominations/policy.ts'
import { isSealedOver } from '#app/features/nominations/queries.server.ts'
import { draftPath } from '#app/features/nominations/paths.ts'
import { draftHeaders, draftPage, requireDraft } from '#app/features/nominations/ring.server.ts'
import { withdrawNomination } from '#app/features/nominations/sending.commands.server.ts'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { formAgain, need, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, Prose } from '#app/ui/heading.tsx'

export const headers = draftHeaders

async function requireSent(args: LoaderFunctionArgs) {
  const open = await requireDraft(args)
  if (!open.sent) throw notFound()
  return { ...open, nomination: open.sent }
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, draft, edition, nomination } = await requireSent(args)
  if (nomination.state === 'withdrawn') throw redirect(draftPath(draft.id, 'sent'))
  need(canWithdraw(nomination, await isSealedOver(ctx, nomination)))
  return draftPage({ draftId: draft.id, edition: edition.slug, reference: nomination.reference, nominee: draft.answers.name ?? '' })
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, draft, edition, nomination } = await requireSent(args)
  const form = await readForm(args.request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const done = await withdrawNomination(ctx, edition, nomination)
  if (!done.ok && done.code !== 'already-withdrawn') return refusedForm(done)
  return seeOther(`${draftPath(draft.id, 'sent')}${done.ok ? '?done=withdrawn' : ''}`)
}

export const meta: MetaFunction = () => [{ title: `Withdraw your nomination – ${siteName}` }]

export default function Withdraw() {
  const { draftId, edition, reference, nominee } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <PublicFrame width="form" here={`/${edition}/nominate`}>
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle caption={reference}>Withdraw your nomination for {nominee}?</PageTitle>
      <Lead>It leaves the awards, and it cannot be sent again.</Lead>
      <Prose>
        <p>If anyone else has nominated {nominee}, their nominations stay.</p>
      </Prose>
      <Form>
        <ButtonRow>
          <Button variant="danger">Withdraw nomination</Button>
          <LinkButton href={draftPath(draftId, 'sent')} variant="secondary">Keep it</LinkButton>
        </ButtonRow>
      </Form>
    </PublicFrame>
  )
}
