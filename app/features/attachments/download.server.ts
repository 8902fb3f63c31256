import { notFound } from '#app/platform/respond.server.ts'
import type { Storage } from '#app/platform/storage.server.ts'
import type { AttachmentRow } from '#db/schema.ts'
import type { AttachmentKind } from '#db/vocabulary.ts'

const kinds: Record<AttachmentKind, { type: string; end: string }> = {
  picture: { type: 'image/jpeg', end: 'jpg' },
  pdf: { type: 'application/pdf', end: 'pdf' },
}

/** A file to keep: never shown by us, and nothing in it may do anything where it is opened all the same. `name`: without its end. */
export async function attachmentResponse(storage: Storage, name: string, attachment: AttachmentRow | undefined): Promise<Response> {
  const bytes = attachment && (await storage.get(attachment.id))
  if (!bytes) throw notFound()
  const { type, end } = kinds[attachment.kind]
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}.${end}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox", 'Cache-Control': 'no-store',
    },
  })
}
