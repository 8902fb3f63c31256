import type { ReactNode } from 'react'
import { scoreInForce } from '#app/domain/scoring/standings.ts'
import { inHundred } from '#app/features/moderation/certainty.ts'
import type { StandingRow } from '#app/features/moderation/standings.queries.server.ts'
import { rungWords } from '#app/features/moderation/words.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'

interface Props {
  /** for those who organise: the edition's address among their pages, and where figures are worked out, line by line */
  ways?: { at: string; working: string }
  ordering: 'raw' | 'adjusted'
  adjusts: boolean
  rows: StandingRow[]
}

/** The entries by the order in force, the other order beside it; for organisers, a figure leads to its working. Judges have no names here. */
export function StandingsTable({ ways, ordering, adjusts, rows }: Props) {
  const way = (to: string | undefined, words: ReactNode) => (to === undefined ? words : <a href={to} className="inline-flex min-h-11 items-center">{words}</a>)
  const toWorking = ({ entryId }: StandingRow, figure: ReactNode) => way(ways && `${ways.working}/${entryId}`, figure)
  const columns: Column<StandingRow>[] = [
    { key: 'name', header: 'Entry', cell: (row) => way(ways && `${ways.at}/entries/${row.entryId}/as-judges`, row.name) },
    { key: 'place', header: 'Place', numeric: true, cell: (row) => row.place ?? 'Not ranked' },
    { key: 'score', header: 'Score', numeric: true, cell: (row) => (row.n === 0 ? '–' : toWorking(row, scoreText(scoreInForce(row, ordering)))) },
    ...(adjusts ? [otherOrder(ordering, toWorking)] : []),
    { key: 'chance', header: 'Chance to be the best', cell: (row) => (row.pFirst === null ? '–' : way(ways && `${ways.working}#chances`, inHundred(row.pFirst))) },
    { key: 'cards', header: 'Scorecards', numeric: true, cell: (row) => `${row.n}${row.notCounted > 0 ? ` of ${row.n + row.notCounted}` : ''}` },
    { key: 'spread', header: 'Each judge’s score', cell: (row) => row.scores.map((score) => score.toFixed(2)).join(' · ') || '–' },
    ...(rows.some(hasNotes) ? [{ key: 'notes', header: 'To know', cell: (row: StandingRow) => <Notes row={row} /> }] : []),
  ]
  return <DataTable caption="Standings" captionHidden columns={columns} rows={rows} rowKey={(row) => row.entryId} empty={<EmptyState title="Nobody is left on this shortlist"><p>Every finalist has stood down, so there is no award to give.</p></EmptyState>} />
}

function otherOrder(ordering: Props['ordering'], toWorking: (row: StandingRow, figure: ReactNode) => ReactNode): Column<StandingRow> {
  const cell = (row: StandingRow, score: number | null, place: number | null) => (score === null ? '–' : toWorking(row, `${scoreText(score)} (${place ?? '–'})`))
  return ordering === 'raw'
    ? { key: 'other', header: 'Adjusted for judges’ severity', numeric: true, cell: (row) => cell(row, row.adjusted, row.adjustedPlace) }
    : { key: 'other', header: 'Plain mean', numeric: true, cell: (row) => cell(row, row.raw, row.rawPlace) }
}

/** Three places, so that “first by 0.012” can be seen; the sealed figures are exact. */
function scoreText(score: number | null): string {
  return score === null ? '–' : score.toFixed(3)
}

function hasNotes({ tie, short, missing }: StandingRow): boolean {
  return tie !== null || short || missing > 0
}

function Notes({ row: { tie, by, short, place, n, missing } }: { row: StandingRow }) {
  const parted = by.map((rung) => rungWords[rung]).join(', then ')
  return (
    <span className="flex flex-wrap gap-2">
      {tie === 'equal' && <Tag tone="waiting">Equal: the panel decides</Tag>}
      {tie === 'parted' && <Tag tone="info">Equal mean, parted by {parted}</Tag>}
      {n === 0 && <Tag tone="stopped">No score counts</Tag>}
      {n > 0 && short && <Tag tone={place === null ? 'stopped' : 'waiting'}>Fewer scores than the quorum</Tag>}
      {missing > 0 && <Tag tone="neutral">{missing === 1 ? '1 mark' : `${missing} marks`} not given</Tag>}
    </span>
  )
}
