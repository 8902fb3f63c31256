import { inflateSync } from 'node:zlib'
import { ok, type Result } from '#app/domain/result.ts'
import { unreadable } from '#app/features/attachments/problems.ts'

/** Names of what makes a PDF more than pages. Whatever it does or carries, one of these says so. */
const moreThanPages = ['JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'Rendition', 'XFA', 'SubmitForm', 'ImportData', 'GoToE']
const packed = 'ObjStm'
const mostUnpacked = 32 * 1024 * 1024

/**
 * A PDF is kept as it came: drawing it anew takes a program far larger than ours. So it is looked through, and refused when
 * it is locked or holds anything but pages. That is a filter and no proof: we never show it either, and only hand it over
 * as a file to keep (`download.server.ts`).
 */
export function checkPdf(bytes: Uint8Array): Result<Uint8Array> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = file.toString('latin1')
  if (!/startxref[^]*%%EOF/.test(text.slice(-2048))) return unreadable('pdf-damaged')
  const names = namesIn(text)
  if (names.has('Encrypt')) return unreadable('pdf-locked')
  const objects = unpackObjects(file, text)
  if (objects === undefined) return unreadable('pdf-damaged')
  const packedNames = namesIn(objects)
  return moreThanPages.some((name) => names.has(name) || packedNames.has(name)) ? unreadable('pdf-more-than-pages') : ok(bytes)
}

/** Every name in a PDF, with its letters spelt out that may be written as numbers. */
function namesIn(text: string): Set<string> {
  const names = new Set<string>()
  for (const [, written = ''] of text.matchAll(/\/([\w#]{3,60})/g)) {
    names.add(written.replace(/#([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))))
  }
  return names
}

/** The text of all objects that a PDF packs together; undefined when some cannot be unpacked. What is packed holds nothing packed. */
function unpackObjects(file: Buffer, text: string): string | undefined {
  let unpacked = ''
  for (const { index, 0: { length } } of text.matchAll(namePattern(packed))) {
    const begins = /stream\r?\n/.exec(text.slice(index, index + length + 500))
    const header = text.slice(text.lastIndexOf('obj', index), index + (begins?.index ?? 0))
    if (!begins || !/\/Filter\s*(\/FlateDecode|\[\s*\/FlateDecode\s*\])/.test(header) || header.includes('DecodeParms')) return undefined
    try {
      const content = file.subarray(index + begins.index + begins[0].length)
      unpacked += inflateSync(content, { maxOutputLength: mostUnpacked - unpacked.length }).toString('latin1')
    } catch {
      return undefined
    }
  }
  return unpacked
}

/** A name, whichever of its letters are written as numbers. */
function namePattern(name: string): RegExp {
  const letters = [...name].map((letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`)
  return new RegExp(`/${letters.join('')}(?!\\w)`, 'gi')
}
