import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { listAttendants } from '#app/features/meeting/attendance.queries.server.ts'
import { isUnderEmbargo } from '#app/features/moderation/embargo.server.ts'
import { inTransactionOrNot, type Ctx } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'

/** Notes who is at the meeting now; whoever is not named has left. Side effects: presence, audit. */
export function noteAttendance(ctx: Ctx, edition: Edition, accountIds: string[]): Promise<Result> {
  return inTransactionOrNot(ctx, async (trx) => {
    if (!(await isUnderEmbargo(trx, edition))) return denied('not-found')
    await holdAlone(trx.db, `meeting:${edition.id}`)
    const people = await listAttendants(trx, edition)
    if (accountIds.some((id) => !people.some(({ accountId }) => accountId === id))) return denied('changed-meanwhile')
    const come = people.filter(({ accountId, present }) => !present && accountIds.includes(accountId))
    const gone = people.filter(({ accountId, present }) => present && !accountIds.includes(accountId))
    for (const { accountId } of come) await trx.db.insertInto('meeting_presence').values({ id: newId(), edition_id: edition.id, account_id: accountId, came_at: edition.now, left_at: null }).execute()
    if (gone.length) {
      await trx.db
        .updateTable('meeting_presence').set({ left_at: edition.now })
        .where('edition_id', '=', edition.id).where('account_id', 'in', gone.map(({ accountId }) => accountId)).where('left_at', 'is', null).execute()
    }
    if (come.length + gone.length) await record(trx, { verb: 'item.attended', edition, objectId: edition.id, facts: { people: accountIds.length } })
    return ok()
  })
}
