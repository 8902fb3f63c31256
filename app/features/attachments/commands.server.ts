import type { Edition } from '#app/domain/edition.ts'
import type { Attachment } from '#app/domain/attachment.ts'
import type { Result } from '#app/domain/result.ts'
import { receiveFile } from '#app/features/attachments/receiving.server.ts'
import { changeAnswers } from '#app/features/nominations/drafts.commands.server.ts'
import type { Answers } from '#app/features/nominations/journey.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Storage } from '#app/platform/storage.server.ts'
import { newId } from '#app/platform/tokens.server.ts'

/**
 * Adds a file to a draft, in place of the one it had. The row comes first, which nobody names yet; then the file; then the
 * draft names it. So whatever ends in between leaves a row that nobody names, which is removed with its file, and what the
 * draft names is there. The file that was replaced goes in the same way, once no version in force names it.
 */
export async function attachFile(ctx: Ctx, storage: Storage, edition: Edition, draftId: string, sent: Uint8Array): Promise<Result<Answers>> {
  const received = await receiveFile(sent)
  if (!received.ok) return received
  const { kind, bytes, sha256 } = received.value
  const attachment: Attachment = { id: newId(), kind, bytes: bytes.length }
  await ctx.db.insertInto('attachment').values({ ...attachment, draft_id: draftId, sha256, created_at: ctx.now }).execute()
  await storage.put(attachment.id, bytes)
  return changeAnswers(ctx, edition, draftId, (answers) => ({ ...answers, attachment }))
}

/** Takes the file out of a draft. What was sent with it keeps it until the change is sent. */
export function detachFile(ctx: Ctx, edition: Edition, draftId: string): Promise<Result<Answers>> {
  return changeAnswers(ctx, edition, draftId, ({ attachment: _, ...answers }) => answers)
}
