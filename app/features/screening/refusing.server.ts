import type { Edition } from '#app/domain/edition.ts'
import { isRefusal } from '#app/domain/publicity.ts'
import { record } from '#app/features/audit/record.server.ts'
import type { TrxCtx } from '#app/platform/context.server.ts'

type Refusing = 'declined' | 'objected'
const reasons: Record<Refusing, string> = { declined: 'The nominee declined.', objected: 'The nominee objected to our using the information.' }

/** Every entry of a nominee who declines or objects stands down at once. Side effect: audit. Only organisers let one stand again. */
export function standAllDown(trx: TrxCtx, edition: Pick<Edition, 'id' | 'now'>, nomineeId: string, answer: Refusing): Promise<void> {
  return standDownEach(trx, edition, nomineeId, reasons[answer], false)
}

/**
 * The same for entries that a nominee has got since: by a move or a merge with one who declined or objected. Those that
 * organisers let stand again, go on standing. Call it in every transaction that may give a nominee an entry.
 */
export async function followRefusal(trx: TrxCtx, edition: Pick<Edition, 'id' | 'now'>, nomineeId: string): Promise<void> {
  const answers = await listRefusals(trx, nomineeId)
  if (answers.length) await standDownEach(trx, edition, nomineeId, reasons[answers.includes('objected') ? 'objected' : 'declined'], true)
}

/** When a merge was undone: what stood down only because the one who has left refused, stands again. Side effect: audit. */
export async function withdrawRefusal(trx: TrxCtx, edition: Pick<Edition, 'id' | 'now'>, nomineeId: string): Promise<void> {
  if ((await listRefusals(trx, nomineeId)).length) return
  const stoodDown = await trx.db
    .selectFrom('entry').innerJoin('category', 'category.id', 'entry.category_id').select(['entry.id', 'category.name'])
    .where('entry.nominee_id', '=', nomineeId).where('entry.standing', '=', 'stood-down').where('entry.standing_reason', 'in', Object.values(reasons))
    .execute()
  for (const { id, name } of stoodDown) {
    await trx.db.updateTable('entry').set({ standing: 'standing', standing_reason: '' }).where('id', '=', id).execute()
    await record(trx, { verb: 'entry.stands-again', edition, objectId: id, facts: { category: name } })
  }
}

/** What a nominee's records say, their own and those merged into it. */
async function listRefusals({ db }: TrxCtx, nomineeId: string): Promise<Refusing[]> {
  const records = await db
    .selectFrom('nominee').select('answer')
    .where((e) => e.or([e('id', '=', nomineeId), e('merged_into', '=', nomineeId)]))
    .execute()
  return records.map(({ answer }) => answer).filter(isRefusal)
}

async function standDownEach(trx: TrxCtx, edition: Pick<Edition, 'id' | 'now'>, nomineeId: string, reason: string, undecided: boolean): Promise<void> {
  let standing = trx.db
    .selectFrom('entry').innerJoin('category', 'category.id', 'entry.category_id').select(['entry.id', 'category.name'])
    .where('entry.nominee_id', '=', nomineeId).where('entry.standing', '=', 'standing')
  if (undecided) standing = standing.where('entry.standing_reason', '=', '')
  for (const { id, name } of await standing.execute()) {
    await trx.db.updateTable('entry').set({ standing: 'stood-down', standing_reason: reason }).where('id', '=', id).execute()
    await record(trx, { verb: 'entry.stood-down', edition, objectId: id, facts: { category: name } })
  }
}
