import type { ExpressionBuilder } from 'kysely'
import { acceptsNominations, type Edition } from '#app/domain/edition.ts'
import { careSettings, placeAll, silentDistricts } from '#app/domain/reach-places.ts'
import { dayNumber, endOfDay, reachDays, tally, type Line, type ReachDay } from '#app/domain/reach.ts'
import { listFacts } from '#app/features/audit/queries.server.ts'
import { listNominationsByDay } from '#app/features/editions/desk.queries.server.ts'
import { listEditions } from '#app/features/editions/queries.server.ts'
import { answersSchema, type Asked } from '#app/features/nominations/journey.ts'
import { getAsked } from '#app/features/nominations/queries.server.ts'
import { listStops, stoppedAt } from '#app/features/nominations/stops.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Database, Instant } from '#db/schema.ts'
import { channels } from '#db/vocabulary.ts'

type Reading = Pick<Ctx, 'db' | 'now'>

/** Of a category, by nominations; `label` is its name. */
export interface CategoryLine extends Line {
  nominees: number
}

/** Who has been heard in an edition by now, and who in the edition before by the same day since its opening. */
export interface Reach {
  /** the slug of the edition before; null: there is none */
  before: string | null
  days: ReachDay[]
  /** the number of today among `days`; beyond them in the months after */
  today: number
  /** whether nominations have closed */
  over: boolean
  /** of all that came, those taken back since: they count by day and by channel, and nowhere else */
  withdrawn: number
  /** fewest first */
  categories: CategoryLine[]
  /** `label` is the vocabulary's word */
  channels: Line[]
  /** `label` is a kind of setting; empty where nothing tells */
  settings: Line[]
  /** `label` is a postcode district; empty where nothing tells */
  districts: Line[]
  silentDistricts: ReturnType<typeof silentDistricts>
  /** the pages of the form online, and how many stand there or stood there when they were deleted */
  stops: { words: string; stopped: number }[]
  /** by the form online */
  sent: number
}

/** One edition up to the end of a day. */
interface Span {
  id: string
  until: Instant
}

interface Counted {
  edition_id: string
  count: number
}

/** Seven reads however many rows, eight where there is an edition before; and three the first time, for what is asked. */
export async function readReach(ctx: Reading, edition: Edition): Promise<Reach> {
  const before = (await listEditions(ctx)).find((one) => !one.rehearsal && one.stage !== 'preparing' && one.ceremony_at < edition.ceremony_at)
  const today = dayNumber(edition)
  const spans = [edition, ...(before ? [before] : [])].map((one) => ({ id: one.id, until: endOfDay(one, today) }))
  const came = await countByChannel(ctx, spans)
  const countOf = (isIt: (one: (typeof came)[number]) => boolean) => came.reduce((sum, one) => (one.edition_id === edition.id && isIt(one) ? sum + one.count : sum), 0)
  const places = placeAll(await countByWorkplace(ctx, spans))
  const districts = [...new Set(places.flatMap(({ district }) => district ?? []))].sort(new Intl.Collator('en', { numeric: true }).compare)
  const asked = await getAsked(ctx, edition)
  return {
    before: before?.slug ?? null, today, over: !acceptsNominations(edition, edition.now),
    days: reachDays(await weeksOf(ctx, edition), before && (await weeksOf(ctx, before))),
    withdrawn: countOf(({ state }) => state === 'withdrawn'),
    categories: await listCategoryLines(ctx, asked, spans),
    channels: linesOf(spans, came, [...channels], ({ channel }) => channel),
    settings: linesOf(spans, places, [...careSettings, ''], ({ setting = '' }) => setting),
    districts: linesOf(spans, places, [...districts, ''], ({ district = '' }) => district),
    silentDistricts: silentDistricts(places.filter((place) => place.edition_id === edition.id), districts),
    stops: await countStops(ctx, edition, asked),
    sent: countOf(({ channel }) => channel === 'online'),
  }
}

