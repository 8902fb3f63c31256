import { csvLine } from '#app/domain/csv.ts'
import type { ScoreSheet } from '#app/domain/scoring/composite.ts'
import { notPlaced } from '#app/domain/scoring/score-sheet.ts'

/**
 * A score sheet as `npm run results` reads it, to the same figures: each scorecard that counts with all criteria, a missing
 * mark as an empty cell. An entry without one has a draft's row, so that it is not forgotten.
 */
export function sheetCsv({ entries, criteria, marks, unplaced = [] }: ScoreSheet): string {
  const out = new Set(unplaced)
  const marksOf = Map.groupBy(marks, ({ entry }) => entry)
  const rows = entries.flatMap((entry) => {
    const cards = [...Map.groupBy(marksOf.get(entry) ?? [], ({ judge }) => judge)]
    if (cards.length === 0) return [[entry, 'none', 'none', '', '', 'draft']]
    return cards.flatMap(([judge, given]) => criteria.map(({ id, weight }) =>
      [entry, judge, id, given.find(({ criterion }) => criterion === id)?.score ?? '', weight, out.has(entry) ? notPlaced : '']))
  })
  return [['entry', 'judge', 'criterion', 'score', 'weight', 'state'], ...rows].map(csvLine).join('')
}
