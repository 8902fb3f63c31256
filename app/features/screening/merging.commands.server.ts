import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { deriveEntries } from '#app/features/nominations/entries.server.ts'
import { areToldApart } from '#app/features/screening/matches.queries.server.ts'
import { canMerge, canRejoin } from '#app/features/screening/merging.policy.ts'
import { findMerge, findNominee, fingerprintOfSides, listEntriesConcerned, readSide, type MergeFacts } from '#app/features/screening/merging.queries.server.ts'
import { followRefusal, withdrawRefusal } from '#app/features/screening/refusing.server.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import type { NomineeRow } from '#db/schema.ts'

export interface Merging {
  fromId: string
  intoId: string
  reason: string
  /** of both, as they were previewed */
  seen: string
}

/**
 * Finds one nominee to be another (domain contract, "Merge is identity"): points its nominations to the other and marks
 * it, and whoever was merged into it, as the other. Refused when either is not what was previewed, or they were told
 * apart since. Side effects: entries and dossier versions of both, entries that stand down because one of them refused,
 * audit.
 */
export async function mergeNominees(ctx: Ctx, edition: Edition, { fromId, intoId, reason, seen }: Merging): Promise<Result<{ mergeId: string }>> {
  const may = canMerge(ctx.actor, edition)
  if (!may.ok) return may
  return inTransaction(ctx, async (trx) => {
    await holdBoth(trx, edition, fromId, intoId)
    const [from, into] = [await findNominee(trx, edition, fromId), await findNominee(trx, edition, intoId)]
    if (!from || !into || from.id === into.id) return denied('not-found')
    const unmerged = notMerged(from, into)
    if (!unmerged.ok) return unmerged
    const sides = [await readSide(trx, from), await readSide(trx, into)]
    if (fingerprintOfSides(sides, await areToldApart(trx, fromId, intoId)) !== seen) return denied('changed-meanwhile')
    const these = canRejoin(sides.flatMap(({ entries }) => entries), reason)
    if (!these.ok) return these
    const moving = sides[0]?.nominations.map(({ id }) => id) ?? []
    const mergeId = await writeMerge(trx, edition, { fromId, intoId, reason }, moving)
    await trx.db.updateTable('nominee').set({ merged_into: intoId }).where((e) => e.or([e('id', '=', fromId), e('merged_into', '=', fromId)])).execute()
    await trx.db.updateTable('nominee').set({ confirmed_at: null }).where('id', '=', intoId).execute() // nobody has confirmed that it is all of these
    await pointTo(trx, edition, { nominations: moving, fromId, toId: intoId })
    await followRefusal(trx, edition, intoId)
    await record(trx, { verb: 'nominee.merged', edition, objectId: intoId, facts: { merge: mergeId, other: fromId, nominations: moving } })
    return ok({ mergeId })
  })
}

/** Neither may have been merged since the page showed them. */
function notMerged(...nominees: NomineeRow[]): Result {
  const merged = nominees.find(({ merged_into }) => merged_into !== null)
  return merged ? denied('merged-already', { name: merged.name }) : ok()
}

/**
 * Merges and their undoings wait for each other, as each moves what others have moved; and for whatever else is done to
 * the two nominees.
 */
async function holdBoth({ db }: TrxCtx, edition: Pick<Edition, 'id'>, one: string, other: string): Promise<void> {
  await holdAlone(db, `merging:${edition.id}`)
  for (const id of [one, other].sort()) await holdAlone(db, `nominee:${id}`)
}

async function writeMerge({ db }: TrxCtx, edition: Edition, { fromId, intoId, reason }: Omit<Merging, 'seen'>, nominations: string[]): Promise<string> {
  const id = newId()
  await db
    .insertInto('merge')
    .values({ id, edition_id: edition.id, from_id: fromId, into_id: intoId, reason, merged_at: edition.now, undone_at: null })
    .execute()
  if (nominations.length) await db.insertInto('merge_nomination').values(nominations.map((nomination_id) => ({ merge_id: id, nomination_id }))).execute()
  return id
}

async function pointTo(trx: TrxCtx, edition: Edition, { nominations, fromId, toId }: { nominations: string[]; fromId: string; toId: string }): Promise<void> {
  if (nominations.length) await trx.db.updateTable('nomination').set({ nominee_id: toId }).where('id', 'in', nominations).where('nominee_id', '=', fromId).execute()
  for (const id of [fromId, toId]) await deriveEntries(trx, edition, id)
}

