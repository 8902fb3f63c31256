import { z } from 'zod'
import { attachmentKinds } from '#db/vocabulary.ts'

/** A file that a nominator adds to their words, as the draft and every version sent from it name it: enough to speak of it. */
export const attachmentSchema = z.object({ id: z.string(), kind: z.enum(attachmentKinds), bytes: z.number().int() })
export type Attachment = z.infer<typeof attachmentSchema>

/** In bytes, as it is sent to us. */
export const largestFile = 8 * 1024 * 1024

const kindWords = { picture: 'A picture', pdf: 'A PDF' }

/** "A picture, 1.2 MB" */
export function attachmentText({ kind, bytes }: Omit<Attachment, 'id'>): string {
  const size = bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
  return `${kindWords[kind]}, ${size}`
}
