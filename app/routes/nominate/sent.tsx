import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { findNominationOfDraft } from '#app/features/nominations/queries.server.ts'
import { draftHeaders, draftPage, requireDraft } from '#app/features/nominations/ring.server.ts'
import { getStatus } from '#app/features/nominations/status.server.ts'
import { NominationStatus } from '#app/features/nominations/ui/status.tsx'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'
import { ConfirmationPanel } from '#app/ui/panel.tsx'

export const headers = draftHeaders

/** Safe to refresh, to keep and to come back to: it only reads what was sent from this draft. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, draft, asked, edition } = await requireDraft(args)
  const nomination = await findNominationOfDraft(ctx, draft.id)
  if (!nomination) throw redirect(`/nominate/${draft.id}`)
  return draftPage({
    facts: await getStatus(ctx, edition, asked, nomination),
    draftId: draft.id, edition: edition.slug, email: nomination.nominator_email, phone: edition.settings.host.phone,
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Your nomination is ${data?.facts.withdrawn ? 'withdrawn' : 'in'} – Celebrating Excellence in Care` },
]

export default function Sent() {
  const { facts, draftId, edition, email, phone } = useLoaderData<typeof loader>()
  return (
    <PublicFrame width="text" here={`/${edition}/nominate`}>
      <ConfirmationPanel
        level={1}
        title={facts.withdrawn ? `Your nomination for ${facts.nominee} is withdrawn.` : `Thank you. Your nomination for ${facts.nominee} is in.`}
        reference={{ label: 'Your reference', value: facts.reference }}
      >
        {email ? <p>We have sent a receipt to {email}.</p> : <p>Write the reference down. You have given no email address, so we will ring you if we need you.</p>}
      </ConfirmationPanel>
      <NominationStatus facts={facts} showReference={false} />
      <section className="grid gap-4 print:hidden">
        <SectionTitle>What you can do</SectionTitle>
        {facts.mayEdit && <p>You can change it until {facts.editUntil}. If you want to change it later, ring {phone}.</p>}
        <ButtonRow>
          {facts.mayEdit && <LinkButton href={`/nominate/${draftId}/check`} variant="secondary">Change my nomination</LinkButton>}
          <LinkButton href={`/${edition}/nominate`} variant="secondary">Nominate someone else</LinkButton>
          {facts.mayWithdraw && <LinkButton href={`/nominate/${draftId}/withdraw`} variant="quiet">Withdraw it</LinkButton>}
        </ButtonRow>
        <Form action="/nominate/clear">
          <p>Are you on a shared phone, tablet or computer?</p>
          <div><Button variant="quiet">Finish and clear this device</Button></div>
        </Form>
      </section>
    </PublicFrame>
  )
}
