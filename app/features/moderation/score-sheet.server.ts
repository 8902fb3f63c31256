import type { Edition } from '#app/domain/edition.ts'
import { compositesOf, onScale, type Mark, type ScoreSheet } from '#app/domain/scoring/composite.ts'
import { getProgramme, type Criterion } from '#app/features/categories/queries.server.ts'
import { isOutdated } from '#app/features/judging/scorecard.ts'
import { informingCards } from '#app/features/judging/standing-cards.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { fingerprintOf } from '#app/platform/tokens.server.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

/** What a category's standings are worked out from, and what the ids on the sheet stand for. */
export interface CategorySheet {
  /** entries by id, criteria as C1, C2 … in their order, judges as J1, J2 …; scores in points of the first criterion's scale */
  sheet: ScoreSheet
  criteria: Criterion[]
  /** in the order of their names */
  entries: Shortlisted[]
  /** of all of them, counted or not */
  cards: Card[]
  /** ids of the judges, J1 first */
  judges: string[]
}

export interface Shortlisted {
  id: string
  name: string
  employer: string
  takesPart: boolean
}

/** Three reads, however many rows, once the programme is known. */
export async function readCategorySheet(ctx: Reading, edition: Edition, category: { id: string }): Promise<CategorySheet> {
  const { categories } = await getProgramme(ctx, edition)
  const criteria = categories.find(({ id }) => id === category.id)?.criteria ?? []
  const entries = await listShortlisted(ctx, category.id)
  const cards = await listCards(ctx, edition, category.id)
  const counted = cards.filter(isCounted)
  const judges = inNoOrder(category.id, counted.map(({ judge }) => judge))
  const marks = await listMarks(ctx, counted.map(({ id }) => id))
  return { sheet: sheetOf({ criteria, entries, cards, judges }, marks, edition.settings), criteria, entries, cards, judges }
}

async function listShortlisted({ db }: Reading, categoryId: string): Promise<Shortlisted[]> {
  const entries = await db
    .selectFrom('entry').innerJoin('nominee', 'nominee.id', 'entry.nominee_id')
    .select(['entry.id', 'entry.state', 'entry.standing', 'nominee.name', 'nominee.employer'])
    .where('entry.category_id', '=', categoryId).where('entry.shortlist', '=', 'in').orderBy('nominee.name').orderBy('entry.id').execute()
  return entries.map(({ state, standing, ...entry }) => ({ ...entry, takesPart: state === 'live' && standing === 'standing' }))
}

async function listCards({ db }: Reading, edition: Edition, categoryId: string) {
  const cards = await informingCards(db, edition.id)
    .select([
      'scorecard.id', 'scorecard.state', 'scorecard.dossier_version', 'scorecard.criteria_version', 'scorecard.citation', 'scorecard.judge_id as judge', 'entry.id as entry',
      'entry.dossier_version as dossier_now', 'category.criteria_version as criteria_now',
    ])
    .where('category.id', '=', categoryId).orderBy('scorecard.id').execute()
  return cards.map(({ dossier_version: dossier, criteria_version: criteria, dossier_now, criteria_now, ...card }) => ({
    ...card, outdated: isOutdated({ state: card.state, madeOn: { dossier, criteria }, now: { dossier: dossier_now, criteria: criteria_now } }),
  }))
}
export type Card = Awaited<ReturnType<typeof listCards>>[number]

export function isCounted({ state, outdated }: Card): boolean {
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

/** So that the numbers of judges on a sheet that becomes public tell nothing, not even across categories. */
function inNoOrder(categoryId: string, judges: string[]): string[] {
  const order = new Map(judges.map((id) => [id, fingerprintOf([categoryId, id])]))
  return [...order.keys()].sort((a, b) => (order.get(a)! < order.get(b)! ? -1 : 1))
}

/** J1, or J01 where there are more than nine: sorted as text they keep their order, and with it the sums their last digit. */
export function numbered(letter: string, index: number, { length }: { length: number }): string {
  return `${letter}${String(index + 1).padStart(String(length).length, '0')}`
}

/** Criteria may have scales of their own: all marks are put on the first one's. */
function sheetOf({ criteria, entries, cards, judges }: Omit<CategorySheet, 'sheet'>, given: GivenMark[], rules: Edition['settings']): ScoreSheet {
  const [first] = criteria
  const cardOf = new Map(cards.map((card) => [card.id, card]))
  const criterionAt = new Map(criteria.map(({ id }, index) => [id, index]))
  const marks = given.flatMap(({ scorecard_id, criterion_id, value }): Mark[] => {
    const [card, index] = [cardOf.get(scorecard_id), criterionAt.get(criterion_id)]
    const criterion = criteria[index ?? -1]
    if (!card || index === undefined || !criterion || !first) return []
    const score = onScale(value, { min: criterion.scaleMin, max: criterion.scaleMax }, { min: first.scaleMin, max: first.scaleMax })
    return [{ entry: card.entry, judge: numbered('J', judges.indexOf(card.judge), judges), criterion: numbered('C', index, criteria), score }]
  })
  const scored = new Set(marks.map(({ entry }) => entry))
  const sheet = {
    entries: entries.filter(({ id, takesPart }) => takesPart || scored.has(id)).map(({ id }) => id),
    criteria: criteria.map(({ weight }, index) => ({ id: numbered('C', index, criteria), weight })), marks,
  }
  return { ...sheet, unplaced: listUnplaced(sheet, entries, rules) }
}

/** Entries that stood down, and those below the quorum where the edition does not rank them. */
function listUnplaced(sheet: ScoreSheet, entries: Shortlisted[], { quorum, quorumRule }: Pick<Edition['settings'], 'quorum' | 'quorumRule'>): string[] {
  const counts = Map.groupBy(compositesOf(sheet).scores, ({ entry }) => entry)
  const takesPart = new Set(entries.filter((one) => one.takesPart).map(({ id }) => id))
  const isShort = (id: string) => quorumRule === 'not-ranked' && (counts.get(id)?.length ?? 0) < quorum
  return sheet.entries.filter((id) => !takesPart.has(id) || (counts.has(id) && isShort(id)))
}
