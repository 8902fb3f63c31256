import type { Font, Glyph } from 'fontkit'
import { inkOf } from '#app/platform/pdf/static.server.ts'

/** Between a letter and its mark, and between marks; in ems. */
const clearance = 0.05

/**
 * Puts marks where they belong in a font that does not say where (Fraunces: ọ́, ẹ̀): in the middle of their letter, above or below
 * it, one beyond the other.
 * @param shapes the same font opened once more: looking at an outline in the one that sets text would make fontkit forget which
 *   letter a part of it is
 */
export function placeMarks(font: Font, shapes: Font): Font {
  const layout = font.layout.bind(font)
  const gap = clearance * font.unitsPerEm
  font.layout = (text, features) => {
    const run = layout(text, features)
    if (!run.glyphs.some(isMark)) return run
    let letter = { middle: 0, top: 0, bottom: 0 }
    run.glyphs.forEach((glyph, i) => {
      const ink = inkOf(shapes, glyph.id)
      const middle = (ink.xMin + ink.xMax) / 2
      if (!isMark(glyph)) {
        letter = { middle: middle - run.positions[i]!.xAdvance, top: ink.yMax, bottom: ink.yMin }
        return
      }
      const above = ink.yMin > 0
      const rise = above ? Math.max(0, letter.top + gap - ink.yMin) : Math.min(0, letter.bottom - gap - ink.yMax)
      Object.assign(run.positions[i]!, { xAdvance: 0, xOffset: letter.middle - middle, yOffset: rise })
      if (above) letter.top = ink.yMax + rise
      else letter.bottom = ink.yMin + rise
    })
    return run
  }
  return font
}

const isMark = ({ codePoints }: Glyph) => codePoints.length > 0 && codePoints.every((codePoint) => /\p{M}/u.test(String.fromCodePoint(codePoint)))
