import type { Criterion } from '#app/features/categories/queries.server.ts'
import { entryPath } from '#app/features/judging/desk.ts'
import type { Ranked } from '#app/features/judging/ranking.ts'
import { markOf, type Content, type Progress } from '#app/features/judging/scorecard.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'

interface OwnRow {
  entryId: string
  name: string
  progress: Progress
  content: Content
}

/** A judge's entries of one category by their own score, with the marks it is made of. */
export function RankingTable({ slug, criteria, ranked }: { slug: string; criteria: Criterion[]; ranked: Ranked<OwnRow>[] }) {
  const columns: Column<Ranked<OwnRow>>[] = [
    { key: 'name', header: 'Entry', cell: ({ row }) => <a href={entryPath(slug, row.entryId)}>{row.name}</a> },
    { key: 'place', header: 'Place', numeric: true, cell: ({ place }) => place },
    { key: 'score', header: 'Score', numeric: true, cell: ({ score }) => score.toFixed(2) },
    ...criteria.map(({ id, name, weight }) => ({
      key: id, header: `${name} (${weight})`, numeric: true, cell: ({ row }: Ranked<OwnRow>) => markText(row.content, id),
    })),
    { key: 'finished', header: 'Finished', cell: ({ row }) => (row.progress === 'finished' ? 'Yes' : 'Not yet') },
  ]
  return <DataTable caption="Your entries, the highest score first" captionHidden columns={columns} rows={ranked} rowKey={({ row }) => row.entryId} empty={<EmptyState title="Nothing scored yet"><p>Entries appear here as soon as you give them a score.</p></EmptyState>} />
}

/** Those that have no score yet. */
export function NotRanked({ slug, rows }: { slug: string; rows: OwnRow[] }) {
  return (
    <section className="grid gap-2">
      <SectionTitle>Not scored yet</SectionTitle>
      <ul>
        {rows.map(({ entryId, name }) => <li key={entryId}><a href={entryPath(slug, entryId)} className="inline-flex min-h-11 items-center">{name}</a></li>)}
      </ul>
    </section>
  )
}

function markText(content: Content, criterionId: string): string {
  const { value, cannotJudge } = markOf(content, criterionId)
  return cannotJudge ? 'Cannot judge' : String(value ?? '–')
}
