import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { lastMoment, nominationPhase } from '#app/domain/edition.ts'
import { isLateEntry } from '#app/domain/late-entry.ts'
import { clockText, momentText } from '#app/domain/time.ts'
import { findPublicEdition } from '#app/features/editions/queries.server.ts'
import { nowOf } from '#app/features/editions/home.ts'
import { siteName } from '#app/features/editions/template.ts'
import { Contact } from '#app/features/editions/ui/contact.tsx'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { PaperForms } from '#app/features/assisted/ui/paper-forms.tsx'
import { knownFrom, readDevice } from '#app/features/nominations/beginning.server.ts'
import { startDraft } from '#app/features/nominations/drafts.commands.server.ts'
import { startForm } from '#app/features/nominations/forms.ts'
import { allowUse } from '#app/features/nominations/limits.server.ts'
import { draftPath } from '#app/features/nominations/paths.ts'
import { addToRing } from '#app/features/nominations/ring.server.ts'
import { OnThisDevice, WaysToBegin } from '#app/features/nominations/ui/begin.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Lead, PageTitle, Prose } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'

/** The same for everyone, but for those who have begun on this device. */
export const handle = { finished: true, ownDrafts: true }

export async function loader(args: LoaderFunctionArgs) {
  const { context: { ctx }, params } = args
  const edition = await findPublicEdition(ctx, params.edition ?? '')
  if (!edition) throw notFound()
  const { time_zone: zone, settings } = edition
  return {
    device: await readDevice(args, edition),
    slug: edition.slug, phase: nominationPhase(edition, edition.now), late: isLateEntry(edition, edition.now),
    opening: nowOf(edition).note, closes: momentText(edition.closes_at, zone),
    grace: clockText(lastMoment(edition), zone), eligibility: settings.eligibility, mayBeOneself: settings.selfNomination, host: settings.host,
  }
}

/** Begins a draft on this device, with what is known already. */
export async function action(args: ActionFunctionArgs) {
  const { context, params } = args
  const { ctx } = context
  const edition = await findPublicEdition(ctx, params.edition ?? '')
  if (!edition) throw notFound()
  const form = await readForm(args.request, startForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const allowed = allowUse(context, 'begin')
  if (!allowed.ok) return refusedForm(allowed)
  const started = await startDraft(ctx, edition, await knownFrom(args, edition, form.value))
  if (!started.ok) return refusedForm(started)
  return seeOther(draftPath(started.value.draftId, 'who'), await addToRing(args, started.value.draftId))
}

export const meta: MetaFunction = () => [
  { title: `Nominate someone – ${siteName}` },
  { name: 'description', content: 'Nominate somebody who works in care. It takes about ten minutes, you can stop and come back, and it is free.' },
]

type StartPage = ReturnType<typeof useLoaderData<typeof loader>>

export default function Start() {
  const { device, slug, phase, late, opening, closes, grace, host, ...asked } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const open = phase === 'open' || phase === 'grace'
  return (
    <PublicFrame width="text" here={`/${slug}/nominate`}>
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle>Nominate someone who cares</PageTitle>
      {phase !== 'closed' && <Lead>Tell us about a care worker, a team, a service or an unpaid carer. It takes about ten minutes, and it is free.</Lead>}
      {phase === 'not-open' && <Notice tone="info" title={opening}>You can read what we ask, below, and get ready.</Notice>}
      {phase === 'closed' && <Closed {...{ closes, late, host }} />}
      {open && <p><strong>Nominations close at {closes}.</strong> What reaches us by {grace} that day still counts.</p>}
      {device.held.length > 0 && <OnThisDevice held={device.held} open={open} />}
      {open && (
        <>
          <WaysToBegin slug={slug} device={device} />
          <p>Not sure which category it is for? <a href={`/${slug}/help-me-choose`}>Help me choose</a></p>
          <p>Have you begun or sent one elsewhere? <a href="/nominate/new-link">Have a link to it sent to you</a></p>
          {host.phone && <p>Would you rather do it by phone? We write it down for you: <Contact host={{ phone: host.phone, email: '' }} />.</p>}
        </>
      )}
      {phase !== 'closed' && (
        <Prose>
          <WhatIsAsked {...asked} />
          {phase !== 'grace' && <ByPhoneOrOnPaper {...{ slug, host }} />}
        </Prose>
      )}
    </PublicFrame>
  )
}

/** What can still be done after the close, and nothing else. */
function Closed({ closes, late, host }: Pick<StartPage, 'closes' | 'late' | 'host'>) {
  return (
    <>
      <Notice tone="info" title={`Nominations closed at ${closes}`}>Thank you to everyone who nominated.</Notice>
      {late && <p>Had you rung us, or put a form in the post, before then? It still counts, and we are entering these now. To ask about yours, <Contact host={host} />.</p>}
      <p>Have you sent a nomination? To see how it stands or take it back, <a href="/nominate/new-link">have a link to it sent to you</a>.</p>
    </>
  )
}

function WhatIsAsked({ eligibility, mayBeOneself }: Pick<StartPage, 'eligibility' | 'mayBeOneself'>) {
  return (
    <>
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
      <p>{mayBeOneself ? 'You may nominate yourself.' : 'You cannot nominate yourself; somebody who knows your work can.'}</p>
    </>
  )
}

function ByPhoneOrOnPaper({ slug, host }: Pick<StartPage, 'slug' | 'host'>) {
  return (
    <>
      <h2>By phone or on paper</h2>
      <p>We can write it down for you, or post you a form. It counts just the same. To ask, <Contact host={host} />.</p>
      <PaperForms slug={slug} />
    </>
  )
}
