import { figure, judgeNumber, signed } from '#app/features/moderation/arithmetic.ts'
import { flagWords, nineteenInTwenty, severityText } from '#app/features/moderation/severity-words.ts'
import type { JudgeRow } from '#app/features/moderation/working.queries.server.ts'
import { RangeChart } from '#app/ui/ranges.tsx'
import { DataTable } from '#app/ui/table.tsx'

export function SeverityPlot({ judges }: { judges: JudgeRow[] }) {
  const rows = judges.map((judge) => ({ ...judge, at: judge.severity ?? 0, reach: nineteenInTwenty * (judge.se ?? 0) }))
  const most = Math.max(0.5, ...rows.map(({ at, reach }) => Math.abs(at) + reach))
  return (
    <RangeChart
      caption="How much higher or lower than the panel each judge marks, in points" dot="As far as can be told" bar="Where it lies nineteen times in twenty" line={0}
      scale={{ from: -most, to: most, words: [`${most.toFixed(1)} lower`, `${most.toFixed(1)} higher`] }} tableSummary="See the severities as a table" heads={['Severity', 'Standard error']}
      ranges={rows.map(({ name, at, reach, severity, se }) => ({ label: name, at, between: reach > 0 ? { from: at - reach, to: at + reach } : null, cells: [signed(severity), figure(se)] }))}
    />
  )
}

export function JudgesTable({ judges }: { judges: JudgeRow[] }) {
  return (
    <DataTable
      caption="Judges" captionHidden rows={judges} rowKey={({ number }) => number} empty={<p>No judge’s scorecards count.</p>}
      columns={[
        { key: 'name', header: 'Judge', cell: ({ name }) => name },
        { key: 'number', header: 'In the working', cell: ({ number }) => judgeNumber(number) },
        { key: 'n', header: 'Scorecards', numeric: true, cell: ({ n }) => n },
        { key: 'severity', header: 'How they mark', cell: (judge) => severityText(judge) },
        { key: 'spread', header: 'Spread beside the usual', numeric: true, cell: ({ spread }) => (spread === null ? '–' : `${spread.toFixed(2)} ×`) },
        { key: 'slope', header: 'Their points for one of the others’', numeric: true, cell: ({ slope }) => (slope === null ? '–' : slope.toFixed(2)) },
        { key: 'consistency', header: 'Out of step', cell: ({ inconsistency }) => (inconsistency ? `F = ${inconsistency.f.toFixed(2)}, ${inconsistency.p < 0.001 ? 'p below 0.001' : `p = ${inconsistency.p.toFixed(3)}`}` : '–') },
        { key: 'flags', header: 'To ask about', cell: ({ flags }) => (flags.length ? <ul>{flags.map((flag) => <li key={flag}>{flagWords[flag]}</li>)}</ul> : '–') },
      ]}
    />
  )
}
