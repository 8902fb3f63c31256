import { largestFile } from '#app/domain/attachment.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { checkPdf } from '#app/features/attachments/pdf.server.ts'
import { redrawPicture } from '#app/features/attachments/picture.server.ts'
import { unreadable } from '#app/features/attachments/problems.ts'
import { hashOf } from '#app/platform/storage.server.ts'
import type { AttachmentKind } from '#db/vocabulary.ts'

/** How files begin, in latin1. What they are called and what they say they are is anybody's word. */
const beginnings = {
  picture: /^(\xff\xd8\xff|\x89PNG\r\n|RIFF[^]{4}WEBP)/,
  heic: /^[^]{4}ftyp(hei|hev|mif1|msf1)/,
  pdf: /^%PDF-\d/,
}

function sniff(bytes: Uint8Array): keyof typeof beginnings | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  return (Object.keys(beginnings) as (keyof typeof beginnings)[]).find((kind) => beginnings[kind].test(start))
}

/** A file as it will be kept. */
export interface Kept {
  kind: AttachmentKind
  bytes: Uint8Array
  sha256: string
}

/** What is kept of a file that somebody sent, or what is wrong with it. */
export async function receiveFile(bytes: Uint8Array): Promise<Result<Kept>> {
  if (bytes.length > largestFile) return denied('file-too-large')
  const kind = sniff(bytes)
  if (kind === undefined || kind === 'heic') return unreadable(kind ?? 'kind')
  const fit = kind === 'picture' ? await redrawPicture(bytes) : checkPdf(bytes)
  return fit.ok ? ok({ kind, bytes: fit.value, sha256: hashOf(fit.value) }) : fit
}
