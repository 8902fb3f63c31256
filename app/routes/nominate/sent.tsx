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
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'
import { ConfirmationPanel } from '#app/ui/panel.tsx'

export const headers = draftHeaders

/** Safe to refresh, to keep and to come back to: it only reads what was sent from this draft. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, draft, asked, edition, sent } = await requireDraft(args)
  if (!sent) throw redirect(draftPath(draft.id))
  const facts = await getStatus(ctx, edition, asked, sent)
  return draftPage({ facts, done: doneIn(args.request, facts), draftId: draft.id, edition: edition.slug, open: canSend(edition).ok, email: sent.nominator_email, phone: edition.settings.host.phone })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Your nomination is ${data?.facts.withdrawn ? 'withdrawn' : 'in'} – ${siteName}` },
]

type Done = 'sent' | 'changed' | 'withdrawn'

/** What was done just now, if anything: whoever comes back later is told how it stands. */
function doneIn({ url }: Request, { withdrawn, versions }: StatusFacts): Done | undefined {
  const done = new URL(url).searchParams.get('done')
  if (withdrawn) return done === 'withdrawn' ? done : undefined
  if (done === 'changed') return versions > 1 ? done : 'sent' // pressed twice at the first sending, nothing was changed
  return done === 'sent' ? done : undefined
}

function titleOf({ withdrawn, nominee }: StatusFacts, done: Done | undefined): string {
  if (withdrawn) return `Your nomination for ${nominee} is withdrawn.`
  if (!done) return `We have your nomination for ${nominee}.`
  return done === 'changed' ? `Thank you. Your changes to your nomination for ${nominee} are in.` : `Thank you. Your nomination for ${nominee} is in.`
}

function mailText({ withdrawn }: StatusFacts, done: Done | undefined, email: string): string | undefined {
  if (!email) return withdrawn ? undefined : 'Write the reference down. You have given no email address, so we will ring you if we need you.'
  if (done) return `We have sent ${done === 'sent' ? 'a receipt' : 'a message about it'} to ${email}.`
  return withdrawn ? undefined : `If we need you, we write to ${email}.`
}

export default function Sent() {
  const { facts, done, draftId, edition, open, email, phone } = useLoaderData<typeof loader>()
  const mail = mailText(facts, done, email)
  return (
    <PublicFrame width="text" here={`/${edition}/nominate`}>
      <ConfirmationPanel
        level={1}
        title={titleOf(facts, done)}
        reference={{ label: 'Your reference', value: facts.reference }}
      >
        {mail && <p>{mail}</p>}
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
        <p>Are you on a shared phone, tablet or computer?</p>
        <div><LinkButton href="/nominate/clear" variant="quiet">Finish and clear this device</LinkButton></div>
      </section>
    </PublicFrame>
  )
}
