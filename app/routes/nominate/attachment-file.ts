import type { LoaderFunctionArgs } from '@remix-run/node'
import { attachmentResponse } from '#app/features/attachments/download.server.ts'
import { findAttachment } from '#app/features/attachments/queries.server.ts'
import { requireDraft } from '#app/features/nominations/ring.server.ts'

/** The file that this device added, as we keep it. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, draft } = await requireDraft(args)
  return attachmentResponse(args.context.storage, 'nomination', await findAttachment(ctx, draft.id, args.params.file ?? ''))
}
