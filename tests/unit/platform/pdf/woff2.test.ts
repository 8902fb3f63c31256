import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { makeStatic } from '#app/platform/pdf/static.server.ts'
import { decodeWoff2 } from '#app/platform/pdf/woff2.server.ts'

const read = (file: string) => readFileSync(createRequire(import.meta.url).resolve(file))
const files = [
  '@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2',
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
  '@fontsource/noto-sans/files/noto-sans-vietnamese-600-normal.woff2',
  '@fontsource-variable/noto-sans-sc/files/noto-sans-sc-115-wght-normal.woff2',
]

describe.each(files)('%s', (file) => {
  const packed = create(read(file))
  const plain = create(decodeWoff2(read(file)))
  const all = Array.from({ length: 400 }, (_, id) => id).filter((id) => id < (packed as unknown as { numGlyphs: number }).numGlyphs)

  test('unpacked has the outlines and widths that fontkit reads from the packed file', () => {
    const shape = (font: typeof packed) => all.map((id) => [font.getGlyph(id).advanceWidth, font.getGlyph(id).path.commands.filter(({ command }) => command !== 'closePath').length])
    expect(shape(plain)).toEqual(shape(packed))
    expect(all.map((id) => plain.getGlyph(id).path.commands)).toEqual(all.map((id) => packed.getGlyph(id).path.commands))
  })

  test('what is embedded has the outlines as they look', () => {
    const font = makeStatic(create(decodeWoff2(read(file))), 'Test')
    const subset = font.createSubset()
    const ids = all.slice(1, 60)
    for (const id of ids) (subset as unknown as { includeGlyph: (id: number) => number }).includeGlyph(id)
    const embedded = create(subset.encode())
    const drawn = (of: typeof font, id: number) => of.getGlyph(id).path.commands.flatMap(({ args }) => args)
    const corners = (numbers: number[]) => [Math.min(0, ...numbers), Math.max(0, ...numbers), numbers.length > 0]
    expect(ids.map((_, i) => corners(drawn(embedded, i + 1)))).toEqual(ids.map((id) => corners(drawn(font, id).map(Math.round))))
  })
})

test('what is no such file is refused', () => {
  expect(() => decodeWoff2(Buffer.from('not a font at all, and quite long enough to look like one'))).toThrow('Not a WOFF2 file')
})
