import { brotliDecompressSync } from 'node:zlib'
import { encodeGlyph, glyphTables, padded, writeSfnt } from '#app/platform/pdf/sfnt.ts'
import type { Contour, Point } from '#app/platform/pdf/sfnt.ts'

const knownTags = [
  'cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post', 'cvt ', 'fpgm', 'glyf', 'loca', 'prep', 'CFF ', 'VORG', 'EBDT',
  'EBLC', 'gasp', 'hdmx', 'kern', 'LTSH', 'PCLT', 'VDMX', 'vhea', 'vmtx', 'BASE', 'GDEF', 'GPOS', 'GSUB', 'EBSC', 'JSTF', 'MATH',
  'CBDT', 'CBLC', 'COLR', 'CPAL', 'SVG ', 'sbix', 'acnt', 'avar', 'bdat', 'bloc', 'bsln', 'cvar', 'fdsc', 'feat', 'fmtx', 'fvar',
  'gvar', 'hsty', 'just', 'lcar', 'mort', 'morx', 'opbd', 'prop', 'trak', 'Zapf', 'Silf', 'Glat', 'Gloc', 'Feat', 'Sill',
]

/** Reads bytes one after the other. */
class Cursor {
  bytes: Buffer
  at: number

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  uint8 = () => this.bytes.readUInt8(this.at++)
  uint16 = () => (this.uint8() << 8) | this.uint8()
  int16 = () => (this.uint16() << 16) >> 16
  uint32 = () => this.uint16() * 0x10000 + this.uint16()
  take(length: number): Buffer {
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }
  uintBase128(): number {
    let value = 0
    let byte: number
    do {
      byte = this.uint8()
      value = value * 128 + (byte & 0x7f)
    } while (byte & 0x80)
    return value
  }
  uint255(): number {
    const code = this.uint8()
    if (code === 253) return this.uint16()
    if (code === 254) return this.uint8() + 506
    return code === 255 ? this.uint8() + 253 : code
  }
}

/**
 * A WOFF2 file as the plain font file it was made of, without its hints (W3C, WOFF File Format 2.0). fontkit reads WOFF2 too, but
 * can neither set the weight of a variable one nor hand its glyphs on to a PDF.
 */
export function decodeWoff2(file: Buffer): Buffer {
  const tables = readTables(file)
  const glyf = tables.glyf
  if (!glyf?.transformed || tables.hmtx?.transformed) throw new Error('A font packed in a way that is not read here')
  const plain: Record<string, Buffer> = Object.fromEntries(Object.entries(tables).map(([tag, { body }]) => [tag, body]))
  const hints = ['cvt ', 'fpgm', 'prep', 'cvar', 'gasp']
  for (const tag of hints) delete plain[tag]
  const head = Buffer.from(plain.head!)
  head.writeInt16BE(1, 50) // indexToLocFormat: long
  return writeSfnt({ ...plain, head, ...glyphTables(readGlyphs(glyf.body)) })
}

function readTables(file: Buffer): Record<string, { body: Buffer, transformed: boolean }> {
  if (file.toString('latin1', 0, 4) !== 'wOF2') throw new Error('Not a WOFF2 file')
  const directory = new Cursor(file, 48)
  const entries = Array.from({ length: file.readUInt16BE(12) }, () => readEntry(directory))
  const data = new Cursor(brotliDecompressSync(directory.take(file.readUInt32BE(20))))
  return Object.fromEntries(entries.map(({ tag, length, transformed }) => [tag, { body: data.take(length), transformed }]))
}

function readEntry(directory: Cursor) {
  const flags = directory.uint8()
  const tag = (flags & 63) === 63 ? directory.take(4).toString('latin1') : knownTags[flags & 63]!
  const version = flags >> 6
  const plainLength = directory.uintBase128()
  const transformed = tag === 'glyf' || tag === 'loca' ? version === 0 : version !== 0
  return { tag, transformed, length: transformed ? directory.uintBase128() : plainLength }
}