async function weeksOf<E extends Edition>(ctx: Reading, edition: E) {
  return { ...edition, byDay: await listNominationsByDay(ctx, edition) }
}

function linesOf<Row extends Counted>([own, before]: Span[], rows: Row[], labels: string[], labelOf: (row: Row) => string): Line[] {
  const countsOf = (span?: Span) => span && tally(rows.filter((row) => row.edition_id === span.id), labelOf, ({ count }) => count)
  const [counts, earlier] = [countsOf(own), countsOf(before)]
  return labels.map((label) => ({ label, count: counts?.get(label) ?? 0, before: earlier ? earlier.get(label) ?? 0 : null }))
}

async function listCategoryLines(ctx: Reading, { categories }: Asked, spans: Span[]): Promise<CategoryLine[]> {
  const rows = await countByCategory(ctx, spans)
  const lines = linesOf(spans, rows, categories.map(({ slug }) => slug), ({ slug }) => slug)
  return lines
    .map((line, index) => ({
      ...line, label: categories[index]?.name ?? '', nominees: rows.find((row) => row.edition_id === spans[0]?.id && row.slug === line.label)?.nominees ?? 0,
    }))
    .sort((a, b) => a.count - b.count)
}

/** Of the spans' nominations. */
const within = (spans: Span[]) => (e: ExpressionBuilder<Database & { n: Database['nomination'] }, 'n'>) =>
  e.or(spans.map(({ id, until }) => e.and([e('n.edition_id', '=', id), e('n.received_at', '<', until)])))

function countByChannel({ db }: Reading, spans: Span[]) {
  return db
    .selectFrom('nomination as n').select(['n.edition_id', 'n.channel', 'n.state', (e) => e.fn.countAll<number>().as('count')])
    .where(within(spans)).groupBy(['n.edition_id', 'n.channel', 'n.state']).execute()
}

function countByCategory({ db }: Reading, spans: Span[]) {
  return db
    .selectFrom('nomination as n').innerJoin('nomination_category as nc', 'nc.nomination_id', 'n.id').innerJoin('category', 'category.id', 'nc.category_id')
    .select(['n.edition_id', 'category.slug', (e) => e.fn.countAll<number>().as('count'), (e) => e.fn.count<number>('n.nominee_id').distinct().as('nominees')])
    .where(within(spans)).where('n.state', '=', 'live').groupBy(['n.edition_id', 'category.slug']).execute()
}

function countByWorkplace({ db }: Reading, spans: Span[]) {
  return db
    .selectFrom('nomination as n').innerJoin('nominee', 'nominee.id', 'n.nominee_id')
    .select(['n.edition_id', 'nominee.employer', 'nominee.job', (e) => e.fn.countAll<number>().as('count')])
    .where(within(spans)).where('n.state', '=', 'live').groupBy(['n.edition_id', 'nominee.employer', 'nominee.job']).execute()
}

/** Drafts that nominators began themselves; of those deleted, the trail knows where they stood. */
async function countStops(ctx: Reading, edition: Edition, asked: Asked): Promise<Reach['stops']> {
  const unsent = await ctx.db
    .selectFrom('draft').leftJoin('nomination', 'nomination.draft_id', 'draft.id').leftJoin('assisted', 'assisted.draft_id', 'draft.id').select('draft.answers')
    .where('draft.edition_id', '=', edition.id).where('nomination.id', 'is', null).where('assisted.draft_id', 'is', null)
    .execute()
  const deleted = (await listFacts(ctx, edition.id, 'draft.deleted')).flatMap(({ stopped }) => (Array.isArray(stopped) ? stopped : []))
  const stood = [...unsent.map(({ answers }) => stoppedAt(asked, answersSchema.parse(JSON.parse(answers)))), ...deleted]
  const counts = tally(stood, (name) => name, () => 1)
  return listStops(asked).map(({ name, words }) => ({ words, stopped: counts.get(name) ?? 0 }))
}
