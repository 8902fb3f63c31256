import type { Calibration } from '#app/domain/scoring/calibration.ts'
import { bordaShares, meanZScores, medians, olympicMeans } from '#app/domain/scoring/other-methods.ts'
import type { Panel } from '#app/domain/scoring/panel.ts'
import { placesOf } from '#app/domain/scoring/places.ts'
import { preferencesOf, schulzePlaces } from '#app/domain/scoring/schulze.ts'

/** Places that another method would give, in the panel's order; null where it cannot say. Shown beside, never in force. */
export interface Compared {
  name: string
  values: (number | null)[] | null
  places: (number | null)[] | null
}

/** Entries up to which Schulze's paths are traced: their cost goes with the cube. */
const schulzeUpTo = 500

export function compareMethods({ scores }: Panel, { additive }: Calibration, tolerance: number): Compared[] {
  const column = (name: string, values: (number | null)[] | null): Compared => ({ name, values, places: values && placesOf(values, tolerance) })
  const schulze = scores.rows <= schulzeUpTo ? schulzePlaces(preferencesOf(scores, tolerance)) : null
  return [
    column('both fixed', additive.components > 1 || additive.df === 0 ? null : [...additive.adjusted]),
    column('z-score', meanZScores(scores)),
    column('Olympic', olympicMeans(scores)),
    column('median', medians(scores)),
    column('Borda', bordaShares(scores, tolerance)),
    { name: 'Schulze', values: null, places: schulze },
  ]
}
