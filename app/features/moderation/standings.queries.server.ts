import type { Edition } from '#app/domain/edition.ts'
import { orderInForce, type InOrder } from '#app/domain/order-in-force.ts'
import type { PlaceRange } from '#app/domain/scoring/place-ranges.ts'
import type { Ordering, Warning, Working } from '#app/domain/scoring/standings.ts'
import type { Criterion } from '#app/features/categories/queries.server.ts'
import type { Certainty } from '#app/features/moderation/certainty.ts'
import { explainOnce, type Explained } from '#app/features/moderation/explained.server.ts'
import { isCounted, readCategorySheet, type Card, type CategorySheet, type Shortlisted } from '#app/features/moderation/score-sheet.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'

/** An entry of a category where it stands. Scores in points of the first criterion's scale. */
export interface StandingRow extends Omit<InOrder, 'entry'> {
  entryId: string
  name: string
  employer: string
  /** one for each counted scorecard, lowest first: whose they are does not show */
  scores: number[]
  /** marks that judges could not give on counted scorecards */
  missing: number
  /** scorecards given out that do not count: not finished, or of evidence or criteria that have changed since */
  notCounted: number
  /** sentences that judges offered for the citation */
  offered: string[]
  /** where the model sees it; null where that cannot be known */
  range: PlaceRange | null
}

export interface CategoryStandings {
  rows: StandingRow[]
  criteria: Criterion[]
  ordering: Ordering
  /** there are adjusted scores to show beside */
  adjusts: boolean
  warnings: Warning[]
  method: Working['standings']['method']
  version: string
  seed: number
  certainty: Certainty
  /** `apart`: of entries that stood down, which count for what they tell of their judges alone */
  cards: { counted: number; unfinished: number; outdated: number; apart: number }
  /** finalists who no longer take part */
  gone: string[]
}

/**
 * The entries of a category by the order in force: the weighted means of finished scorecards whose evidence and criteria
 * have not changed, of judges who are not void and did not step aside. Three reads, however many rows, once the programme is known.
 */
export async function readStandings(ctx: Pick<Ctx | TrxCtx, 'db'>, edition: Edition, category: { id: string }): Promise<CategoryStandings> {
  const read = await readCategorySheet(ctx, edition, category)
  return standingsFrom(edition, read, explainOnce(read.sheet, edition.settings.ordering))
}

export function standingsFrom({ settings }: Pick<Edition, 'settings'>, read: CategorySheet, explained: Explained): CategoryStandings {
  const { criteria, entries, cards } = read
  const { warnings, method, version, seed } = explained.standings
  const entryOf = new Map(entries.filter(({ takesPart }) => takesPart).map((entry) => [entry.id, entry]))
  const of = givenTo(read, explained)
  const inContest = cards.filter(({ entry }) => entryOf.has(entry))
  const countOf = (fits: (card: Card) => boolean) => inContest.filter(fits).length
  return {
    rows: orderInForce(explained, settings).flatMap((placed) => {
      const entry = entryOf.get(placed.entry)
      return entry ? [rowOf(placed, entry, { ...of(entry.id), criteria, range: explained.ranges?.get(entry.id) ?? null })] : []
    }),
    criteria, ordering: settings.ordering, adjusts: explained.calibration.adjusted !== null, warnings, method, version, seed,
    certainty: certaintyOf(entries, explained),
    cards: {
      counted: countOf(isCounted), unfinished: countOf(({ state }) => state !== 'finished'), outdated: countOf(({ state, outdated }) => state === 'finished' && outdated),
      apart: cards.filter(isCounted).length - countOf(isCounted),
    },
    gone: entries.filter(({ takesPart }) => !takesPart).map(({ name }) => name),
  }
}

/** What each entry was given, gone through once. */
function givenTo({ sheet, cards }: CategorySheet, { composites }: Explained) {
  const [cardsOf, marksOf, scoresOf] = [Map.groupBy(cards, ({ entry }) => entry), Map.groupBy(sheet.marks, ({ entry }) => entry), Map.groupBy(composites.scores, ({ entry }) => entry)]
  return (entry: string) => ({ cards: cardsOf.get(entry) ?? [], marks: marksOf.get(entry)?.length ?? 0, scores: (scoresOf.get(entry) ?? []).map(({ y }) => y) })
}

interface Given extends ReturnType<ReturnType<typeof givenTo>> {
  criteria: Criterion[]
  range: PlaceRange | null
}

function rowOf({ entry, ...placed }: InOrder, { name, employer }: Shortlisted, { cards, marks, scores, criteria, range }: Given): StandingRow {
  const counted = cards.filter(isCounted)
  return {
    ...placed, entryId: entry, name, employer, scores: scores.sort((a, b) => a - b), range,
    missing: counted.length * criteria.length - marks, notCounted: cards.length - counted.length, offered: counted.map(({ citation }) => citation).filter(Boolean),
  }
}

function certaintyOf(entries: Shortlisted[], { standings, panel, decisive, connection }: Explained): Certainty {
  const nameOf = new Map(entries.map(({ id, name }) => [id, name]))
  const named = (id: string) => nameOf.get(id) ?? ''
  return {
    possibleWinners: standings.possibleWinners?.map(named) ?? null,
    tooClose: standings.tooClose?.map(([upper, lower]) => [named(upper), named(lower)]) ?? null,
    decisive: decisive && decisive.length, judges: panel.judges.length, parts: connection.components, complete: panel.scores.y.length === panel.entries.length * panel.judges.length, leastShared: connection.thinnest?.shared ?? null, reliability: standings.reliability,
  }
}
