import type { CardWorking, EntryWorking } from '#app/domain/scoring/entry-working.ts'
import { adjustedText, figure, judgeNumber, meanText, scoreText, signed } from '#app/features/moderation/arithmetic.ts'
import type { OneEntryWorking } from '#app/features/moderation/working.queries.server.ts'
import { SectionTitle } from '#app/ui/heading.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'

/** Marks, scores, means: each line with its sum. Judges stand as numbers. */
export function EntryArithmetic({ entry: { criteria, ordering }, working }: { entry: OneEntryWorking; working: EntryWorking }) {
  const { cards, raw, level } = working
  const adjusted = adjustedText(working)
  const columns: Column<CardWorking>[] = [
    { key: 'judge', header: 'Judge', cell: ({ judge }) => judgeNumber(judge) },
    ...criteria.map(({ name, weight }, index): Column<CardWorking> => ({ key: `criterion-${index}`, header: `${name} (${weight})`, numeric: true, cell: ({ marks }) => markText(marks[index] ?? null) })),
    { key: 'score', header: 'Score', numeric: true, cell: ({ score }) => figure(score) },
    ...(adjusted ? [
      { key: 'severity', header: 'Severity', numeric: true, cell: ({ severity }: CardWorking) => signed(severity) },
      { key: 'without', header: 'Score without it', numeric: true, cell: ({ score, severity }: CardWorking) => figure(score - (severity ?? 0)) },
    ] : []),
  ]
  return (
    <>
      <SectionTitle>The marks</SectionTitle>
      <p className="max-w-text">Weights stand beside the criteria. A judge’s severity is how much higher (+) or lower (−) than the panel they mark.</p>
      <DataTable caption="Marks of each judge" captionHidden columns={columns} rows={cards} rowKey={({ judge }) => judge} empty={<p>No scorecard counts.</p>} />
      <SectionTitle>From marks to scores</SectionTitle>
      <dl className="grid max-w-text gap-3">
        {cards.map((card) => (
          <div key={card.judge}>
            <dt className="font-bold">{judgeNumber(card.judge)}</dt>
            <dd className="break-words tabular-nums">{scoreText(card, criteria, level)}</dd>
          </div>
        ))}
      </dl>
      <SectionTitle>From scores to the mean</SectionTitle>
      <Mean title="Plain mean" inForce={ordering === 'raw' || !adjusted} sum={meanText(cards.map(({ score }) => score), raw)} />
      {adjusted ? <Mean title="Mean adjusted for severity" inForce={ordering === 'adjusted'} sum={adjusted} /> : <p className="max-w-text">How severe the judges are cannot be told from these scores, so there is no adjusted mean.</p>}
      <p className="max-w-text text-small text-ink2">Shown to three decimals. Ordered and sealed with all of them.</p>
    </>
  )
}

const markText = (mark: number | null) => (mark === null ? 'Not given' : figure(mark))

function Mean({ title, inForce, sum }: { title: string; inForce: boolean; sum: string }) {
  return <p className="max-w-text break-words tabular-nums"><strong>{title}</strong>{inForce && ' (in force)'}: {sum}</p>
}
