import type { DecisionRecord } from '#app/features/moderation/decision-record.server.ts'
import { SectionTitle } from '#app/ui/heading.tsx'
import { PrintSheet } from '#app/ui/print-sheet.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'

type Score = DecisionRecord['scores'][number]

const columns: Column<Score>[] = [
  { key: 'entry', header: 'Entry', cell: ({ entry }) => entry },
  { key: 'place', header: 'Place', numeric: true, cell: ({ place }) => place ?? 'Not ranked' },
  { key: 'score', header: 'Score', numeric: true, cell: ({ score }) => score?.toFixed(3) ?? '–' },
  { key: 'cards', header: 'Scorecards', numeric: true, cell: ({ cards }) => cards },
  { key: 'scores', header: 'Each judge’s score', cell: ({ scores }) => scores.map((one) => one.toFixed(2)).join(' · ') || '–' },
]

/** A record to read and to print. `newest`: there is no later one. */
export function RecordSheet({ record, madeAt, newest, confidential }: { record: DecisionRecord; madeAt: string; newest: boolean; confidential: boolean }) {
  const { number, decisionVersion, editionVersion, parts, scores } = record
  return (
    <PrintSheet reference={`Record ${number}`} confidential={confidential && 'In confidence until the winner is named'}>
      <p>Settled at {madeAt}, from version {decisionVersion} of the decision, under version {editionVersion} of the settings. It stands as it stood then{newest ? '.' : '; a later record replaces it.'}</p>
      {parts.map(({ heading, lines }) => (
        <section key={heading} className="flow max-w-text">
          <SectionTitle>{heading}</SectionTitle>
          {lines.map((line, index) => <p key={index}>{line}</p>)}
        </section>
      ))}
      <SectionTitle>The scores, without the judges’ names</SectionTitle>
      <DataTable caption="Scores" captionHidden columns={columns} rows={scores} rowKey={({ entry, scores: each }) => `${entry} ${each.join()}`} empty={<p>There were none.</p>} />
    </PrintSheet>
  )
}
