import { outcomeWords, undoneWord } from '#app/features/importing/words.ts'
import { DataTable } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { ImportOutcome } from '#db/vocabulary.ts'

export interface ShownRow {
  number: number
  nominee: string
  category: string
  outcome: ImportOutcome
  /** what it has become */
  nomination: { href: string; reference: string } | null
  remarks: { column: string; sentence: string }[]
}

const tones = { unchecked: 'waiting', new: 'good', duplicate: 'info', error: 'stopped' } as const

/** What each row of a file comes to, and what is wrong or odd in which of its columns. */
export function ImportRows({ rows, undone }: { rows: ShownRow[]; undone: boolean }) {
  return (
    <DataTable caption="Rows of the file" captionHidden rows={rows} rowKey={({ number }) => String(number)} empty={<p>No such rows.</p>}
      columns={[
        { key: 'row', header: 'In the file', cell: ({ number }) => `Row ${number}` },
        { key: 'nominee', header: 'Nominee', cell: ({ nominee }) => nominee || 'Not kept' },
        { key: 'category', header: 'For', cell: ({ category }) => category },
        { key: 'outcome', header: 'Outcome', cell: (row) => <Outcome {...row} undone={undone} /> },
        { key: 'remarks', header: 'What to know', cell: ({ remarks }) => <Remarks remarks={remarks} /> },
      ]} />
  )
}

function Outcome({ outcome, nomination, undone }: Pick<ShownRow, 'outcome' | 'nomination'> & { undone: boolean }) {
  if (nomination) return <a href={nomination.href} className="inline-flex min-h-11 items-center whitespace-nowrap">{nomination.reference}</a>
  if (undone && outcome === 'new') return <Tag tone="neutral">{undoneWord}</Tag>
  return <Tag tone={tones[outcome]}>{outcomeWords[outcome]}</Tag>
}

function Remarks({ remarks }: Pick<ShownRow, 'remarks'>) {
  if (remarks.length === 0) return 'Nothing'
  return <ul className="grid gap-1">{remarks.map(({ column, sentence }) => <li key={column + sentence}>{column && <strong>{column}: </strong>}{sentence}</li>)}</ul>
}
