import type { CriterionMean } from '#app/features/meeting/compare.ts'
import type { Comment } from '#app/features/meeting/evidence.queries.server.ts'
import type { ScoredEntry } from '#app/features/meeting/scored.ts'
import { Tag } from '#app/ui/tag.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'

export interface Side extends ScoredEntry {
  criteria: CriterionMean[]
  /** for the stage */
  sentences: Pick<Comment, 'text' | 'shared'>[]
}

type Both = [one: CriterionMean, other: CriterionMean]

/** Two entries: by criterion in one table, then in the judges' words. */
export function SideBySide({ sides: [one, other] }: { sides: [Side, Side] }) {
  const rows = one.criteria.flatMap((criterion, index): Both[] => {
    const beside = other.criteria[index]
    return beside ? [[criterion, beside]] : []
  })
  const columns: Column<Both>[] = [
    { key: 'criterion', header: 'Criterion', cell: ([{ name, weight }]) => `${name} (${weight})` },
    { key: 'one', header: one.name, numeric: true, cell: ([mean]) => <Mean of={mean} /> },
    { key: 'other', header: other.name, numeric: true, cell: ([, mean]) => <Mean of={mean} /> },
    { key: 'gap', header: 'Ahead by', cell: ([a, b]) => aheadText(a.mean, b.mean, one.name, other.name) },
  ]
  return (
    <>
      <DataTable caption="By criterion: the mean of the marks given, and how far they reach" columns={columns} rows={rows} rowKey={([{ id }]) => id} empty={null} />
      <div className="grid gap-8 md:grid-cols-2">
        {[one, other].map((side) => <Words key={side.entryId} side={side} />)}
      </div>
    </>
  )
}

function Mean({ of: { mean, least, most } }: { of: CriterionMean }) {
  return mean === null ? <>No mark</> : <span>{mean.toFixed(2)} <span className="text-small text-ink2">({least === most ? `all ${least}` : `${least} to ${most}`})</span></span>
}

function aheadText(one: number | null, other: number | null, name: string, otherName: string): string {
  if (one === null || other === null) return '–'
  const gap = one - other
  return Math.abs(gap) < 0.005 ? 'Equal' : `${gap > 0 ? name : otherName}, ${Math.abs(gap).toFixed(2)}`
}

function Words({ side: { name, place, score, scores, criteria, sentences } }: { side: Side }) {
  const reasons = criteria.filter(({ comments }) => comments.length > 0)
  return (
    <section className="flow">
      <h2 className="text-h2 font-bold">{name}</h2>
      <p>{place === null ? 'Not ranked' : `Place ${place}`}, {score === null ? 'no score' : score.toFixed(3)}. Each judge’s score: {scores.map((each) => each.toFixed(2)).join(' · ') || 'none'}</p>
      {sentences.length > 0 && (
        <>
          <h3 className="text-h3 font-bold">Offered for the stage</h3>
          <ul className="grid gap-3">{sentences.map(({ text, shared }, index) => <li key={index}>{text} {shared && <Tag tone="neutral">The nominee will read it</Tag>}</li>)}</ul>
        </>
      )}
      {reasons.length > 0 && <h3 className="text-h3 font-bold">Why the highest or the lowest mark</h3>}
      {reasons.map((one) => <div key={one.id}><p className="font-semibold">{one.name}</p><ul className="list-inside list-disc">{one.comments.map((text, index) => <li key={index}>{text}</li>)}</ul></div>)}
    </section>
  )
}
