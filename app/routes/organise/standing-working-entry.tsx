import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { lookAtResults } from '#app/features/moderation/embargo.server.ts'
import { hasStandings } from '#app/features/moderation/policy.ts'
import { EntryArithmetic } from '#app/features/moderation/ui/entry-arithmetic.tsx'
import { findEntryWorking } from '#app/features/moderation/working.queries.server.ts'
import { notFound } from '#app/platform/respond.server.ts'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

/** How one entry comes to its means, to be followed with a pocket calculator. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, category } = await lookAtResults(args)
  const working = hasStandings(category) ? await findEntryWorking(ctx, edition, category, args.params.entry ?? '') : undefined
  if (!working) throw notFound()
  return { slug: edition.slug, category: { slug: category.slug, name: category.name }, entry: working }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.entry.name ?? ''}, worked out – ${data?.category.name ?? ''} – Results ${data?.slug ?? ''} – ${siteName}` }]

export default function StandingWorkingEntry() {
  const { slug, category, entry } = useLoaderData<typeof loader>()
  const { name, row, working } = entry
  const at = `/organise/${slug}/standings`
  const place = row === null ? 'This entry stood down and takes no place. Its scorecards still tell how its judges mark.' : row.place === null ? 'This entry has no place.' : `Place ${row.place} in the order in force.`
  return (
    <OrganiserFrame slug={slug} here={at}>
      <BackLink href={`${at}/${category.slug}/working`}>How it is worked out</BackLink>
      <PageTitle caption={category.name}>{name}, worked out</PageTitle>
      <Lead>{place}</Lead>
      {row !== null && row.notCounted > 0 && <p className="max-w-text">{row.notCounted === 1 ? '1 scorecard does' : `${row.notCounted} scorecards do`} not count: not finished, or made on evidence or criteria that have changed since.</p>}
      {working ? <EntryArithmetic entry={entry} working={working} /> : <p>No scorecard of this entry counts, so there is nothing to work out.</p>}
    </OrganiserFrame>
  )
}
