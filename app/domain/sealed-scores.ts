import { z } from 'zod'
import { orderInForce } from '#app/domain/order-in-force.ts'
import type { Mark, ScoreSheet } from '#app/domain/scoring/composite.ts'
import { sheetCsv } from '#app/domain/scoring/sheet-csv.ts'
import { version, workOut, type Working } from '#app/domain/scoring/standings.ts'
import { canonicalJson, type SealedResults, type SealedSheet } from '#app/domain/seal.ts'

/** A category's score sheet and standings in the form in which a leaf holds them. */
export function sealedSheet({ entries, criteria, marks, unplaced = [] }: ScoreSheet): SealedSheet {
  const cards = Map.groupBy(marks, ({ entry, judge }) => `${entry} ${judge}`)
  return {
    entries: [...entries].sort(), unplaced: [...unplaced].sort(),
    cards: [...cards].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, given]) => ({
      entry: given[0]!.entry, judge: given[0]!.judge, marks: criteria.map(({ id }) => given.find(({ criterion }) => criterion === id)?.score ?? null),
    })),
  }
}

type Rules = Parameters<typeof orderInForce>[1]

/** Of these entries alone: one that stood down is on the sheet, and not in the standings. */
export function sealedStandings(working: Pick<Working, 'standings' | 'tieBreaks'>, rules: Rules, among: ReadonlySet<string>): SealedResults['standings'] {
  return orderInForce(working, rules).filter(({ entry }) => among.has(entry)).map(({ entry, n, place, raw, adjusted, rawPlace, adjustedPlace, pFirst }) =>
    ({ entry, scores: n, place, raw, adjusted, rawPlace, adjustedPlace, pFirst }))
}

/** What of a leaf its standings are worked out from. Leaves made before score sheets were sealed have none. */
const withSheet = z.object({
  standings: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  method: z.object({
    ordering: z.enum(['raw', 'adjusted']), version: z.string(), seed: z.number().int().nonnegative(), quorum: z.number().int(), quorumRule: z.enum(['not-ranked', 'ranked-with-warning']),
    criteria: z.array(z.object({ id: z.string(), weight: z.number() })),
  }),
  sheet: z.object({
    entries: z.array(z.string()), unplaced: z.array(z.string()), cards: z.array(z.object({ entry: z.string(), judge: z.string(), marks: z.array(z.number().nullable()) })),
  }),
})

export interface SealedScores {
  sheet: ScoreSheet
  method: z.infer<typeof withSheet>['method']
  standings: z.infer<typeof withSheet>['standings']
}

/** The score sheet in the text of a leaf, if it has one. */
export function sealedScores(leaf: string): SealedScores | null {
  const read = withSheet.safeParse(JSON.parse(leaf))
  if (!read.success) return null
  const { standings, method, sheet: { entries, unplaced, cards } } = read.data
  const marks = cards.flatMap(({ entry, judge, marks: given }) => method.criteria.flatMap(({ id }, index): Mark[] => {
    const score = given[index] ?? null
    return score === null ? [] : [{ entry, judge, criterion: id, score }]
  }))
  return { sheet: { entries, criteria: method.criteria.map(({ id, weight }) => ({ id, weight })), marks, unplaced }, method, standings }
}

/** For `npm run results`. */
export const sealedCsv = ({ sheet }: SealedScores) => sheetCsv(sheet)

/** Whether the sealed standings are what the sealed scores give, to the last digit; null: another version worked them out. */
export function followsFromScores({ sheet, method, standings }: SealedScores): boolean | null {
  if (method.version !== version) return null
  const working = workOut(sheet, { seed: method.seed, ordering: method.ordering })
  const again = sealedStandings(working, method, new Set(standings.map(({ entry }) => String(entry))))
  return canonicalJson(again) === canonicalJson(standings)
}
