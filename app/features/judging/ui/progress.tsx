import type { JudgingProgress, Tally } from '#app/features/judging/progress.queries.server.ts'
import { RowLink } from '#app/features/judging/ui/row-link.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'

const counts: Column<Tally>[] = [
  { key: 'to-do', header: 'To do', numeric: true, cell: (one) => one.counts['to-do'] },
  { key: 'in-progress', header: 'In progress', numeric: true, cell: (one) => one.counts['in-progress'] },
  { key: 'look-again', header: 'To look at again', numeric: true, cell: (one) => one.counts['look-again'] },
  { key: 'finished', header: 'Finished', numeric: true, cell: (one) => one.counts.finished },
  { key: 'share', header: 'Done', numeric: true, cell: (one) => `${shareOf(one)}%` },
]

/** Rounded down: all is done when all is done. */
function shareOf({ counts: { finished, ...rest } }: Tally): number {
  return Math.floor((100 * finished) / (finished + rest['to-do'] + rest['in-progress'] + rest['look-again']))
}

/** How far judging is: scorecards by category and by judge. `at`: the edition's address among organisers' pages. */
export function ProgressTables({ at, progress: { categories, judges } }: { at: string; progress: JudgingProgress }) {
  const panel: Column<Tally & { slug: string }> = { key: 'name', header: 'Category', cell: (one) => <RowLink href={`${at}/panels/${one.slug}`}>{one.name}</RowLink> }
  const judge: Column<Tally> = { key: 'name', header: 'Judge', cell: (one) => <RowLink href={`${at}/judges/${one.id}`}>{one.name}</RowLink> }
  return (
    <>
      <SectionTitle>By category</SectionTitle>
      <DataTable caption="Scorecards by category" captionHidden columns={[panel, ...counts]} rows={categories} rowKey={(one) => one.id} empty={null} />
      <SectionTitle>By judge</SectionTitle>
      <DataTable caption="Scorecards by judge" captionHidden columns={[judge, ...counts]} rows={judges} rowKey={(one) => one.id} empty={null} />
    </>
  )
}
