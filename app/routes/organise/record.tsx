import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { momentText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { listRecords } from '#app/features/moderation/decision-record.server.ts'
import { lookAtResults } from '#app/features/moderation/embargo.server.ts'
import { RecordSheet } from '#app/features/moderation/ui/record-sheet.tsx'
import { notFound } from '#app/platform/respond.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

/** What was decided, as it stood when it was settled; earlier ones stay, by their number. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, category } = await lookAtResults(args)
  const records = await listRecords(ctx, category)
  const asked = new URL(args.request.url).searchParams.get('number')
  const record = asked === null ? records[0] : records.find(({ number }) => String(number) === asked)
  if (asked !== null && !record) throw notFound()
  return {
    slug: edition.slug, category: { slug: category.slug, name: category.name }, record, madeAt: record && momentText(record.madeAt, edition.time_zone), newest: record === records[0],
    others: records.filter((one) => one !== record).map(({ number, madeAt }) => ({ number, madeAt: momentText(madeAt, edition.time_zone) })), isPublic: category.isPublic,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Record of the decision – ${data?.category.name ?? ''} – Results ${data?.slug ?? ''} – ${siteName}` }]

export default function Record() {
  const { slug, category, record, madeAt, newest, others, isPublic } = useLoaderData<typeof loader>()
  const back = `/organise/${slug}/standings/${category.slug}`
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/standings`}>
      <BackLink href={back}>{category.name}</BackLink>
      <PageTitle caption={category.name}>Record of the decision</PageTitle>
      {record ? <RecordSheet record={record} madeAt={madeAt ?? ''} newest={newest} confidential={!isPublic} /> : <EmptyState title="Nothing is recorded yet"><p>The record is made when the decision is settled. It is never changed: when a decision is opened and settled again, there is another.</p></EmptyState>}
      {others.length > 0 && (
        <nav aria-label="Other records of this category" className="print:hidden">
          <ul>{others.map(({ number, madeAt: at }) => <li key={number}><a href={`${back}/record?number=${number}`} className="inline-flex min-h-11 items-center">Record {number}, settled at {at}</a></li>)}</ul>
        </nav>
      )}
    </OrganiserFrame>
  )
}
