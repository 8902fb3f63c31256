import type { EndingEffect } from '#app/features/judging/endings.queries.server.ts'
import { DataTable } from '#app/ui/table.tsx'

/** Before somebody's judging ends: how many entries would have too few judges. */
export function EndingEffects({ effects, quorum }: { effects: EndingEffect[]; quorum: number }) {
  return (
    <DataTable
      caption={`Entries with fewer judges than the quorum of ${quorum}`}
      rows={effects}
      rowKey={(effect) => effect.category}
      empty={<p>They have no entries, so no entry loses a judge.</p>}
      columns={[
        { key: 'category', header: 'Category', cell: (effect) => effect.category },
        { key: 'theirs', header: 'Theirs', cell: ({ finished, unfinished }) => `${finished} finished, ${unfinished} not` },
        { key: 'now', header: 'Short now', numeric: true, cell: ({ short }) => short.now },
        { key: 'left', header: 'If they leave', numeric: true, cell: ({ short }) => short.left },
        { key: 'void', header: 'If they are void', numeric: true, cell: ({ short }) => short.void },
      ]}
    />
  )
}
