import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { stampText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { isUnderEmbargo } from '#app/features/moderation/embargo.server.ts'
import { listModerated } from '#app/features/moderation/moderated.queries.server.ts'
import { maySeal, phaseOf, type Phase } from '#app/features/moderation/policy.ts'
import { phaseWords } from '#app/features/moderation/words.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'

interface Row {
  slug: string
  name: string
  phase: Phase
  seals: number
  /** who asked for the seal, and when */
  asked: string
  opens: boolean
}

/** How far the sealing is. What is sealed is on the pages of the categories. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const embargoed = await isUnderEmbargo(ctx, edition)
  const rows = (await listModerated(ctx, edition)).map((one): Row => ({
    slug: one.slug, name: one.name, phase: phaseOf(one), seals: one.seals, opens: embargoed && maySeal(one),
    asked: one.proposal ? `${one.proposal.by}, ${stampText(one.proposal.at, edition.time_zone)}` : '',
  }))
  return { slug: edition.slug, rows }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Seals – Results ${data?.slug ?? ''} – ${siteName}` }]

export default function Seals() {
  const { slug, rows } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}`
  const columns: Column<Row>[] = [
    { key: 'name', header: 'Category', cell: (one) => (one.opens ? <a href={`${at}/seal/${one.slug}`} className="inline-flex min-h-11 items-center">{one.name}</a> : one.name) },
    { key: 'phase', header: 'State', cell: ({ phase }) => <Tag tone={phaseWords[phase].tone}>{phaseWords[phase].label}</Tag> },
    { key: 'asked', header: 'Asked to seal by', cell: (one) => one.asked || '–' },
    { key: 'seals', header: 'Seals', numeric: true, cell: (one) => one.seals },
  ]
  return (
    <OrganiserFrame slug={slug} here={`${at}/standings`}>
      <BackLink href={`${at}/standings`}>Results</BackLink>
      <PageTitle caption={slug}>Seals</PageTitle>
      <Lead>Two people seal each category. Its fingerprint is public at once, and from then on the database refuses any change.</Lead>
      <p><a href={`/${slug}/seal`}>See the public page</a></p>
      <DataTable caption="Categories and their seals" captionHidden columns={columns} rows={rows} rowKey={(one) => one.slug} empty={<EmptyState title="There are no categories"><p>An edition made from the template has twelve.</p></EmptyState>} />
    </OrganiserFrame>
  )
}
