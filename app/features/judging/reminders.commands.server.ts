import { canOrganise } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { reminderEmail } from '#app/features/judging/emails.ts'
import { listToRemind, reminderKind } from '#app/features/judging/progress.queries.server.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { inTransactionOrNot, type Ctx } from '#app/platform/context.server.ts'
import { holdAlone } from '#db/dialect.server.ts'

/**
 * Reminds those of `judgeIds` who have something left and were not reminded within the last day: pressed twice, it writes
 * once. Side effects: a message and an audit row for each.
 */
export async function remindJudges(ctx: Ctx, edition: Edition, judgeIds: string[]): Promise<Result> {
  if (!canOrganise(ctx.actor, edition.id)) return denied('not-yours')
  return inTransactionOrNot(ctx, async (trx) => {
    await holdAlone(trx.db, `reminders:${edition.id}`)
    const reminded = (await listToRemind(trx, edition)).filter(({ id }) => judgeIds.includes(id))
    if (reminded.length === 0) return denied('nobody-to-remind')
    for (const { id, name, email, left } of reminded) {
      await queueEmail(trx, {
        kind: reminderKind, edition, aboutId: id, to: { name, email }, replyTo: edition.settings.host.email,
        email: reminderEmail({ name, edition, left, deskUrl: `${trx.baseUrl}/judge/${edition.slug}` }),
      })
      await record(trx, { verb: 'judge.reminded', edition, objectId: id, facts: { left } })
    }
    return ok()
  })
}
