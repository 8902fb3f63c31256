import type { ScoredEntry } from '#app/features/meeting/scored.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'

/** Where the entries stand, in as few figures as a room can take in. */
export function ScoreList({ rows }: { rows: ScoredEntry[] }) {
  const columns: Column<ScoredEntry>[] = [
    { key: 'name', header: 'Entry', cell: ({ name }) => name },
    { key: 'place', header: 'Place', numeric: true, cell: ({ place }) => place ?? 'Not ranked' },
    { key: 'score', header: 'Score', numeric: true, cell: ({ score }) => score?.toFixed(3) ?? '–' },
    { key: 'scores', header: 'Each judge’s score', cell: ({ scores }) => scores.map((one) => one.toFixed(2)).join(' · ') || '–' },
  ]
  return <DataTable caption="Where they stand" captionHidden columns={columns} rows={rows} rowKey={({ entryId }) => entryId} empty={<EmptyState title="Nobody is left on this shortlist" level={3} />} />
}
