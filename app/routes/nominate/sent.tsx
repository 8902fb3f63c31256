import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { draftPath, filePath } from '#app/features/nominations/paths.ts'
import { canSend } from '#app/features/nominations/policy.ts'
import { draftHeaders, draftPage, requireDraft } from '#app/features/nominations/ring.server.ts'
import { getStatus, type StatusFacts } from '#app/features/nominations/status.server.ts'
import { Begin } from '#app/features/nominations/ui/begin.tsx'
import { NominationStatus } from '#app/features/nominations/ui/status.tsx'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'
import { ConfirmationPanel } from '#app/ui/panel.tsx'

export const headers = draftHeaders

/** Safe to refresh, to keep and to come back to: it only reads what was sent from this draft. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, draft, asked, edition, sent } = await requireDraft(args)
  if (!sent) throw redirect(draftPath(draft.id))
  const facts = await getStatus(ctx, edition, asked, sent)
  const changed = new URL(args.request.url).searchParams.get('done') === 'changed' && facts.versions > 1 // pressed twice at the first sending, nothing was changed
  return draftPage({ facts, changed, draftId: draft.id, edition: edition.slug, open: canSend(edition).ok, email: sent.nominator_email, phone: edition.settings.host.phone })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Your nomination is ${data?.facts.withdrawn ? 'withdrawn' : 'in'} – ${siteName}` },
]

function titleOf({ withdrawn, nominee }: StatusFacts, changed: boolean): string {
  if (withdrawn) return `Your nomination for ${nominee} is withdrawn.`
  return changed ? `Thank you. Your changes to your nomination for ${nominee} are in.` : `Thank you. Your nomination for ${nominee} is in.`
}

export default function Sent() {
  const { facts, changed, draftId, edition, open, email, phone } = useLoaderData<typeof loader>()
  return (
    <PublicFrame width="text" here={`/${edition}/nominate`}>
      <ConfirmationPanel
        level={1}
        title={titleOf(facts, changed)}
        reference={{ label: 'Your reference', value: facts.reference }}
      >
        {email ? <p>We have sent {changed ? 'a message about it' : 'a receipt'} to {email}.</p> : <p>Write the reference down. You have given no email address, so we will ring you if we need you.</p>}
      </ConfirmationPanel>
      <NominationStatus facts={facts} showReference={false} keep={facts.attachment && filePath(draftId, facts.attachment)} />
      <section className="grid gap-4 print:hidden">
        <SectionTitle>What you can do</SectionTitle>
        {facts.mayEdit && <p>You can change it until {facts.editUntil}. If you want to change it later, ring {phone}.</p>}
        <ButtonRow>
          {facts.mayEdit && (
            <LinkButton href={draftPath(draftId, 'check')} variant={facts.unsentChanges ? 'primary' : 'secondary'}>
              {facts.unsentChanges ? 'Check and send my changes' : 'Change my nomination'}
            </LinkButton>
          )}
          {open && <Begin slug={edition} label="Nominate someone else" variant="secondary" from={draftId} />}
          {facts.mayWithdraw && <LinkButton href={draftPath(draftId, 'withdraw')} variant="quiet">Withdraw it</LinkButton>}
        </ButtonRow>
        <Form action="/nominate/clear">
          <p>Are you on a shared phone, tablet or computer?</p>
          <div><Button variant="quiet">Finish and clear this device</Button></div>
        </Form>
      </section>
    </PublicFrame>
  )
}
