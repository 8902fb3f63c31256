import type { Edition } from '#app/domain/edition.ts'
import type { ShortlistFacts } from '#app/domain/shortlist.ts'
import { listNotices } from '#app/features/screening/notices.queries.server.ts'
import { sentenceOf } from '#app/features/screening/sentence.server.ts'
import { takesPart, waitsForScreening } from '#app/features/screening/waiting.server.ts'
import type { Db, Trx } from '#db/schema.ts'
import type { CategoryState, NomineeAnswer, NomineeKind, ShortlistPlace } from '#db/vocabulary.ts'

type Reading = { db: Db | Trx }

export interface CategoryShortlist extends ShortlistFacts {
  id: string
  slug: string
  name: string
  state: CategoryState
  /** that may be chosen */
  eligible: number
}

/** How far each category's shortlist is, in the order of the programme. One read. */
export async function listShortlists({ db }: Reading, edition: Pick<Edition, 'id' | 'settings'>): Promise<CategoryShortlist[]> {
  const rows = await db
    .selectFrom('category')
    .leftJoin('entry', (join) => join.onRef('entry.category_id', '=', 'category.id').on('entry.state', '=', 'live').on('entry.standing', '=', 'standing'))
    .select(['category.id', 'category.slug', 'category.name', 'category.state', 'category.position', 'entry.shortlist', 'entry.screening'])
    .select((e) => [e.case().when('entry.id', 'is not', null).then(e.case().when(waitsForScreening(e)).then(1).else(0).end()).else(0).end().as('waits')])
    .where('category.edition_id', '=', edition.id)
    .orderBy('category.position')
    .execute()
  return [...Map.groupBy(rows, (row) => row.id).values()].map((entries) => {
    const [{ id, slug, name, state }] = entries as [(typeof rows)[number]]
    const among = (fits: (row: (typeof rows)[number]) => boolean) => entries.filter(fits).length
    const eligible = (row: (typeof rows)[number]) => row.screening === 'eligible'
    return {
      id, slug, name, state, quota: edition.settings.shortlistSize, eligible: among(eligible),
      toScreen: among((row) => row.waits === 1),
      undecided: among((row) => eligible(row) && row.shortlist === 'undecided'),
      chosen: among((row) => eligible(row) && row.shortlist === 'in'),
    }
  })
}

export async function findShortlist(ctx: Reading, edition: Pick<Edition, 'id' | 'settings'>, slug: string): Promise<CategoryShortlist | undefined> {
  return (await listShortlists(ctx, edition)).find((one) => one.slug === slug)
}

export interface Candidate {
  entryId: string
  nominee: string
  kind: NomineeKind
  job: string
  employer: string
  employerKey: string
  nomineeId: string
  place: ShortlistPlace
  reason: string
  waits: boolean
  /** live ones, for this category */
  nominations: number
  /** the longest of what they say in one sentence */
  sentence: string
  /** of the nomination */
  told: boolean
  answer: NomineeAnswer
  /** other categories in which this nominee is in */
  alsoIn: string[]
  /** others of the same employer who are in, here */
  colleaguesIn: number
}

/** The entries of a category that may be chosen, by name. Four reads, however many rows. */
export async function listCandidates({ db }: Reading, categoryId: string): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('entry').innerJoin('nominee', 'nominee.id', 'entry.nominee_id')
    .select([
      'entry.id as entryId', 'nominee.name as nominee', 'nominee.kind', 'nominee.job', 'nominee.employer', 'nominee.employer_key as employerKey',
      'nominee.id as nomineeId', 'nominee.answer', 'entry.shortlist as place', 'entry.shortlist_reason as reason',
    ])
    .select((e) => e.case().when(waitsForScreening(e)).then(1).else(0).end().as('waits'))
    .where('entry.category_id', '=', categoryId).where('entry.screening', '=', 'eligible')
    .where(takesPart)
    .orderBy('nominee.name').orderBy('entry.id')
    .execute()
  const elsewhere = await db
    .selectFrom('entry').innerJoin('category', 'category.id', 'entry.category_id')
    .select(['entry.nominee_id', 'category.name'])
    .where('entry.shortlist', '=', 'in').where('entry.category_id', '<>', categoryId)
    .where(takesPart)
    .where('entry.nominee_id', 'in', (e) => e.selectFrom('entry as here').select('here.nominee_id').where('here.category_id', '=', categoryId))
    .orderBy('category.position')
    .execute()
  const sentences = await listSentences({ db }, categoryId)
  const notices = await listNotices({ db }, rows.map(({ nomineeId }) => nomineeId))
  const isColleague = (one: (typeof rows)[number], other: (typeof rows)[number]) =>
    other.place === 'in' && other.entryId !== one.entryId && one.employerKey !== '' && other.employerKey === one.employerKey
  return rows.map((row) => ({
    ...row, waits: row.waits === 1, nominations: sentences.get(row.nomineeId)?.length ?? 0, sentence: sentences.get(row.nomineeId)?.[0] ?? '',
    told: notices.some((one) => one.personId === row.nomineeId && one.toldAt !== null),
    alsoIn: elsewhere.filter((one) => one.nominee_id === row.nomineeId).map((one) => one.name),
    colleaguesIn: rows.filter((other) => isColleague(row, other)).length,
  }))
}

/** What each live nomination of a category says in one sentence, by nominee, the longest first. */
async function listSentences({ db }: Reading, categoryId: string): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('nomination as n').innerJoin('nomination_category as nc', 'nc.nomination_id', 'n.id')
    .select((e) => ['n.nominee_id', sentenceOf(e).as('sentence')])
    .where('nc.category_id', '=', categoryId).where('n.state', '=', 'live').orderBy('n.id')
    .execute()
  const byNominee = Map.groupBy(rows, (row) => row.nominee_id)
  return new Map([...byNominee].map(([id, own]) => [id, own.map(({ sentence }) => sentence ?? '').sort((a, b) => b.length - a.length)]))
}
