import type { Selectable } from 'kysely'
import { createHash } from 'node:crypto'
import { hasRole } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { getProgramme, type Category, type Criterion } from '#app/features/categories/queries.server.ts'
import { listEditions } from '#app/features/editions/queries.server.ts'
import { countDossier, minutesLeft } from '#app/features/judging/desk.ts'
import { countGiven, isOutdated, isReady, progressOf, type Content, type Evidence, type Mark, type Progress } from '#app/features/judging/scorecard.ts'
import { entriesInSight } from '#app/features/judging/sight.server.ts'
import { readDossier, readDossiers, type DossierPart } from '#app/features/screening/dossier.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { hotQuery } from '#db/hot.server.ts'
import type { Db, JudgeRow, MarkTable, Trx } from '#db/schema.ts'
import type { NomineeKind, ScorecardState } from '#db/vocabulary.ts'

type Reading = Pick<Ctx, 'db'>
type Judge = Pick<JudgeRow, 'id'>

/** One of a judge's scorecards, with the entry it is about: all that a judge may know of that one. */
export interface Card {
  id: string
  state: ScorecardState
  version: number
  savedAt: string
  note: string
  citation: string
  share: boolean
  madeOn: Evidence
  now: Evidence
  progress: Progress
  /** the evidence or the criteria have changed since it was begun or finished */
  outdated: boolean
  entry: { id: string; nominee_id: string; category_id: string }
  nominee: { name: string; kind: NomineeKind; job: string; employer: string }
}

/** Every entry in a judge's sight, by name: the order tells nothing about when or how it came. */
export async function listCards({ db }: Reading, judge: Judge): Promise<Card[]> {
  const rows = await cardRows(db, judge.id).orderBy('nominee.name').orderBy('entry.id').execute()
  return rows.map(cardFromRow)
}

export async function findCard({ db }: Reading, judge: Judge, entryId: string): Promise<Card | undefined> {
  const [row] = await cardOf(db, judge.id, entryId)
  return row && cardFromRow(row)
}

function cardRows(db: Db | Trx, judgeId: string) {
  return entriesInSight(db, judgeId)
    .innerJoin('nominee', 'nominee.id', 'entry.nominee_id')
    .select([
      'scorecard.id', 'scorecard.state', 'scorecard.version', 'scorecard.updated_at', 'scorecard.note', 'scorecard.citation', 'scorecard.share',
      'scorecard.dossier_version', 'scorecard.criteria_version', 'entry.dossier_version as dossier_now', 'category.criteria_version as criteria_now',
      'entry.id as entry_id', 'entry.nominee_id', 'entry.category_id', 'nominee.name', 'nominee.kind', 'nominee.job', 'nominee.employer',
    ])
}

/** Asked twice for every save: once for what the form may hold, once in its transaction. */
const cardOf = hotQuery((db, judgeId: string, entryId: string) => cardRows(db, judgeId).where('entry.id', '=', entryId))

type CardRow = Awaited<ReturnType<ReturnType<typeof cardRows>['execute']>>[number]

function cardFromRow(row: CardRow): Card {
  const { id, state, version, note, citation, entry_id, nominee_id, category_id, name, kind, job, employer } = row
  const made = {
    state, madeOn: { dossier: row.dossier_version, criteria: row.criteria_version }, now: { dossier: row.dossier_now, criteria: row.criteria_now },
  }
  return {
    id, version, note, citation, share: row.share === 1, savedAt: row.updated_at, ...made, progress: progressOf(made), outdated: isOutdated(made),
    entry: { id: entry_id, nominee_id, category_id }, nominee: { name, kind, job, employer },
  }
}

/** What is written on these scorecards, by scorecard. */
export async function readContents({ db }: Reading, cards: Pick<Card, 'id' | 'note' | 'citation' | 'share'>[]): Promise<Map<string, Content>> {
  const rows = cards.length === 0 ? [] : await db.selectFrom('mark').selectAll().where('scorecard_id', 'in', cards.map(({ id }) => id)).execute()
  const byCard = Map.groupBy(rows, (row) => row.scorecard_id)
  return new Map(cards.map(({ id, note, citation, share }) => [id, { marks: marksFrom(byCard.get(id) ?? []), note, citation, share }]))
}

export async function readContent({ db }: Reading, { id, note, citation, share }: Pick<Card, 'id' | 'note' | 'citation' | 'share'>): Promise<Content> {
  return { marks: marksFrom(await marksOf(db, id)), note, citation, share }
}

const marksOf = hotQuery((db, cardId: string) => db.selectFrom('mark').selectAll().where('scorecard_id', '=', cardId))

