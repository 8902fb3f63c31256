import type { Edition } from '#app/domain/edition.ts'
import { publicitySchema, type PublicWishes } from '#app/domain/publicity.ts'
import type { Concerned } from '#app/features/screening/merging.policy.ts'
import { sentenceOf } from '#app/features/screening/sentence.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { fingerprintOf } from '#app/platform/tokens.server.ts'
import type { Instant, NomineeRow } from '#db/schema.ts'
import type { EntryState, NominationState, Screening, ShortlistPlace, Standing } from '#db/vocabulary.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>
type InEdition = Pick<Edition, 'id'>

/** One of two nominees that may be the same, with all that a merge would concern. */
export interface Side {
  id: string
  kind: NomineeRow['kind']
  name: string
  job: string
  employer: string
  reach: string
  /** how those merged into it are called */
  alsoCalled: string[]
  nominations: SideNomination[]
  entries: SideEntry[]
  /** what each of its records says */
  wishes: PublicWishes[]
}

export interface SideNomination {
  id: string
  reference: string
  state: NominationState
  categories: string[]
  /** what it says in one sentence */
  sentence: string
}

export interface SideEntry extends Concerned {
  entryState: EntryState
  standing: Standing
  screening: Screening
  shortlist: ShortlistPlace
}

/** Stands for what a page showed of both. `apart`: it showed that an organiser told them apart. */
export function fingerprintOfSides(sides: Side[], apart = false): string {
  return fingerprintOf([apart, ...[...sides].sort((a, b) => (a.id < b.id ? -1 : 1))])
}

export function findNominee({ db }: Reading, edition: InEdition, id: string): Promise<NomineeRow | undefined> {
  return db.selectFrom('nominee').selectAll().where('id', '=', id).where('edition_id', '=', edition.id).executeTakeFirst()
}

/** A nominee who is nobody else, as a side of a merge. */
export async function readSide(ctx: Reading, nominee: NomineeRow): Promise<Side> {
  const { id, kind, name, job, employer, reach } = nominee
  const records = await listRecords(ctx, id)
  return {
    id, kind, name, job, employer, reach, alsoCalled: records.filter((one) => one.id !== id).map((one) => one.name),
    nominations: await listNominationsOf(ctx, id), entries: await listEntriesConcerned(ctx, [id]),
    wishes: records.map(({ answer, publicity, toldAt }) => ({ answer, publicity: publicitySchema.parse(JSON.parse(publicity)), toldAt })),
  }
}

/** A nominee's own record and those merged into it, with when the first notice by each reached somebody. */
function listRecords({ db }: Reading, id: string) {
  return db
    .selectFrom('nominee').select(['nominee.id', 'nominee.name', 'nominee.answer', 'nominee.publicity'])
    .select((e) => e
      .selectFrom('notice').leftJoin('message', 'message.id', 'notice.message_id')
      .select((n) => n.fn.min(n.fn.coalesce('notice.told_at', 'message.sent_at')).as('told'))
      .whereRef('notice.nominee_id', '=', 'nominee.id')
      .as('toldAt'))
    .where((e) => e.or([e('nominee.id', '=', id), e('nominee.merged_into', '=', id)]))
    .orderBy('nominee.created_at').orderBy('nominee.id')
    .execute()
}

async function listNominationsOf({ db }: Reading, nomineeId: string): Promise<SideNomination[]> {
  const rows = await db
    .selectFrom('nomination as n').innerJoin('nomination_category as nc', 'nc.nomination_id', 'n.id').innerJoin('category as c', 'c.id', 'nc.category_id')
    .select((e) => ['n.id', 'n.reference', 'n.state', 'c.name as category', sentenceOf(e).as('sentence')])
    .where('n.nominee_id', '=', nomineeId)
    .orderBy('n.received_at').orderBy('n.id').orderBy('c.position')
    .execute()
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((of) => {
    const [first] = of
    return first ? [{ id: first.id, reference: first.reference, state: first.state, sentence: first.sentence ?? '', categories: of.map(({ category }) => category) }] : []
  })
}

/** The entries of nominees, in the order of the categories. */
export async function listEntriesConcerned({ db }: Reading, nomineeIds: string[]): Promise<SideEntry[]> {
  const rows = await db
    .selectFrom('entry').innerJoin('category', 'category.id', 'entry.category_id')
    .select(['category.name as category', 'category.state', 'entry.state as entryState', 'entry.standing', 'entry.screening', 'entry.shortlist'])
    .select((e) => e.selectFrom('scorecard').select((s) => s.fn.countAll<number>().as('count')).whereRef('scorecard.entry_id', '=', 'entry.id').where('scorecard.version', '>', 0).as('scores'))
    .where('entry.nominee_id', 'in', nomineeIds)
    .orderBy('category.position').orderBy('entry.id')
    .execute()
  return rows.map(({ scores, ...row }) => ({ ...row, scored: (scores ?? 0) > 0 }))
}

/** A merge as its page shows it. */
export interface MergeFacts {
  id: string
  from: { id: string; name: string; employer: string }
  into: { id: string; name: string; employer: string }
  mergedAt: Instant
  reason: string
  undoneAt: Instant | null
  undoReason: string
  /** those it moved */
  nominations: { id: string; reference: string; name: string }[]
  /** the merge of `into` into somebody else since, which has to be undone first */
  later?: { id: string; name: string }
}

/** A merge of this edition, whoever asks: the caller's guard has seen to that. */
export async function findMerge({ db }: Reading, edition: InEdition, id: string): Promise<MergeFacts | undefined> {
  const row = await merges({ db }, edition).where('merge.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const nominations = await db
    .selectFrom('merge_nomination as moved').innerJoin('nomination as n', 'n.id', 'moved.nomination_id').select(['n.id', 'n.reference', 'n.nominator_name as name'])
    .where('moved.merge_id', '=', id).orderBy('n.received_at').orderBy('n.id')
    .execute()
  const later = await merges({ db }, edition).where('merge.from_id', '=', row.intoId).where('merge.undone_at', 'is', null).executeTakeFirst()
  return { ...factsOf(row), nominations, later: later && { id: later.id, name: later.intoName } }
}

/** Merges that stand, the newest first. */
export async function listMerges({ db }: Reading, edition: InEdition, most: number): Promise<Omit<MergeFacts, 'nominations'>[]> {
  const rows = await merges({ db }, edition).where('merge.undone_at', 'is', null).orderBy('merge.merged_at', 'desc').orderBy('merge.id').limit(most).execute()
  return rows.map(factsOf)
}

function merges({ db }: Reading, edition: InEdition) {
  return db
    .selectFrom('merge').innerJoin('nominee as f', 'f.id', 'merge.from_id').innerJoin('nominee as i', 'i.id', 'merge.into_id')
    .select([
      'merge.id', 'merge.merged_at as mergedAt', 'merge.reason', 'merge.undone_at as undoneAt', 'merge.undo_reason as undoReason',
      'f.id as fromId', 'f.name as fromName', 'f.employer as fromEmployer', 'i.id as intoId', 'i.name as intoName', 'i.employer as intoEmployer',
    ])
    .where('merge.edition_id', '=', edition.id)
}

type MergeRow = Awaited<ReturnType<ReturnType<typeof merges>['executeTakeFirstOrThrow']>>

function factsOf({ fromId, fromName, fromEmployer, intoId, intoName, intoEmployer, ...row }: MergeRow): Omit<MergeFacts, 'nominations'> {
  return { ...row, from: { id: fromId, name: fromName, employer: fromEmployer }, into: { id: intoId, name: intoName, employer: intoEmployer } }
}
