import type { Edition } from '#app/domain/edition.ts'
import { orderInForce, type InOrder } from '#app/domain/order-in-force.ts'
import { onScale, type Mark, type ScoreSheet } from '#app/domain/scoring/composite.ts'
import { workOut, type Ordering, type Warning, type Working } from '#app/domain/scoring/standings.ts'
import { getProgramme, type Criterion } from '#app/features/categories/queries.server.ts'
import { isOutdated } from '#app/features/judging/scorecard.ts'
import { standingCards } from '#app/features/judging/standing-cards.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

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
  cards: { counted: number; unfinished: number; outdated: number }
  /** finalists who no longer take part */
  gone: string[]
}

/**
 * The entries of a category by the order in force: the weighted means of finished scorecards whose evidence and criteria
 * have not changed, of judges who are not void and did not step aside. Three reads, however many rows, once the programme is known.
 */
export async function readStandings(ctx: Reading, edition: Edition, category: { id: string }): Promise<CategoryStandings> {
  const entries = await listShortlisted(ctx, category.id)
  const standing = entries.filter((one) => one.state === 'live' && one.standing === 'standing')
  const { categories } = await getProgramme(ctx, edition)
  const criteria = categories.find(({ id }) => id === category.id)?.criteria ?? []
  const cards = await listCards(ctx, edition, category.id)
  const marks = await listMarks(ctx, cards.filter(isCounted).map(({ id }) => id))
  const working = workOutOnce(sheetOf(standing.map(({ id }) => id), criteria, cards, marks), edition.settings.ordering)
  const { warnings, method, version } = working.standings
  const countOf = (fits: (card: Card) => boolean) => cards.filter(fits).length
  return {
    rows: orderInForce(working, edition.settings).flatMap((placed) => {
      const entry = standing.find(({ id }) => id === placed.entry)
      return entry ? [rowOf(placed, entry, { criteria, marks, working, cards: cards.filter((card) => card.entry === entry.id) })] : []
    }),
    criteria, ordering: edition.settings.ordering, adjusts: working.calibration.adjusted !== null, warnings, method, version,
    cards: { counted: countOf(isCounted), unfinished: countOf(({ state }) => state !== 'finished'), outdated: countOf(({ state, outdated }) => state === 'finished' && outdated) },
    gone: entries.filter((one) => !standing.includes(one)).map(({ name }) => name),
  }
}

interface Given {
  criteria: Criterion[]
  marks: GivenMark[]
  working: Working
  /** of the entry, counted or not */
  cards: Card[]
}

function rowOf({ entry, ...placed }: InOrder, { name, employer }: { name: string; employer: string }, { criteria, marks, working, cards }: Given): StandingRow {
  const counted = cards.filter(isCounted)
  const given = marks.filter((mark) => counted.some(({ id }) => id === mark.scorecard_id)).length
  return {
    ...placed, entryId: entry, name, employer,
    scores: working.composites.scores.filter((one) => one.entry === entry).map(({ y }) => y).sort((a, b) => a - b),
    missing: counted.length * criteria.length - given, notCounted: cards.length - counted.length,
    offered: counted.map(({ citation }) => citation).filter(Boolean),
  }
}

function listShortlisted({ db }: Reading, categoryId: string) {
  return db
    .selectFrom('entry').innerJoin('nominee', 'nominee.id', 'entry.nominee_id')
    .select(['entry.id', 'entry.state', 'entry.standing', 'nominee.name', 'nominee.employer'])
    .where('entry.category_id', '=', categoryId).where('entry.shortlist', '=', 'in').orderBy('nominee.name').orderBy('entry.id').execute()
}

async function listCards({ db }: Reading, edition: Edition, categoryId: string) {
  const cards = await standingCards(db, edition.id)
    .select([
      'scorecard.id', 'scorecard.state', 'scorecard.dossier_version', 'scorecard.criteria_version', 'scorecard.citation', 'scorecard.judge_id as judge', 'entry.id as entry',
      'entry.dossier_version as dossier_now', 'category.criteria_version as criteria_now',
    ])
    .where('category.id', '=', categoryId).orderBy('scorecard.id').execute()
  return cards.map(({ dossier_version: dossier, criteria_version: criteria, dossier_now, criteria_now, ...card }) => ({
    ...card, outdated: isOutdated({ state: card.state, madeOn: { dossier, criteria }, now: { dossier: dossier_now, criteria: criteria_now } }),
  }))
}
type Card = Awaited<ReturnType<typeof listCards>>[number]

function isCounted({ state, outdated }: Card): boolean {
  return state === 'finished' && !outdated
}

interface GivenMark {
  scorecard_id: string
  criterion_id: string
  value: number
}

async function listMarks({ db }: Reading, cardIds: string[]): Promise<GivenMark[]> {
  if (cardIds.length === 0) return []
  const marks = await db.selectFrom('mark').select(['scorecard_id', 'criterion_id', 'value']).where('scorecard_id', 'in', cardIds).where('value', 'is not', null).execute()
  return marks.map(({ value, ...mark }) => ({ ...mark, value: value ?? 0 }))
}

/** Criteria may have scales of their own: all marks are put on the first one's. */
function sheetOf(entries: string[], criteria: Criterion[], cards: Card[], given: GivenMark[]): ScoreSheet {
  const [first] = criteria
  const cardOf = new Map(cards.map((card) => [card.id, card]))
  const marks = given.flatMap(({ scorecard_id, criterion_id, value }): Mark[] => {
    const [card, criterion] = [cardOf.get(scorecard_id), criteria.find(({ id }) => id === criterion_id)]
    if (!card || !criterion || !first) return []
    const score = onScale(value, { min: criterion.scaleMin, max: criterion.scaleMax }, { min: first.scaleMin, max: first.scaleMax })
    return [{ entry: card.entry, judge: card.judge, criterion: criterion_id, score }]
  })
  return { entries, criteria: criteria.map(({ id, weight }) => ({ id, weight })), marks }
}

const known = new Map<string, Working>()

/** The chances of first place take half a second to draw, and the same sheet gives the same figures: kept for the next look. */
function workOutOnce(sheet: ScoreSheet, ordering: Ordering): Working {
  const key = JSON.stringify([sheet, ordering])
  const working = known.get(key) ?? workOut(sheet, { ordering })
  if (known.size > 50) known.clear()
  known.set(key, working)
  return working
}