function marksFrom(rows: Selectable<MarkTable>[]): Content['marks'] {
  return Object.fromEntries(rows.map((row): [string, Mark] => [row.criterion_id, { value: row.value, cannotJudge: row.cannot_judge === 1, reason: row.reason }]))
}

export function contentOf(contents: Map<string, Content>, { id }: Pick<Card, 'id'>): Content {
  return contents.get(id) ?? { marks: {}, note: '', citation: '', share: false }
}

export async function criteriaOf(ctx: Reading, edition: Pick<Edition, 'id' | 'version'>, categoryId: string): Promise<Criterion[]> {
  const { categories } = await getProgramme(ctx, edition)
  return categories.find(({ id }) => id === categoryId)?.criteria ?? []
}

/** A card before its judge: what was written about the nominee, by what it is judged, and what the judge wrote. */
export interface Desk {
  card: Card
  category: Category
  content: Content
  dossier: DossierPart[]
  /** of the dossier and the criteria as they are shown */
  stamp: string
}

export async function findDesk(ctx: Reading, edition: Pick<Edition, 'id' | 'version'>, judge: Judge, entryId: string): Promise<Desk | undefined> {
  const card = await findCard(ctx, judge, entryId)
  if (!card) return undefined
  const { categories } = await getProgramme(ctx, edition)
  const category = categories.find(({ id }) => id === card.entry.category_id)
  if (!category) return undefined
  const dossier = await readDossier(ctx, card.entry)
  return { card, category, content: await readContent(ctx, card), dossier, stamp: stampOf(dossier, card.now) }
}

/**
 * Stands for what a page shows of an entry, so that finishing says on which evidence. Not the dossier's version: that
 * counts sendings and withdrawals, which judges must not be able to tell.
 */
export async function stampEvidence(ctx: Reading, { entry, now }: Pick<Card, 'id' | 'entry' | 'now'>): Promise<string> {
  return stampOf(await readDossier(ctx, entry), now)
}

function stampOf(dossier: DossierPart[], { criteria }: Pick<Evidence, 'criteria'>): string {
  return createHash('sha256').update(JSON.stringify([criteria, dossier])).digest('base64url')
}

/** A card as its judge's first page lists it: how many criteria are given, of how many. */
export interface HomeCard extends Pick<Card, 'id' | 'entry' | 'nominee' | 'progress' | 'outdated'> {
  given: number
  of: number
}
export interface Home {
  cards: HomeCard[]
  /** ids of the entries whose scorecards lack nothing but to be finished */
  ready: string[]
  minutes: number
  /** from how many entries the judge stands aside */
  aside: number
}

/** All that is with a judge, and how much of it is left. */
export async function readHome(ctx: Reading, edition: Pick<Edition, 'id' | 'version'>, judge: Judge): Promise<Home> {
  const cards = await listCards(ctx, judge)
  const [contents, dossiers] = [await readContents(ctx, cards), await readDossiers(ctx, cards.map(({ entry }) => entry))]
  const { categories } = await getProgramme(ctx, edition)
  const criteria = new Map(categories.map((category) => [category.id, category.criteria]))
  const looked = cards.map((card, index) => {
    const [content, by] = [contentOf(contents, card), criteria.get(card.entry.category_id) ?? []]
    return { card, by, content, words: countDossier(dossiers[index] ?? []) }
  })
  return {
    cards: looked.map(({ card: { id, entry, nominee, progress, outdated }, by, content }) => ({ id, entry, nominee, progress, outdated, given: countGiven(by, content), of: by.length })),
    ready: looked.filter(({ card, by, content }) => isReady(card, by, content)).map(({ card }) => card.entry.id),
    minutes: minutesLeft(looked.map(({ card: { progress }, words }) => ({ progress, words }))),
    aside: await countSteppedAside(ctx, judge),
  }
}

/** Which entries they were is out of the judge's sight. */
async function countSteppedAside({ db }: Reading, judge: Judge): Promise<number> {
  const { count } = await db
    .selectFrom('scorecard').select((e) => e.fn.countAll<number>().as('count'))
    .where('judge_id', '=', judge.id).where('state', '=', 'stepped-aside')
    .executeTakeFirstOrThrow()
  return count
}

/** The editions that whoever is asking judges, latest first. */
export async function listJudged(ctx: Pick<Ctx, 'db' | 'now' | 'actor'>): Promise<Edition[]> {
  const { actor } = ctx
  if (actor.kind !== 'account') return []
  const judged = await ctx.db
    .selectFrom('judge').select('edition_id').where('account_id', '=', actor.accountId).where('state', 'in', ['invited', 'accepted']).execute()
  return (await listEditions(ctx)).filter(({ id }) => hasRole(actor, id, 'judge') && judged.some((one) => one.edition_id === id))
}
