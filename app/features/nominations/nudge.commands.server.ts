import { z } from 'zod'
import type { Answers, Step } from '#app/features/nominations/journey.ts'
import { passagesIn } from '#app/features/nominations/nudge.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { fingerprintOf } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'

const pointedOutSchema = z.record(z.string(), z.string())

/**
 * Whether an answer just saved is to be pointed out to its writer: it may say who receives care, and was not pointed out
 * as it stands now. Side effect: the draft remembers that this text was, so that nobody is asked twice.
 */
export async function pointOut(ctx: Ctx, draftId: string, { question }: Step, answers: Answers): Promise<boolean> {
  if (!question || passagesIn(answers, question).length === 0) return false
  const print = fingerprintOf(answers.story[question.id])
  return inTransaction(ctx, async ({ db }) => {
    await holdAlone(db, `draft:${draftId}`)
    const draft = await db.selectFrom('draft').select('pointed_out').where('id', '=', draftId).executeTakeFirst()
    if (!draft) return false
    const before = pointedOutSchema.parse(JSON.parse(draft.pointed_out))
    if (before[question.id] === print) return false
    await db.updateTable('draft').set({ pointed_out: JSON.stringify({ ...before, [question.id]: print }) }).where('id', '=', draftId).execute()
    return true
  })
}
