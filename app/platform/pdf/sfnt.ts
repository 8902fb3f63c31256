/** A point of an outline in font units, y upwards; off the curve it is the control point of a quadratic arc. */
export interface Point {
  x: number
  y: number
  onCurve: boolean
}
export type Contour = Point[]

export interface Box {
  xMin: number
  yMin: number
  xMax: number
  yMax: number
}

const onCurveFlag = 1

/**
 * A simple glyph of the `glyf` table (OpenType 1.9, "glyf"): every coordinate as a 16-bit step, no hinting. PDF compresses
 * the whole, so nothing is won by packing it here.
 */
export function encodeGlyph(contours: Contour[]): Buffer {
  const drawn = contours.filter((contour) => contour.length > 0).map((contour) => contour.map(onGrid))
  if (drawn.length === 0) return Buffer.alloc(0)
  const points = drawn.flat()
  const { xMin, yMin, xMax, yMax } = boxOf(points)
  let end = -1
  const ends = drawn.map((contour) => (end += contour.length))
  const noInstructions = 0
  return padded(Buffer.concat([
    int16s([drawn.length, xMin, yMin, xMax, yMax, ...ends, noInstructions]),
    Buffer.from(points.map(({ onCurve }) => (onCurve ? onCurveFlag : 0))),
    int16s(steps(points.map(({ x }) => x))),
    int16s(steps(points.map(({ y }) => y))),
  ]))
}

const onGrid = ({ x, y, onCurve }: Point): Point => ({ x: Math.round(x), y: Math.round(y), onCurve })
const steps = (values: number[]) => values.map((value, i) => value - (values[i - 1] ?? 0))

export function boxOf(points: Point[]): Box {
  if (points.length === 0) return { xMin: 0, yMin: 0, xMax: 0, yMax: 0 }
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return { xMin: Math.min(...xs), yMin: Math.min(...ys), xMax: Math.max(...xs), yMax: Math.max(...ys) }
}

/** `glyf` and `loca` (in its long form) of glyphs already encoded. */
export function glyphTables(glyphs: Buffer[]): { glyf: Buffer, loca: Buffer } {
  let offset = 0
  const offsets = [0, ...glyphs.map((glyph) => (offset += glyph.length))]
  return { glyf: Buffer.concat(glyphs), loca: uint32s(offsets) }
}

/** A font file of its tables, in the order of their tags, each on a 4-byte boundary (OpenType 1.9, "Font file"). */
export function writeSfnt(tables: Record<string, Buffer>): Buffer {
  const tags = Object.keys(tables).sort()
  const power = 2 ** Math.floor(Math.log2(tags.length))
  const header = Buffer.concat([uint32s([0x00010000]), int16s([tags.length, power * 16, Math.log2(power), (tags.length - power) * 16])])
  let offset = header.length + tags.length * 16
  const bodies = tags.map((tag) => padded(tables[tag]!))
  const directory = tags.map((tag, i) => {
    const row = Buffer.concat([Buffer.from(tag.padEnd(4), 'latin1'), uint32s([checksum(bodies[i]!), offset, tables[tag]!.length])])
    offset += bodies[i]!.length
    return row
  })
  return Buffer.concat([header, ...directory, ...bodies])
}

function checksum(body: Buffer): number {
  let sum = 0
  for (let i = 0; i < body.length; i += 4) sum = (sum + body.readUInt32BE(i)) >>> 0
  return sum
}

export const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)])

/** 16-bit numbers, signed or not, big end first. */
export function int16s(values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, i) => bytes.writeUInt16BE(value & 0xffff, i * 2))
  return bytes
}

export function uint32s(values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, i) => bytes.writeUInt32BE(value, i * 4))
  return bytes
}
