import { fitEntriesFixed } from '#app/domain/scoring/entries-fixed.ts'
import { bordaShares, meanZScores, medians, olympicMeans } from '#app/domain/scoring/other-methods.ts'
import { placesOf, valuesOf } from '#app/domain/scoring/places.ts'
import { preferencesOf, schulzePlaces } from '#app/domain/scoring/schulze.ts'
import type { Working } from '#app/domain/scoring/standings.ts'

export type OtherMethod = 'both fixed' | 'entries fixed' | 'z-score' | 'Olympic' | 'median' | 'Borda' | 'Schulze'

/** Places that another method would give, in the panel's order; null where it cannot say, or the entry takes none. Shown beside, never in force. */
export interface Compared {
  name: OtherMethod
  values: (number | null)[] | null
  places: (number | null)[] | null
}

/** Entries up to which Schulze's paths are traced: their cost goes with the cube. */
const schulzeUpTo = 500
/** Judges up to which the entries are held fixed: a hundred factorisations. */
const entriesFixedUpTo = 200

export function compareMethods({ panel: { scores }, placed, calibration: { additive, fit }, tolerance }: Pick<Working, 'panel' | 'placed' | 'calibration' | 'tolerance'>): Compared[] {
  const column = (name: OtherMethod, values: (number | null)[] | null): Compared => ({ name, values, places: values && placesOf(valuesOf(values, placed), tolerance) })
  const fixed = fit && scores.cols <= entriesFixedUpTo ? fitEntriesFixed(scores) : null
  return [
    column('both fixed', additive.components > 1 || additive.df === 0 ? null : [...additive.adjusted]),
    column('entries fixed', fixed && [...fixed.adjusted]),
    column('z-score', meanZScores(scores)),
    column('Olympic', olympicMeans(scores)),
    column('median', medians(scores)),
    column('Borda', bordaShares(scores, tolerance)),
    { name: 'Schulze', values: null, places: scores.rows <= schulzeUpTo ? schulzeAmong() : null },
  ]

  function schulzeAmong(): (number | null)[] {
    const prefer = preferencesOf(scores, tolerance)
    const places = schulzePlaces(placed.map((i) => placed.map((k) => prefer[i]![k]!)))
    const taken = new Array<number | null>(scores.rows).fill(null)
    for (const [k, index] of placed.entries()) taken[index] = places[k]!
    return taken
  }
}
