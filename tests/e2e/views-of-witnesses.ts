import { press } from '#tests/e2e/acts.ts'
import { view, type View } from '#tests/e2e/views.ts'
import type { Here } from '#tests/e2e/worlds.ts'

const home = ({ slug }: Here) => `/witness/${slug}`
const seal = (here: Here) => `${home(here)}/home-care-worker`

/** One seal is asked for, and the witness is on the embargo list. */
export const witnessing: View[] = [
  view('witness', '/witness', 'leads to the year', () => '/witness'),
  view('witness', '/witness/:edition', 'a seal waits', home),
  view('witness', '/witness/:edition/:category', 'to seal', seal),
  view('witness', '/witness/:edition', 'sealed, nothing waits', seal, { act: (page) => press(page, 'Seal this for good').then(() => page.waitForURL(/done=sealed/)) }),
  view('witness', '/account', 'of a witness', () => '/account'),
]