/** The transformed `glyf` table (section 5.1): seven streams that are read side by side. */
function readGlyphs(body: Buffer): Buffer[] {
  const header = new Cursor(body, 4)
  const count = header.uint16()
  header.uint16() // indexFormat: ours is always the long one
  const lengths = Array.from({ length: 7 }, header.uint32)
  const [contours, points, flags, glyphs, composites] = lengths.map((length) => new Cursor(header.take(length))) as [Cursor, Cursor, Cursor, Cursor, Cursor]
  return Array.from({ length: count }, () => {
    const contourCount = contours.int16()
    if (contourCount < 0) return readComposite(composites, glyphs)
    return encodeGlyph(readContours(contourCount, points, flags, glyphs))
  })
}

function readContours(count: number, points: Cursor, flags: Cursor, glyphs: Cursor): Contour[] {
  if (count === 0) return []
  const sizes = Array.from({ length: count }, () => points.uint255())
  let [x, y] = [0, 0]
  const contours = sizes.map((size) => Array.from({ length: size }, () => {
    const step = readStep(flags.uint8(), glyphs)
    x += step.x
    y += step.y
    return { x, y, onCurve: step.onCurve }
  }))
  glyphs.uint255() // how long the instructions would be
  return contours
}

/** One step from point to point (section 5.2): the flag says how many bits its x and y take, what is added and their signs. */
function readStep(flag: number, glyphs: Cursor): Point {
  const onCurve = (flag & 128) === 0
  const kind = flag & 127
  const signed = (bit: number, value: number) => (kind & bit ? value : -value)
  if (kind < 10) return { onCurve, x: 0, y: signed(1, ((kind & 14) << 7) + glyphs.uint8()) }
  if (kind < 20) return { onCurve, x: signed(1, (((kind - 10) & 14) << 7) + glyphs.uint8()), y: 0 }
  if (kind < 84) {
    const both = glyphs.uint8()
    return { onCurve, x: signed(1, 1 + ((kind - 20) & 0x30) + (both >> 4)), y: signed(2, 1 + (((kind - 20) & 0x0c) << 2) + (both & 15)) }
  }
  if (kind < 120) {
    const [x, y] = [glyphs.uint8(), glyphs.uint8()]
    return { onCurve, x: signed(1, 1 + (Math.floor((kind - 84) / 12) << 8) + x), y: signed(2, 1 + ((((kind - 84) % 12) >> 2) << 8) + y) }
  }
  if (kind < 124) {
    const [first, middle, last] = [glyphs.uint8(), glyphs.uint8(), glyphs.uint8()]
    return { onCurve, x: signed(1, (first << 4) + (middle >> 4)), y: signed(2, ((middle & 15) << 8) + last) }
  }
  const [x, y] = [glyphs.uint16(), glyphs.uint16()]
  return { onCurve, x: signed(1, x), y: signed(2, y) }
}

const wordArguments = 0x0001
const oneScale = 0x0008
const moreComponents = 0x0020
const twoScales = 0x0040
const twoByTwo = 0x0080
const instructionsFollow = 0x0100

/** A glyph made of others (é of e and ´), copied without its instructions. Its box is left empty: fontkit works it out. */
function readComposite(composites: Cursor, glyphs: Cursor): Buffer {
  const parts: Buffer[] = [Buffer.from([0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0])]
  let flags: number
  let instructed = false
  do {
    flags = composites.bytes.readUInt16BE(composites.at)
    instructed ||= (flags & instructionsFollow) !== 0
    const scales = flags & oneScale ? 2 : flags & twoScales ? 4 : flags & twoByTwo ? 8 : 0
    const part = Buffer.from(composites.take(4 + (flags & wordArguments ? 4 : 2) + scales))
    part.writeUInt16BE(flags & ~instructionsFollow, 0)
    parts.push(part)
  } while (flags & moreComponents)
  if (instructed) glyphs.uint255()
  return padded(Buffer.concat(parts))
}
