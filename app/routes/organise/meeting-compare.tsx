import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { meansOf, pairOf } from '#app/features/meeting/compare.ts'
import { readEvidence } from '#app/features/meeting/evidence.queries.server.ts'
import { lookAtItem } from '#app/features/meeting/guard.server.ts'
import { itemPath } from '#app/features/meeting/paths.ts'
import { scoredEntries } from '#app/features/meeting/scored.ts'
import { SideBySide, type Side } from '#app/features/meeting/ui/side-by-side.tsx'
import { readStandings } from '#app/features/moderation/standings.queries.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Select } from '#app/ui/field.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { FilterBar } from '#app/ui/table.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, category } = await lookAtItem(args)
  const standings = await readStandings(ctx, edition, category)
  const rows = scoredEntries(standings)
  const asked = new URL(args.request.url).searchParams
  const pair = pairOf(rows, [asked.get('one'), asked.get('other')]) ?? []
  const evidence = await readEvidence(ctx, edition, category)
  const sides = pair.map((row): Side => ({
    ...row, criteria: meansOf(standings.criteria, row.entryId, evidence), sentences: evidence.comments.filter((one) => one.entryId === row.entryId && one.criterionId === null),
  }))
  return { slug: edition.slug, category: { slug: category.slug, name: category.name }, sides, entries: sides.length ? rows.map(({ entryId, name }) => ({ value: entryId, label: name })) : [] }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Two side by side – ${data?.category.name ?? ''} – The meeting ${data?.slug ?? ''} – ${siteName}` }]

export default function MeetingCompare() {
  const { slug, category, sides, entries } = useLoaderData<typeof loader>()
  const [one, other] = sides
  const at = itemPath(slug, category.slug)
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/standings`}>
      <BackLink href={at}>{category.name}</BackLink>
      <PageTitle caption={category.name}>{one && other ? `${one.name} and ${other.name}` : 'Two side by side'}</PageTitle>
      <Lead>What the scorecards that count say of each. Whose they are does not show.</Lead>
      {entries.length > 2 && one && other && (
        <FilterBar label="Choose two entries" clearHref={`${at}/compare`}>
          <Select name="one" label="One" options={entries} value={one.entryId} />
          <Select name="other" label="The other" options={entries} value={other.entryId} />
        </FilterBar>
      )}
      {one && other ? <SideBySide sides={[one, other]} /> : <EmptyState title="There are no two to compare"><p>Fewer than two finalists take part in this category.</p></EmptyState>}
    </OrganiserFrame>
  )
}
