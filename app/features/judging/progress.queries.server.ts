import type { Edition } from '#app/domain/edition.ts'
import { days, later } from '#app/domain/time.ts'
import { progressOf, type Progress } from '#app/features/judging/scorecard.ts'
import { standingCards } from '#app/features/judging/standing-cards.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'

type Source = Pick<Ctx | TrxCtx, 'db'>

export interface Tally {
  id: string
  name: string
  counts: Record<Progress, number>
}

/** How far judging is, by category and by judge: how many scorecards, never what is on them. */
export interface JudgingProgress {
  categories: (Tally & { slug: string })[]
  judges: (Tally & { email: string })[]
}

/** One read, of the scorecards in categories that are being judged. */
export async function readProgress({ db }: Source, edition: Pick<Edition, 'id'>): Promise<JudgingProgress> {
  const cards = await standingCards(db, edition.id)
    .select([
      'scorecard.state', 'scorecard.dossier_version', 'scorecard.criteria_version', 'entry.dossier_version as dossier_now', 'category.criteria_version as criteria_now',
      'category.id as categoryId', 'category.slug', 'category.name as category', 'judge.id as judgeId', 'account.name as judge', 'account.email',
    ])
    .where('category.state', '=', 'judging')
    .orderBy('category.position').orderBy('account.name').orderBy('judge.id')
    .execute()
  const counted = cards.map((card) => ({ ...card, progress: progressOf(madeOf(card)) }))
  return {
    categories: tallied(counted, (card) => card.categoryId).map(({ id, first, counts }) => ({ id, name: first.category, slug: first.slug, counts })),
    judges: tallied(counted, (card) => card.judgeId).map(({ id, first, counts }) => ({ id, name: first.judge, email: first.email, counts })).sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}

interface Versions {
  dossier_version: number
  criteria_version: number
  dossier_now: number
  criteria_now: number
}

function madeOf<S>({ state, dossier_version, criteria_version, dossier_now, criteria_now }: Versions & { state: S }) {
  return { state, madeOn: { dossier: dossier_version, criteria: criteria_version }, now: { dossier: dossier_now, criteria: criteria_now } }
}

/** The cards of each key, of which the first says what it is called. */
function tallied<C extends { progress: Progress }>(cards: C[], keyOf: (card: C) => string): { id: string; first: C; counts: Tally['counts'] }[] {
  return [...Map.groupBy(cards, keyOf)].flatMap(([id, own]) => (own[0] ? [{ id, first: own[0], counts: countsOf(own) }] : []))
}

function countsOf(cards: { progress: Progress }[]): Tally['counts'] {
  const countOf = (progress: Progress) => cards.filter((card) => card.progress === progress).length
  return { 'to-do': countOf('to-do'), 'in-progress': countOf('in-progress'), 'look-again': countOf('look-again'), finished: countOf('finished') }
}

export interface Reader {
  id: string
  name: string
  email: string
  entries: number
}

/** Who has something to read in these categories, and how much. */
export function listReaders({ db }: Source, edition: Pick<Edition, 'id'>, slugs: string[]): Promise<Reader[]> {
  return standingCards(db, edition.id)
    .select(['judge.id', 'account.name', 'account.email', (e) => e.fn.countAll<number>().as('entries')])
    .where('category.slug', 'in', slugs).where('judge.state', '=', 'accepted').where('scorecard.state', '<>', 'finished')
    .groupBy(['judge.id', 'account.name', 'account.email']).orderBy('account.name').orderBy('judge.id')
    .execute()
}

/** Scorecards on which something has been saved. */
export async function countBegun({ db }: Source, edition: Pick<Edition, 'id'>): Promise<number> {
  const { count } = await db
    .selectFrom('scorecard').innerJoin('entry', 'entry.id', 'scorecard.entry_id').select((e) => e.fn.countAll<number>().as('count'))
    .where('entry.edition_id', '=', edition.id).where('scorecard.version', '>', 0)
    .executeTakeFirstOrThrow()
  return count
}

export const reminderKind = 'judging.reminder'

export interface ToRemind {
  id: string
  name: string
  email: string
  /** entries still to finish, or to look at again */
  left: number
}

/** Judges with something left who were not reminded within the last day. */
export async function listToRemind(ctx: Source, edition: Pick<Edition, 'id' | 'now'>): Promise<ToRemind[]> {
  const { judges } = await readProgress(ctx, edition)
  const lately = await ctx.db
    .selectFrom('message').select('about_id').where('edition_id', '=', edition.id).where('kind', '=', reminderKind)
    .where('created_at', '>', later(edition.now, -days(1))).where('state', '<>', 'cancelled').execute()
  return judges
    .map(({ id, name, email, counts }) => ({ id, name, email, left: counts['to-do'] + counts['in-progress'] + counts['look-again'] }))
    .filter(({ id, left }) => left > 0 && !lately.some((one) => one.about_id === id))
}
