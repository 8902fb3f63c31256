import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { stampText } from '#app/domain/time.ts'
import { listHistory } from '#app/features/audit/queries.server.ts'
import { History } from '#app/features/audit/ui/history.tsx'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { findNominationIn, getAsked, getSentAnswers, listVersions } from '#app/features/nominations/queries.server.ts'
import { AnswersList } from '#app/features/nominations/ui/answers-list.tsx'
import { channelLabels, stateLabels } from '#app/features/nominations/ui/labels.ts'
import { requireAssistant } from '#app/features/people/guard.server.ts'
import { notFound } from '#app/platform/respond.server.ts'
import { PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'

/** One nomination in full, in the version in force or an earlier one (`?version=1`). */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const nomination = await findNominationIn(ctx, edition, args.params.nomination ?? '')
  if (!nomination) throw notFound()
  const versions = await listVersions(ctx, nomination.id)
  const asked = Number(new URL(args.request.url).searchParams.get('version') ?? nomination.version)
  const shown = versions.find((one) => one.version === asked)
  if (!shown) throw notFound()
  const stamp = (at: string) => stampText(at, edition.time_zone)
  const { id, reference, state, channel, version, notice_version } = nomination
  return {
    slug: edition.slug, id, reference, state, channel, inForce: version, shown: shown.version, noticeVersion: notice_version,
    late: nomination.late === 1, received: stamp(nomination.received_at), withdrawn: nomination.withdrawn_at && stamp(nomination.withdrawn_at),
    versions: versions.map((one) => ({ version: one.version, at: stamp(one.at) })),
    history: await listHistory(ctx, edition, id),
    asked: await getAsked(ctx, edition), answers: await getSentAnswers(ctx, { id, version: shown.version }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.answers.name ?? 'Nomination'} ${data?.reference ?? ''} – Nominations – Celebrating Excellence in Care` },
]

export default function NominationPage() {
  const page = useLoaderData<typeof loader>()
  const home = `/organise/${page.slug}/nominations`
  const earlier = page.shown !== page.inForce
  return (
    <OrganiserFrame slug={page.slug} here={home} width="text">
      <BackLink href={home}>All nominations</BackLink>
      <PageTitle caption={page.reference}>{page.answers.name}</PageTitle>
      {earlier && <Notice tone="warning" title={`This is version ${page.shown}`}><a href={`${home}/${page.id}`}>Read the version in force</a></Notice>}
      {page.withdrawn && <Notice tone="info" title={`Withdrawn by the nominator: ${page.withdrawn}`}>It takes no part in the awards.</Notice>}
      <SummaryList
        rows={[
          { key: 'State', value: stateLabels[page.state] },
          { key: 'Received', value: page.late ? `${page.received}, after the close` : page.received },
          { key: 'Came by', value: channelLabels[page.channel] },
          { key: 'Privacy notice', value: `Version ${page.noticeVersion}` },
        ]}
      />
      <AnswersList asked={page.asked} answers={page.answers} />
      {page.versions.length > 1 && (
        <section className="grid gap-4">
          <SectionTitle>Versions</SectionTitle>
          <ol className="grid gap-2">
            {page.versions.map(({ version, at }) => (
              <li key={version}>{version === page.shown ? `Version ${version}, ${at}` : <a href={`${home}/${page.id}?version=${version}`}>Version {version}, {at}</a>}</li>
            ))}
          </ol>
        </section>
      )}
      <section className="grid gap-4">
        <SectionTitle>What happened</SectionTitle>
        <History label="What happened to this nomination" rows={page.history} />
      </section>
    </OrganiserFrame>
  )
}