/**
 * Undoes a merge: exactly the nominations it moved go back, and whoever had been merged into the one that leaves, leaves
 * with it. A later merge that moved them on is undone first. Scores stay with the entry they were given to. Side effects:
 * entries and dossier versions of both, entries that stand again because who refused has left, audit.
 */
export async function undoMerge(ctx: Ctx, edition: Edition, mergeId: string, reason: string): Promise<Result> {
  const may = canMerge(ctx.actor, edition)
  if (!may.ok) return may
  return inTransaction(ctx, async (trx) => {
    await holdAlone(trx.db, `merging:${edition.id}`)
    const merge = await findMerge(trx, edition, mergeId)
    if (!merge) return denied('not-found')
    const { from, into, later } = merge
    await holdBoth(trx, edition, from.id, into.id)
    if (merge.undoneAt) return denied('undone-already')
    if (later) return denied('merged-later', { into: into.name, later: later.name })
    const these = canRejoin(await listEntriesConcerned(trx, [from.id, into.id]), reason)
    if (!these.ok) return these
    await takeApart(trx, edition, merge, reason)
    const moved = merge.nominations.map(({ id }) => id)
    await record(trx, { verb: 'nominee.unmerged', edition, objectId: into.id, facts: { merge: mergeId, other: from.id, nominations: moved } })
    return ok()
  })
}

async function takeApart(trx: TrxCtx, edition: Edition, { id, from, into, nominations }: MergeFacts, reason: string): Promise<void> {
  await trx.db.updateTable('merge').set({ undone_at: edition.now, undo_reason: reason }).where('id', '=', id).execute()
  const leaving = await listMergedInto(trx, from.id)
  await trx.db.updateTable('nominee').set({ merged_into: null }).where('id', '=', from.id).execute()
  if (leaving.length) await trx.db.updateTable('nominee').set({ merged_into: from.id }).where('id', 'in', leaving).execute()
  await pointTo(trx, edition, { nominations: nominations.map((one) => one.id), fromId: into.id, toId: from.id })
  await withdrawRefusal(trx, edition, into.id)
  await followRefusal(trx, edition, from.id)
}

/** Everybody who was merged into a nominee, straight or through others, by the merges that stand. */
async function listMergedInto({ db }: TrxCtx, id: string): Promise<string[]> {
  const found: string[] = []
  for (let next = [id]; next.length; ) {
    const rows = await db.selectFrom('merge').select('from_id').where('into_id', 'in', next).where('undone_at', 'is', null).execute()
    next = rows.map(({ from_id }) => from_id)
    found.push(...next)
  }
  return found
}

/** Says that two who look alike are not the same: they are not suggested again. Side effect: audit. */
export function tellApart(ctx: Ctx, edition: Edition, one: string, other: string): Promise<Result> {
  return markPair(ctx, edition, one, other, async (trx, pair) => {
    const told = await trx.db.insertInto('not_same').values({ ...pair, created_at: edition.now }).onConflict((c) => c.doNothing()).executeTakeFirst()
    if (told.numInsertedOrUpdatedRows === 1n) await record(trx, { verb: 'nominee.told-apart', edition, objectId: one, facts: { other } })
  })
}

/** Takes that back. Side effect: audit. */
export function suggestAgain(ctx: Ctx, edition: Edition, one: string, other: string): Promise<Result> {
  return markPair(ctx, edition, one, other, async (trx, { one_id, other_id }) => {
    const gone = await trx.db.deleteFrom('not_same').where('one_id', '=', one_id).where('other_id', '=', other_id).executeTakeFirst()
    if (gone.numDeletedRows === 1n) await record(trx, { verb: 'nominee.maybe-same', edition, objectId: one, facts: { other } })
  })
}

async function markPair(
  ctx: Ctx, edition: Edition, one: string, other: string, mark: (trx: TrxCtx, pair: { one_id: string; other_id: string }) => Promise<void>,
): Promise<Result> {
  const may = canMerge(ctx.actor, edition)
  if (!may.ok) return may
  return inTransaction(ctx, async (trx) => {
    await holdBoth(trx, edition, one, other)
    const [a, b] = [await findNominee(trx, edition, one), await findNominee(trx, edition, other)]
    if (!a || !b || one === other) return denied('not-found')
    const unmerged = notMerged(a, b)
    if (!unmerged.ok) return unmerged
    const [one_id = '', other_id = ''] = [one, other].sort()
    await mark(trx, { one_id, other_id })
    return ok()
  })
}
