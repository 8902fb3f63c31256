import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { noteReceiptGiven } from '#app/features/assisted/commands.server.ts'
import { requireNomination } from '#app/features/assisted/guard.server.ts'
import { nominationPath } from '#app/features/assisted/paths.ts'
import { canBegin } from '#app/features/assisted/policy.ts'
import { findAssistedOf } from '#app/features/assisted/queries.server.ts'
import { BeginAnother } from '#app/features/assisted/ui/begin-another.tsx'
import { Say } from '#app/features/assisted/ui/say.tsx'
import { spelled } from '#app/features/assisted/words.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { getAsked } from '#app/features/nominations/queries.server.ts'
import { getStatus } from '#app/features/nominations/status.server.ts'
import { NominationStatus } from '#app/features/nominations/ui/status.tsx'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

/** What the nominator is told now, and what is still to be posted. Safe to come back to and to print. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, nomination } = await requireNomination(args)
  const assisted = await findAssistedOf(ctx, nomination)
  return {
    slug: edition.slug, id: nomination.id, facts: await getStatus(ctx, edition, await getAsked(ctx, edition), nomination), email: nomination.nominator_email,
    spelled: spelled(nomination.reference), draftId: assisted?.draft_id, channel: assisted?.channel, route: assisted?.receipt ?? undefined,
    isGiven: Boolean(assisted?.receipt_given_at), mayBegin: canBegin(ctx.actor, edition, false).ok, done: saidDone(args.request, said),
  }
}

const said = { given: 'Noted.' }

/** Notes that the receipt was given. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, nomination } = await requireNomination(args)
  const form = await readForm(args.request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const noted = await noteReceiptGiven(ctx, edition, nomination)
  return noted.ok ? seeOther(`${nominationPath(edition.slug, nomination.id, 'receipt')}?done=given`) : refusedForm(noted)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Receipt ${data?.facts.reference ?? ''} – Nominations – ${siteName}` }]

export default function NominationReceipt() {
  const { slug, id, facts, email, spelled: aloud, draftId, channel, route, isGiven, mayBegin, done } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const toGive = route !== undefined && route !== 'email' && !isGiven
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/nominations`} width="text">
      <BackLink href={nominationPath(slug, id)}>The nomination</BackLink>
      {again ? <ErrorSummary errors={again.errors} /> : done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption="Receipt">{facts.reference}</PageTitle>
      {channel !== 'paper' && (
        <Say>
          <p>Thank you. Your nomination for {facts.nominee} is in.</p>
          <p>Your reference is <strong className="whitespace-nowrap">{aloud}</strong>. Ring us with it if you want to change something{facts.mayEdit && `, until ${facts.editUntil}`}, or to hear how it stands.</p>
        </Say>
      )}
      {email && <p>A receipt goes to {email}.</p>}
      <ButtonRow>
        <LinkButton href={nominationPath(slug, id, 'receipt.pdf')} variant={route === 'letter' && toGive ? 'primary' : 'secondary'}>Letter to print</LinkButton>
        {draftId && mayBegin && <BeginAnother slug={slug} from={draftId} channel={channel ?? 'phone'} label="Another one by the same person" />}
        {channel === 'paper' && mayBegin && <BeginAnother slug={slug} channel="paper" label="Next paper form" />}
      </ButtonRow>
      {toGive && (
        <section className="grid gap-4 print:hidden">
          <SectionTitle>{route === 'letter' ? 'When the letter is in the post' : 'When they have the reference'}</SectionTitle>
          <Form><div><Button variant="secondary">{route === 'letter' ? 'The letter is posted' : 'I have told them'}</Button></div></Form>
        </section>
      )}
      <NominationStatus facts={facts} showReference />
    </OrganiserFrame>
  )
}
