import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isOwner } from '#app/domain/actor.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { readProgress } from '#app/features/judging/progress.queries.server.ts'
import { isUnderEmbargo } from '#app/features/moderation/embargo.server.ts'
import { listModerated } from '#app/features/moderation/moderated.queries.server.ts'
import { phaseOf, type Phase } from '#app/features/moderation/policy.ts'
import { phaseWords } from '#app/features/moderation/words.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'

interface Row {
  slug: string
  name: string
  phase: Phase
  /** "12 of 15 finished", while it is being judged */
  scored: string
  opens: boolean
}

/** Where each category is. Nothing here tells a result: those are on the pages of the categories. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const { categories: progress } = await readProgress(ctx, edition)
  const embargoed = await isUnderEmbargo(ctx, edition)
  const rows = (await listModerated(ctx, edition)).map((one): Row => {
    const counts = progress.find(({ slug }) => slug === one.slug)?.counts
    const phase = phaseOf(one)
    return {
      slug: one.slug, name: one.name, phase, opens: phase !== 'before' && (embargoed || one.isPublic),
      scored: counts ? `${counts.finished} of ${Object.values(counts).reduce((sum, count) => sum + count, 0)} finished` : '',
    }
  })
  return { slug: edition.slug, rows, embargoed, mayName: isOwner(ctx.actor) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Results ${data?.slug ?? ''} – Organise – ${siteName}` }]

export default function Standings() {
  const { slug, rows, embargoed, mayName } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}`
  const columns: Column<Row>[] = [
    { key: 'name', header: 'Category', cell: (one) => (one.opens ? <a href={`${at}/standings/${one.slug}`} className="inline-flex min-h-11 items-center">{one.name}</a> : one.name) },
    { key: 'phase', header: 'State', cell: ({ phase }) => <Tag tone={phaseWords[phase].tone}>{phaseWords[phase].label}</Tag> },
    ...(rows.some(({ scored }) => scored) ? [{ key: 'scored', header: 'Scorecards', cell: (one: Row) => one.scored || '–' }] : []),
  ]
  return (
    <OrganiserFrame slug={slug} here={`${at}/standings`}>
      <PageTitle caption={slug}>Results</PageTitle>
      <Lead>From the last score to the seal: each category’s scoring is closed, its panel decides, and two people seal what was decided.</Lead>
      {!embargoed && (
        <Notice tone="info" title="You do not see results yet">
          <p>Until a winner is named on stage, only the people on the embargo list see standings and decisions. {mayName ? 'You can put yourself on it; every look is noted.' : 'An owner says who is on it.'}</p>
        </Notice>
      )}
      <ButtonRow>
        {embargoed && <LinkButton href={`${at}/meeting`}>The meeting</LinkButton>}
        <LinkButton href={`${at}/embargo`} variant="secondary">Who sees results</LinkButton>
        <LinkButton href={`${at}/seal`} variant="secondary">Seals</LinkButton>
      </ButtonRow>
      <DataTable caption="Categories" captionHidden columns={columns} rows={rows} rowKey={(one) => one.slug} empty={<EmptyState title="There are no categories"><p>An edition made from the template has twelve.</p></EmptyState>} />
    </OrganiserFrame>
  )
}
