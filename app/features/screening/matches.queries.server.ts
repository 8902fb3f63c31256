import type { Edition } from '#app/domain/edition.ts'
import type { Described } from '#app/domain/matching/compare.ts'
import { suggestPairs, type Suggestion } from '#app/domain/matching/suggest.ts'
import { holdsWords } from '#app/features/nominations/inbox.queries.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { pageFrom, rowsOnAPage, type Cursor, type Page } from '#app/platform/paging.ts'
import { fingerprintOf } from '#app/platform/tokens.server.ts'
import type { NomineeKind } from '#db/vocabulary.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>
type InEdition = Pick<Edition, 'id'>

/** A nominee as the lists of this part show them. */
export interface NomineeLine {
  id: string
  kind: NomineeKind
  name: string
  job: string
  employer: string
  /** live ones */
  nominations: number
  categories: string[]
}

/** Two nominees that may be one, with why in words. */
export interface MatchLine {
  one: NomineeLine
  other: NomineeLine
  likelihood: number
  reasons: string[]
}

/** Of a pair's place in the list. */
export const matchKey = /^0\.\d{1,2}~[a-z0-9]{20}~[a-z0-9]{20}$/

/** One page of the pairs that may be the same nominee, most likely first; of one nominee with `of`. */
export async function listMatches(ctx: Reading, edition: InEdition, { of }: { of?: string }, cursor?: Cursor): Promise<Page<MatchLine> & { count: number }> {
  const all = await listPairs(ctx, edition)
  const pairs = of ? all.filter(({ one, other }) => one === of || other === of) : all
  const at = cursor ? pairs.findIndex((pair) => placeOf(pair) >= placeFrom(cursor.key)) : 0
  const page = pageFrom(partFrom(pairs, at === -1 ? pairs.length : at, cursor), cursor, keyOf)
  const lines = await readLines(ctx, page.rows.flatMap(({ one, other }) => [one, other]))
  const rows = page.rows.flatMap(({ one, other, likelihood, reasons }) => {
    const [a, b] = [lines.get(one), lines.get(other)]
    return a && b ? [{ one: a, other: b, likelihood, reasons }] : []
  })
  return { ...page, rows, count: pairs.length }
}

/** One more than a page, from a place in the list in the cursor's direction; the place itself was on the page before. */
function partFrom(pairs: Suggestion[], at: number, cursor: Cursor | undefined): Suggestion[] {
  if (cursor?.towards === 'newer') return pairs.slice(Math.max(0, at - rowsOnAPage - 1), at).reverse()
  const from = cursor && pairs[at] && keyOf(pairs[at]) === cursor.key ? at + 1 : at
  return pairs.slice(from, from + rowsOnAPage + 1)
}

const keyOf = ({ one, other, likelihood }: Suggestion) => `${likelihood}~${one}~${other}`
/** Sorts as the list does. */
const placeOf = ({ one, other, likelihood }: Suggestion) => `${(1 - likelihood).toFixed(2)}~${one}~${other}`
function placeFrom(key: string): string {
  const [likelihood = '', one = '', other = ''] = key.split('~')
  return placeOf({ one, other, likelihood: Number(likelihood), reasons: [] })
}

/** How many pairs there are to look at. */
export async function countMatches(ctx: Reading, edition: InEdition): Promise<number> {
  return (await listPairs(ctx, edition)).length
}

/** Why two nominees may be the same, when they may. */
export async function findMatch(ctx: Reading, edition: InEdition, one: string, other: string): Promise<Suggestion | undefined> {
  const pairs = await listPairs(ctx, edition)
  return pairs.find((pair) => (pair.one === one && pair.other === other) || (pair.one === other && pair.other === one))
}

/** Somebody whom a nominee may be. */
export interface LookAlike {
  id: string
  name: string
}

/** Whom each of these nominees may be, most likely first, until they are merged or told apart; who looks like nobody is left out. Three reads. */
export async function listOpenLookAlikes(ctx: Reading, edition: InEdition, nomineeIds: string[]): Promise<Map<string, LookAlike[]>> {
  const asked = new Set(nomineeIds)
  const sides = (await listPairs(ctx, edition)).flatMap(({ one, other }) => [{ of: one, is: other }, { of: other, is: one }]).filter(({ of }) => asked.has(of))
  if (sides.length === 0) return new Map()
  const named = await ctx.db.selectFrom('nominee').select(['id', 'name']).where('id', 'in', [...new Set(sides.map(({ is }) => is))]).execute()
  const found = new Map(named.map((one) => [one.id, one]))
  return new Map([...Map.groupBy(sides, ({ of }) => of)].map(([of, own]) => [of, own.flatMap(({ is }) => found.get(is) ?? [])]))
}

interface NomineeRecord extends Described {
  mergedInto: string | null
}

/**
 * The pairs between nominees as they are now: what one nomination says of somebody speaks for all of the same nominee.
 * Without those that organisers told apart, also when either has been merged since.
 */
