import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { lastMoment, nominationPhase } from '#app/domain/edition.ts'
import { clockText, momentText } from '#app/domain/time.ts'
import { findPublicEdition } from '#app/features/editions/queries.server.ts'
import { nowOf } from '#app/features/editions/home.ts'
import { siteName } from '#app/features/editions/template.ts'
import { Contact } from '#app/features/editions/ui/contact.tsx'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { startDraft } from '#app/features/nominations/drafts.commands.server.ts'
import { allowUse } from '#app/features/nominations/limits.server.ts'
import { draftPath } from '#app/features/nominations/paths.ts'
import { canSend } from '#app/features/nominations/policy.ts'
import type { UnsentDraft } from '#app/features/nominations/queries.server.ts'
import { addToRing, listHeld } from '#app/features/nominations/ring.server.ts'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, Prose, SectionTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'

/** The same for everyone, but for those who have begun on this device. */
export const handle = { finished: true, ownDrafts: true }

export async function loader(args: LoaderFunctionArgs) {
  const { context: { ctx }, params } = args
  const edition = await findPublicEdition(ctx, params.edition ?? '')
  if (!edition) throw notFound()
  const { time_zone: zone, settings } = edition
  return {
    begun: canSend(edition).ok ? await listHeld(args, edition) : [],
    slug: edition.slug, phase: nominationPhase(edition, edition.now),
    opening: nowOf(edition).note, closes: momentText(edition.closes_at, zone),
    grace: clockText(lastMoment(edition), zone), eligibility: settings.eligibility, host: settings.host,
  }
}

/** Begins a draft on this device. */
export async function action(args: ActionFunctionArgs) {
  const { context, params, request } = args
  const { ctx } = context
  const edition = await findPublicEdition(ctx, params.edition ?? '')
  if (!edition) throw notFound()
  const form = await readForm(request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const allowed = allowUse(context, 'begin')
  if (!allowed.ok) return refusedForm(allowed)
  const started = await startDraft(ctx, edition)
  if (!started.ok) return refusedForm(started)
  return seeOther(draftPath(started.value.draftId, 'who'), await addToRing(args, started.value.draftId))
}

export const meta: MetaFunction = () => [{ title: `Nominate someone – ${siteName}` }]

export default function Start() {
  const { begun, slug, phase, opening, closes, grace, eligibility, host } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const open = phase === 'open' || phase === 'grace'
  return (
    <PublicFrame width="text" here={`/${slug}/nominate`}>
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle>Nominate someone who cares</PageTitle>
      <Lead>Tell us about a care worker, a team, a service or an unpaid carer. It takes about ten minutes, and it is free.</Lead>
      {phase === 'not-open' && <Notice tone="info" title={opening}>You can read what we ask, below, and get ready.</Notice>}
      {phase === 'closed' && <Notice tone="info" title={`Nominations closed at ${closes}`}>Thank you to everyone who nominated. A form that was filled in by phone or on paper before then still counts.</Notice>}
      {open && <p><strong>Nominations close at {closes}.</strong> What reaches us by {grace} that day still counts.</p>}
      {begun.length > 0 && <Begun drafts={begun} />}
      {open && (
        <Form>
          <div><Button variant={begun.length ? 'secondary' : 'primary'}>{begun.length ? 'Start another nomination' : 'Start now'}</Button></div>
          {host.phone && <p>Would you rather do it by phone? We write it down for you: <Contact host={{ phone: host.phone, email: '' }} />.</p>}
        </Form>
      )}
      <Prose>
        <h2>What you need</h2>
        <ul>
          <li>The name of the person, team or service, and where they work</li>
          <li>One story: a time they made a difference, and what changed</li>
          <li>Your own name, and an email address or a phone number</li>
        </ul>
        <p>Each page is saved when you press Continue. You can stop and come back later. More nominations for one person do not count for more, so one good story is enough.</p>
        <p><strong>Leave out</strong> the names and health details of people receiving care. Say “a resident” or “the lady she visits”.</p>
        <h2>Who can be nominated</h2>
        <ul>{eligibility.map((one) => <li key={one}>{one}</li>)}</ul>
        <h2>By phone or on paper</h2>
        <p>We can write it down for you, or post you a form. It counts just the same. To ask, <Contact host={host} />.</p>
      </Prose>
    </PublicFrame>
  )
}

/** What this device holds that is not sent: the way on, and the way to leave nothing behind. */
function Begun({ drafts }: { drafts: UnsentDraft[] }) {
  return (
    <section className="grid gap-4">
      <SectionTitle>Begun on this device</SectionTitle>
      <ul className="grid gap-2">
        {drafts.map(({ id, nomineeName }) => (
          <li key={id}>
            <a href={draftPath(id)} className="inline-flex min-h-11 items-center font-bold">{nomineeName ? `Go on with your nomination for ${nomineeName}` : 'Go on with the nomination you began'}</a>
          </li>
        ))}
      </ul>
      <Form action="/nominate/clear">
        <div><Button variant="quiet">Not yours? Clear this device</Button></div>
      </Form>
    </section>
  )
}
