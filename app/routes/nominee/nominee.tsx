import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isOut } from '#app/domain/notice.ts'
import { isRefusal } from '#app/domain/publicity.ts'
import { refusalOf } from '#app/domain/refusals.ts'
import { dayText, shortDayText } from '#app/domain/time.ts'
import { listCertificatesOf } from '#app/features/certificates/queries.server.ts'
import { listOutcomes } from '#app/features/certificates/outcomes.queries.server.ts'
import { Certificates } from '#app/features/certificates/ui/certificates.tsx'
import { outcomeWords, type Outcome } from '#app/features/certificates/words.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { listFeedback } from '#app/features/meeting/feedback.queries.server.ts'
import { FeedbackWords } from '#app/features/meeting/ui/feedback.tsx'
import { findByLink, hasOwnEntries, listSummaries } from '#app/features/screening/nominee.queries.server.ts'
import { tellings } from '#app/features/screening/notices.content.ts'
import { listEntriesOf } from '#app/features/screening/screening.queries.server.ts'
import { NomineeLinkEnded } from '#app/features/screening/ui/link-ended.tsx'
import { AnswerSoFar, HeldAbout, HeldNominations, type NomineeView } from '#app/features/screening/ui/nominee.tsx'
import { saidDone } from '#app/platform/respond.server.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Lead, PageTitle, Prose, SectionTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'

/** What we hold about a nominee, for whoever has the link of their notice. */
export async function loader({ context: { ctx }, params, request }: LoaderFunctionArgs) {
  const found = await findByLink(ctx, params.token ?? '')
  if (!found.ok) return data(null, { status: refusalOf(found.code).status })
  const { edition, record, entriesOf, publicity } = found.value
  const { time_zone: zone } = edition
  const nominations = await listSummaries(ctx, found.value)
  const own = hasOwnEntries(found.value)
  const outcomes = own ? await listOutcomes(ctx, edition, entriesOf) : []
  const feedback = own ? await listFeedback(ctx, edition, entriesOf) : []
  const certificates = own ? (await listCertificatesOf(ctx, edition, entriesOf)).map(({ code, category, honour }) => ({ code, category, honour })) : []
  const live = (await listEntriesOf(ctx, entriesOf)).filter(({ state }) => state === 'live')
  const named = nominations.flatMap(({ nominator }) => nominator ?? [])
  const { kind, name, job, employer, reach, said_as: saidAs, answer } = record
  const view: NomineeView = {
    kind, name, job, employer, reach, saidAs, answer, publicity, out: isOut(live),
    nominations: nominations.map((one) => ({ ...one, received: dayText(one.receivedAt, zone) })),
    tellings: tellings(edition, { nominators: named, unnamed: nominations.length - named.length }),
  }
  return {
    view, outcomes, feedback, certificates, at: `/nominee/${params.token ?? ''}`, slug: edition.slug, edition: edition.name, ceremony: dayText(edition.ceremony_at, zone),
    judging: shortDayText(edition.settings.timetable.judgingOpens, zone), host: edition.settings.host, done: saidDone(request, said),
  }
}

const said = { answered: 'Thank you. Your answer is kept, and you can change it here at any time.' }

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? 'You have been nominated' : 'This link does not lead to a nomination'} – ${siteName}` },
]

export default function NomineePage() {
  const page = useLoaderData<typeof loader>()
  if (!page) return <NomineeLinkEnded />
  const { view, outcomes, feedback, certificates, at, slug, edition, ceremony, judging, host, done } = page
  const { title, lead } = saysWhat(view, outcomes, { judging, ceremony })
  const answered = view.answer !== 'none'
  return (
    <PublicFrame width="text" here={`/${slug}`}>
      {done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={edition}>{title}</PageTitle>
      <Lead>{lead}</Lead>
      <FeedbackWords feedback={feedback} />
      {certificates.length > 0 && <Certificates at={at} certificates={certificates} />}
      <AnswerSoFar view={view} />
      <ButtonRow><LinkButton href={`${at}/answer`}>{answered ? 'Change my answer' : 'Answer'}</LinkButton></ButtonRow>
      <HeldNominations nominations={view.nominations} />
      <HeldAbout view={view} />
      <section className="grid gap-4">
        <SectionTitle>Put it right, or ask for a copy</SectionTitle>
        <Prose>
          <p>You can correct your name, your job and where you work <a href={`${at}/answer`}>with your answer</a>. For anything else, and for a copy of all that was written, write to <a href={`mailto:${host.email}`}>{host.email}</a> or ring {host.phone}.</p>
        </Prose>
      </section>
    </PublicFrame>
  )
}

/** What the page is about: the nomination, or what came of it. */
function saysWhat({ kind, name, answer, out }: NomineeView, [first, ...more]: Outcome[], { judging, ceremony }: { judging: string; ceremony: string }): { title: string; lead: string } {
  if (first) return outcomeWords([first, ...more], kind === 'person' ? '' : name)
  const title = kind === 'person' ? 'You have been nominated' : `${name} has been nominated`
  const thanks = 'Somebody wrote to say thank you for good care.'
  if (isRefusal(answer)) return { title, lead: `${thanks} As you asked, it takes no part in the awards.` }
  return { title, lead: out ? thanks : `${thanks} Judges read the shortlisted nominations from ${judging}, and the ceremony is on ${ceremony}.` }
}
