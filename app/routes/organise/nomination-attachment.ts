import type { LoaderFunctionArgs } from '@remix-run/node'
import { attachmentResponse } from '#app/features/attachments/download.server.ts'
import { findSentAttachment } from '#app/features/attachments/queries.server.ts'
import { findNominationIn } from '#app/features/nominations/queries.server.ts'
import { requireAssistant } from '#app/features/people/guard.server.ts'
import { notFound } from '#app/platform/respond.server.ts'

/** The file that the version in force was sent with. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const nomination = await findNominationIn(ctx, edition, args.params.nomination ?? '')
  if (!nomination) throw notFound()
  return attachmentResponse(args.context.storage, `nomination-${nomination.reference}`, await findSentAttachment(ctx, nomination))
}