async function listPairs(ctx: Reading, edition: InEdition): Promise<Suggestion[]> {
  const records = await listRecords(ctx, edition)
  const roots = new Map(records.map(({ id, mergedInto }) => [id, mergedInto ?? id]))
  const pairKey = (one: string, other: string) => [roots.get(one) ?? one, roots.get(other) ?? other].sort().join('~')
  const apart = new Set((await listToldApart(ctx, edition)).map(({ one_id, other_id }) => pairKey(one_id, other_id)))
  const best = new Map<string, Suggestion>()
  for (const { one, other, likelihood, reasons } of suggestOnce(edition, records)) {
    const key = pairKey(one, other)
    const [a = '', b = ''] = key.split('~')
    if (a !== b && !apart.has(key) && !best.has(key)) best.set(key, { one: a, other: b, likelihood, reasons })
  }
  return [...best.values()].sort((x, y) => (placeOf(x) < placeOf(y) ? -1 : 1))
}

/** What was suggested last in an edition, and of whom: looking for it again costs more the more nominees there are. */
const lastSuggested = new Map<string, { of: string; pairs: Suggestion[] }>()

function suggestOnce({ id }: InEdition, records: NomineeRecord[]): Suggestion[] {
  const described = records.map(({ mergedInto: _, ...one }) => one)
  const of = fingerprintOf(described)
  const last = lastSuggested.get(id)
  if (last?.of === of) return last.pairs
  const pairs = suggestPairs(described)
  lastSuggested.set(id, { of, pairs })
  return pairs
}

/** Every record of the edition's nominees who have a live nomination, those merged into them too. */
async function listRecords({ db }: Reading, edition: InEdition): Promise<NomineeRecord[]> {
  return db
    .selectFrom('nominee')
    .select(['id', 'kind', 'name', 'job', 'employer', 'reach', 'merged_into as mergedInto'])
    .where('edition_id', '=', edition.id)
    .where((e) => e(e.fn.coalesce('merged_into', 'id'), 'in', e.selectFrom('nomination').select('nominee_id').where('nomination.edition_id', '=', edition.id).where('nomination.state', '=', 'live')))
    .orderBy('id')
    .execute()
}

function listToldApart({ db }: Reading, edition: InEdition) {
  return db
    .selectFrom('not_same').innerJoin('nominee as one', 'one.id', 'not_same.one_id').innerJoin('nominee as other', 'other.id', 'not_same.other_id')
    .select(['not_same.one_id', 'not_same.other_id', 'one.name as oneName', 'other.name as otherName', 'not_same.created_at'])
    .where('one.edition_id', '=', edition.id)
    .orderBy('not_same.created_at', 'desc').orderBy('not_same.one_id').orderBy('not_same.other_id')
    .execute()
}

export interface ToldApart {
  one: { id: string; name: string }
  other: { id: string; name: string }
}

/** Pairs that organisers said are not the same, the newest first. */
export async function listApart(ctx: Reading, edition: InEdition, most: number): Promise<ToldApart[]> {
  const rows = await listToldApart(ctx, edition)
  return rows.slice(0, most).map(({ one_id, other_id, oneName, otherName }) => ({ one: { id: one_id, name: oneName }, other: { id: other_id, name: otherName } }))
}

export async function areToldApart({ db }: Reading, one: string, other: string): Promise<boolean> {
  const [one_id = '', other_id = ''] = [one, other].sort()
  return (await db.selectFrom('not_same').select('created_at').where('one_id', '=', one_id).where('other_id', '=', other_id).executeTakeFirst()) !== undefined
}

/** Nominees whose name or workplace has these words, without `but`: where no suggestion helps. */
export async function searchNominees(ctx: Reading, edition: InEdition, words: string, but: string): Promise<NomineeLine[]> {
  const found = await ctx.db
    .selectFrom('nominee').select('id')
    .where('edition_id', '=', edition.id).where('merged_into', 'is', null).where('id', '<>', but)
    .where((e) => e.or([holdsWords('nominee.name', words), holdsWords('nominee.employer', words)]))
    .where((e) => e.exists(e.selectFrom('nomination').select('nomination.id').whereRef('nomination.nominee_id', '=', 'nominee.id').where('nomination.state', '=', 'live')))
    .orderBy('name').orderBy('id').limit(rowsOnAPage)
    .execute()
  const lines = await readLines(ctx, found.map(({ id }) => id))
  return found.flatMap(({ id }) => lines.get(id) ?? [])
}

async function readLines({ db }: Reading, ids: string[]): Promise<Map<string, NomineeLine>> {
  if (ids.length === 0) return new Map()
  const nominees = await db
    .selectFrom('nominee').select(['nominee.id', 'nominee.kind', 'nominee.name', 'nominee.job', 'nominee.employer'])
    .select((e) => e.selectFrom('nomination').select((n) => n.fn.countAll<number>().as('count')).whereRef('nomination.nominee_id', '=', 'nominee.id').where('nomination.state', '=', 'live').as('nominations'))
    .where('nominee.id', 'in', ids)
    .execute()
  const entries = await db
    .selectFrom('entry').innerJoin('category', 'category.id', 'entry.category_id').select(['entry.nominee_id as nominee', 'category.name'])
    .where('entry.nominee_id', 'in', ids).where('entry.state', '=', 'live').orderBy('category.position')
    .execute()
  const categories = Map.groupBy(entries, ({ nominee }) => nominee)
  return new Map(nominees.map((one) => [one.id, { ...one, nominations: one.nominations ?? 0, categories: categories.get(one.id)?.map(({ name }) => name) ?? [] }]))
}
