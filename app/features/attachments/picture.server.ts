import type { Sharp } from 'sharp'
import { ok, type Result } from '#app/domain/result.ts'
import { unreadable } from '#app/features/attachments/problems.ts'

/** A telephone's largest; unpacked, that is 150 to 200 MB. */
const mostDots = 52_000_000
const longestSide = 2400
const patience = { seconds: 20 }

type OpenPicture = (bytes: Uint8Array) => Sharp
let opening: Promise<OpenPicture> | undefined

/** The library is loaded with the first picture: most editions take none. It opens these formats and no others, whatever a file says it is. */
async function loadLibrary(): Promise<OpenPicture> {
  const { default: sharp } = await import('sharp')
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })
  sharp.cache(false)
  sharp.concurrency(1)
  return (bytes) => sharp(bytes, { limitInputPixels: mostDots, failOn: 'error' })
}

let last: Promise<unknown> = Promise.resolve()

/** One picture at a time is in memory, however many come. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work)
  last = mine.catch(() => undefined)
  return mine
}

/**
 * The picture drawn anew: upright, no larger than a screen shows, and nothing of the file it came in – not where it was
 * taken, when, or by what, and nothing that was hidden behind it.
 */
export function redrawPicture(bytes: Uint8Array): Promise<Result<Buffer>> {
  return inTurn(async () => {
    const open = await (opening ??= loadLibrary())
    try {
      const upright = open(bytes).timeout(patience).autoOrient()
      const small = upright.resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      return ok(await small.flatten({ background: '#fff' }).jpeg({ quality: 82 }).toBuffer())
    } catch (error) {
      return unreadable(String(error).includes('exceeds pixel limit') ? 'too-many-dots' : 'picture-damaged')
    }
  })
}
