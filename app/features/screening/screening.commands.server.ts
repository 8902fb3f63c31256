import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { getProgramme, type Category } from '#app/features/categories/queries.server.ts'
import { deriveEntries } from '#app/features/nominations/entries.server.ts'
import { waitsToBeLookedAt } from '#app/features/nominations/looking.server.ts'
import { canDecide, canMove } from '#app/features/screening/policy.ts'
import { followRefusal } from '#app/features/screening/refusing.server.ts'
import { findEntry, type Entry } from '#app/features/screening/screening.queries.server.ts'
import { inTransaction, inTransactionOrNot, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { holdAlone } from '#db/dialect.server.ts'

/** An entry whose dossier somebody has read. */
export interface SeenEntry {
  entryId: string
  dossierVersion: number
}
export interface Decision {
  decision: 'eligible' | 'ineligible'
  reason: string
}

/**
 * Finds an entry eligible or not, by the dossier that was read: when it is another one by now, nothing is decided. What
 * is found eligible has been read, so its nominations are open to judges. Side effects: dossier versions, audit.
 */
export async function decideEligibility(ctx: Ctx, edition: Edition, { entryId, dossierVersion }: SeenEntry, { decision, reason }: Decision): Promise<Result> {
  const found = await findWithCategory(ctx, edition, entryId)
  if (!found.ok) return found
  const { entry, category } = found.value
  const may = canDecide(ctx.actor, edition, category)
  if (!may.ok) return may
  if (decision === 'ineligible' && !reason) return denied('reason-needed')
  return inTransaction(ctx, async (trx) => {
    await holdAlone(trx.db, `nominee:${entry.nominee_id}`)
    if (decision === 'eligible' && (await nominationsOf(trx, entry).where(waitsToBeLookedAt).executeTakeFirst())) return denied('look-first')
    const decided = await trx.db
      .updateTable('entry').set({ screening: decision, screening_reason: decision === 'eligible' ? '' : reason })
      .where('id', '=', entry.id).where('dossier_version', '=', dossierVersion).where('state', '=', 'live')
      .executeTakeFirst()
    if (decided.numUpdatedRows !== 1n) return denied('changed-meanwhile')
    if (decision === 'eligible') await openToJudges(trx, entry)
    await record(trx, { verb: 'entry.screened', edition, objectId: entry.id, facts: { decision, category: category.name } })
    return ok()
  })
}

/** Marks the versions in force of an entry's nominations as read. Every dossier that shows them has then changed. */
async function openToJudges({ db }: TrxCtx, { nominee_id, category_id }: Pick<Entry, 'nominee_id' | 'category_id'>): Promise<void> {
  const unread = await db
    .selectFrom('nomination as n').innerJoin('nomination_category as nc', 'nc.nomination_id', 'n.id').select('n.id')
    .where('n.nominee_id', '=', nominee_id).where('nc.category_id', '=', category_id).where('n.state', '=', 'live')
    .whereRef('n.screened_version', '<>', 'n.version')
    .execute()
  if (unread.length === 0) return
  const ids = unread.map(({ id }) => id)
  await db.updateTable('nomination').set((e) => ({ screened_version: e.ref('version') })).where('id', 'in', ids).execute()
  await db
    .updateTable('entry').set((e) => ({ dossier_version: e('dossier_version', '+', 1) }))
    .where('nominee_id', '=', nominee_id)
    .where('category_id', 'in', (e) => e.selectFrom('nomination_category').select('category_id').where('nomination_id', 'in', ids))
    .execute()
}

/**
 * Moves an entry's nominations to another category; what was answered for the old one comes along. The category that the
 * nominator chose is kept, also over several moves. Side effects: entries and their dossier versions, audit.
 */
export async function moveCategory(ctx: Ctx, edition: Edition, { entryId, dossierVersion }: SeenEntry, toSlug: string): Promise<Result> {
  const found = await findWithCategory(ctx, edition, entryId)
  if (!found.ok) return found
  const { entry, category: from, categories } = found.value
  const to = categories.find(({ slug }) => slug === toSlug)
  if (!to || to.id === from.id) return denied('not-found')
  const may = canMove(ctx.actor, edition, entry.kind, from, to)
  if (!may.ok) return may
  return inTransactionOrNot(ctx, async (trx) => {
    await holdAlone(trx.db, `nominee:${entry.nominee_id}`)
    const now = await findEntry(trx, edition, entry.id)
    if (now?.state !== 'live' || now.dossier_version !== dossierVersion) return denied('changed-meanwhile')
    if (await haveBoth(trx, entry, to)) return denied('in-category-already', { category: to.name })
    if (!(await repoint(trx, entry, to))) return denied('changed-meanwhile')
    await deriveEntries(trx, edition, entry.nominee_id)
    await followRefusal(trx, edition, entry.nominee_id)
    await record(trx, { verb: 'entry.moved', edition, objectId: entry.id, facts: { from: from.name, to: to.name } })
    return ok()
  })
}

/** The entry's live nominations. */
function nominationsOf({ db }: TrxCtx, { nominee_id, category_id }: Pick<Entry, 'nominee_id' | 'category_id'>) {
  return db
    .selectFrom('nomination as n').innerJoin('nomination_category as own', 'own.nomination_id', 'n.id').select('n.id')
    .where('n.nominee_id', '=', nominee_id).where('own.category_id', '=', category_id).where('n.state', '=', 'live')
}

async function haveBoth(trx: TrxCtx, entry: Entry, to: Category): Promise<boolean> {
  const both = await nominationsOf(trx, entry)
    .innerJoin('nomination_category as other', 'other.nomination_id', 'n.id').where('other.category_id', '=', to.id)
    .executeTakeFirst()
  return both !== undefined
}

/** Moved back to where its nominator wanted it, a nomination is as if it had never been moved. */
async function repoint(trx: TrxCtx, entry: Entry, to: Category): Promise<boolean> {
  const moved = await trx.db
    .updateTable('nomination_category')
    .set((e) => {
      const chosen = e.fn.coalesce('moved_from', 'category_id')
      return { category_id: to.id, moved_from: e.case().when(chosen, '=', to.id).then(null).else(chosen).end() }
    })
    .where('category_id', '=', entry.category_id).where('nomination_id', 'in', nominationsOf(trx, entry))
    .executeTakeFirst()
  return moved.numUpdatedRows > 0n
}

/** Stands an entry down: it takes no part, whatever its nominations say. Side effect: audit; the reason is kept with the entry. */
export function standDown(ctx: Ctx, edition: Edition, entryId: string, reason: string): Promise<Result> {
  return changeStanding(ctx, edition, entryId, { from: 'standing', to: 'stood-down', verb: 'entry.stood-down' }, reason)
}

/** Lets an entry stand again, for a reason too: somebody has counted on its being out. */
export function standAgain(ctx: Ctx, edition: Edition, entryId: string, reason: string): Promise<Result> {
  return changeStanding(ctx, edition, entryId, { from: 'stood-down', to: 'standing', verb: 'entry.stands-again' }, reason)
}

interface StandingStep {
  from: 'standing' | 'stood-down'
  to: 'standing' | 'stood-down'
  verb: 'entry.stood-down' | 'entry.stands-again'
}

async function changeStanding(ctx: Ctx, edition: Edition, entryId: string, { from, to, verb }: StandingStep, reason: string): Promise<Result> {
  const found = await findWithCategory(ctx, edition, entryId)
  if (!found.ok) return found
  const { category } = found.value
  const may = canDecide(ctx.actor, edition, category)
  if (!may.ok) return may
  if (!reason) return denied('reason-needed')
  return inTransaction(ctx, async (trx) => {
    const changed = await trx.db
      .updateTable('entry').set({ standing: to, standing_reason: reason })
      .where('id', '=', entryId).where('standing', '=', from)
      .executeTakeFirst()
    if (changed.numUpdatedRows !== 1n) return denied('changed-meanwhile')
    await record(trx, { verb, edition, objectId: entryId, facts: { category: category.name } })
    return ok()
  })
}

interface Found {
  entry: Entry
  category: Category
  categories: Category[]
}

async function findWithCategory(ctx: Ctx, edition: Edition, entryId: string): Promise<Result<Found>> {
  const entry = await findEntry(ctx, edition, entryId)
  const { categories } = await getProgramme(ctx, edition)
  const category = categories.find(({ id }) => id === entry?.category_id)
  return entry && category ? ok({ entry, category, categories }) : denied('not-found')
}
