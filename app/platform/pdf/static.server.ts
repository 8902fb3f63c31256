import type { Font, PathCommand } from 'fontkit'
import { boxOf, encodeGlyph, glyphTables, int16s, uint32s, writeSfnt } from '#app/platform/pdf/sfnt.ts'
import type { Box, Contour } from '#app/platform/pdf/sfnt.ts'

/**
 * Makes a font embed the outlines as they look, each glyph on its own. fontkit's own subset takes accents of a variable font from
 * where they stand in its default weight, and may lose the last points of an outline.
 * @param name what the font is called in the document: pdfkit takes two weights of one file for the same font unless they differ
 */
export function makeStatic(font: Font, name: string): Font {
  const createSubset = font.createSubset.bind(font)
  Object.defineProperty(font, 'postscriptName', { value: name })
  font.createSubset = () => {
    const subset = createSubset()
    subset.encode = () => encodeSubset(font, subset.glyphs)
    return subset
  }
  return font
}

/** Where the ink of a glyph is. */
export const inkOf = (font: Font, id: number): Box => boxOf(toContours(font.getGlyph(id).path.commands).flat())

/** A TrueType file of these glyphs with the tables that PDF asks for (ISO 32000-1, 9.9). */
function encodeSubset(font: Font, ids: number[]): Buffer {
  const outlines = ids.map((id) => toContours(font.getGlyph(id).path.commands))
  const metrics = ids.map((id, i) => [Math.round(font.getGlyph(id).advanceWidth), Math.round(boxOf(outlines[i]!.flat()).xMin)] as const)
  return writeSfnt({
    ...glyphTables(outlines.map(encodeGlyph)),
    head: head(font, outlines),
    hhea: hhea(font, metrics),
    hmtx: int16s(metrics.flat()),
    maxp: maxp(outlines),
  })
}

/** fontkit gives an outline as a path; TrueType wants its points. A point that ends where its contour began is said once. */
function toContours(path: PathCommand[]): Contour[] {
  const contours: Contour[] = []
  for (const { command, args } of path) {
    const [x = 0, y = 0, endX = 0, endY = 0] = args
    if (command === 'moveTo') contours.push([{ x, y, onCurve: true }])
    if (command === 'lineTo') contours.at(-1)!.push({ x, y, onCurve: true })
    if (command === 'quadraticCurveTo') contours.at(-1)!.push({ x, y, onCurve: false }, { x: endX, y: endY, onCurve: true })
  }
  return contours.map(withoutRepeatedEnd)
}

function withoutRepeatedEnd(contour: Contour): Contour {
  const [first, last] = [contour[0]!, contour.at(-1)!]
  const repeats = contour.length > 1 && last.onCurve && first.x === last.x && first.y === last.y
  return repeats ? contour.slice(0, -1) : contour
}

const version1 = [1, 0]
const noDate = [0, 0, 0, 0]

function head(font: Font, outlines: Contour[][]): Buffer {
  const { xMin, yMin, xMax, yMax } = boxOf(outlines.flat(2))
  const magic = [0x5f0f, 0x3cf5]
  const smallestReadable = 8
  const [leftToRight, longOffsets] = [2, 1]
  return int16s([
    ...version1, ...version1, 0, 0, ...magic, 0, font.unitsPerEm, ...noDate, ...noDate, xMin, yMin, xMax, yMax, 0,
    smallestReadable, leftToRight, longOffsets, 0,
  ].map(Math.round))
}

function hhea(font: Font, metrics: (readonly [advance: number, left: number])[]): Buffer {
  const widest = Math.max(...metrics.map(([advance]) => advance))
  const upright = [1, 0, 0]
  return int16s([...version1, font.ascent, font.descent, 0, widest, 0, 0, widest, ...upright, 0, 0, 0, 0, 0, metrics.length].map(Math.round))
}

function maxp(outlines: Contour[][]): Buffer {
  const most = (counts: number[]) => Math.max(0, ...counts)
  const points = most(outlines.map((contours) => contours.flat().length))
  const contours = most(outlines.map(({ length }) => length))
  return Buffer.concat([uint32s([0x00010000]), int16s([outlines.length, points, contours, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])])
}
