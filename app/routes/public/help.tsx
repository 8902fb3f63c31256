import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { lastMoment, nominationPhase } from '#app/domain/edition.ts'
import { isLateEntry } from '#app/domain/late-entry.ts'
import { clockText, momentText } from '#app/domain/time.ts'
import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { Contact } from '#app/features/editions/ui/contact.tsx'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { Lead, PageTitle, Prose } from '#app/ui/heading.tsx'

export const handle = { finished: true }

export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  const edition = await findCurrentEdition(ctx)
  if (!edition) return null
  const { slug, closes_at, time_zone, settings } = edition
  return {
    slug, host: settings.host, phase: nominationPhase(edition, edition.now), late: isLateEntry(edition, edition.now),
    closes: momentText(closes_at, time_zone), grace: clockText(lastMoment(edition), time_zone),
  }
}

export const meta: MetaFunction = () => [
  { title: `Help – ${siteName}` },
  { name: 'description', content: 'How to nominate someone, by telephone or on paper too, and what happens to a nomination after that.' },
]

type Current = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>>

export default function Help() {
  const edition = useLoaderData<typeof loader>()
  return (
    <PublicFrame>
      <PageTitle>Help</PageTitle>
      {edition ? <Answers edition={edition} /> : <Lead>No awards are running at the moment. When they are, this page says how to nominate somebody and whom to ask.</Lead>}
      <Prose>
        <h2>You organise or judge</h2>
        <p>You need no password. <a href="/sign-in">Ask for a link and a code</a> with the email address that you were invited with.</p>
      </Prose>
    </PublicFrame>
  )
}

function Answers({ edition }: { edition: Current }) {
  const { host, phase } = edition
  return (
    <>
      <Lead>A person answers: <Contact host={host} />.</Lead>
      <Prose>
        {phase === 'closed' ? <AfterTheClose edition={edition} /> : <HowToNominate edition={edition} />}
        <h2>You would like {phase === 'closed' ? 'to take back' : 'to change or take back'} what you sent</h2>
        <p>Our email to you has a link to your nomination’s own page. There you can {phase !== 'closed' && 'change it until nominations close, and '}take it back at any time before the results are sealed. If you have lost the email, {phase !== 'closed' && 'or began and did not finish, '}<a href="/nominate/new-link">have a new link sent to you</a>. If you gave us no address, get in touch and have your reference ready.</p>
        {phase === 'closed' && <InOtherForms host={host} />}
        <h2>You have been nominated</h2>
        <p>Somebody thinks well of your work. We tell you that it happened, what we hold about you, and how to correct it or say no. You need not do anything.</p>
        <h2>You are worried about somebody’s safety</h2>
        <p>A nomination is not the place for it, because it may not be read in time. If somebody is in danger now, ring 999. Otherwise tell the council’s adult social care team, or us, and we will pass it on.</p>
        <h2>You are not happy with something</h2>
        <p>Tell us first. We answer within 30 days at the latest. About personal information, see <a href="/privacy">Privacy</a>.</p>
      </Prose>
    </>
  )
}

function HowToNominate({ edition: { slug, host, phase, closes, grace } }: { edition: Current }) {
  return (
    <>
      <h2>You would like to nominate somebody</h2>
      <p>
        {phase === 'open' && <>Begin on the page <a href={`/${slug}/nominate`}>Nominate</a>. You have until {closes}; what reaches us by {grace} still counts. </>}
        {phase === 'not-open' && 'Nominations are not open yet. The first page says when they open. '}
        {phase === 'grace' && `Nominations have closed; what was begun and reaches us by ${grace} still counts. `}
        It takes about ten minutes. You need their name, where they work, and one story of a time they made a difference. You do not need an account.
      </p>
      <h2>You would rather not do it online</h2>
      <p>Get in touch: we ask you the same questions and write down what you say, or post you a form. Tell us if you would like anything in large print, in Easy Read, in another language, or read to you.</p>
      {host.address && <p className="whitespace-pre-line">{host.address}</p>}
      <h2>You were interrupted</h2>
      <p>Every page is saved when you press Continue, so you can go on from the same device for 30 days. Press “Save and come back later” and we send you a link and a code to go on from any other. Only what is sent counts.</p>
    </>
  )
}

function AfterTheClose({ edition: { closes, late } }: { edition: Current }) {
  return (
    <>
      <h2>You would have liked to nominate somebody</h2>
      <p>Nominations closed at {closes}. What was begun and not sent by then can no longer be sent.{late && ' If you had rung us, or put a form in the post, before then, it still counts: we are entering these now.'}</p>
    </>
  )
}

function InOtherForms({ host }: Pick<Current, 'host'>) {
  return (
    <>
      <h2>You would like something in another form</h2>
      <p>Tell us if you would like anything in large print, in Easy Read, in another language, or read to you.</p>
      {host.address && <p className="whitespace-pre-line">{host.address}</p>}
    </>
  )
}
