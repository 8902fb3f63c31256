import { effectDrawer } from '#app/domain/scoring/draws.ts'
import { effectsOf, restrictedTo, type Effects } from '#app/domain/scoring/effects.ts'
import type { Working } from '#app/domain/scoring/standings.ts'

/** The places that an entry takes in nine of ten draws from the model, from the better to the worse. */
export interface PlaceRange {
  from: number
  to: number
}

const draws = 10_000
const tail = 0.05
/** Entries up to which places are drawn: some tenths of a second. */
const entriesAtMost = 500

/** By entry, for those that take a place; null where the model cannot say, or there are too many to draw. */
export function placeRangesOf({ standings, panel, placed, calibration: { method, model, fit } }: Working): Map<string, PlaceRange> | null {
  if (placed.length > entriesAtMost) return null
  const named = (ranges: PlaceRange[]) => new Map(placed.map((i, k) => [panel.entries[i]!, ranges[k]!]))
  if (method === 'no-variation' || (method === 'reml' && model.varEntry === 0)) return named(placed.map(() => ({ from: 1, to: placed.length })))
  if (fit) return named(drawPlaces(restrictedTo(effectsOf(fit, 'entries'), Int32Array.from(placed)), standings.seed))
  if (standings.tooClose === null) return null
  return new Map(standings.entries.flatMap(({ entry, adjustedPlace: at }) => (at === null ? [] : [[entry, { from: at, to: at }]])))
}

function drawPlaces(effects: Effects, seed: number): PlaceRange[] {
  const n = effects.mean.length
  const taken = Array.from({ length: n }, () => new Int32Array(n))
  const draw = effectDrawer(effects, seed)
  const order = Array.from({ length: n }, (_, i) => i)
  for (let k = 0; k < draws; k++) {
    const drawn = draw()
    order.sort((a, b) => drawn[b]! - drawn[a]!)
    for (let place = 0; place < n; place++) taken[order[place]!]![place]!++
  }
  return taken.map((counts) => ({ from: quantile(counts, tail), to: quantile(counts, 1 - tail) }))
}

/** The first place by which this share of the draws is reached. */
function quantile(counts: Int32Array, share: number): number {
  let sum = 0
  return 1 + counts.findIndex((count) => (sum += count) >= share * draws)
}
