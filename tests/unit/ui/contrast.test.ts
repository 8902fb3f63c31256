import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../../app/ui/styles.css', import.meta.url), 'utf8')
const tokens = new Map([...css.matchAll(/--color-([a-z]+\d*):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]))

const text = 4.5
const shape = 3

/** [what it is for, foreground, background, least ratio] – the pairs of the design standard, WCAG 1.4.3 and 1.4.11. */
const pairs: [string, string, string, number][] = [
  ['body text', 'ink', 'paper', text],
  ['body on tint', 'ink', 'mist', text],
  ['hint', 'ink2', 'paper', text],
  ['hint on tint', 'ink2', 'mist', text],
  ['link', 'plum600', 'paper', text],
  ['link on tint', 'plum600', 'mist', text],
  ['visited link', 'plum800', 'paper', text],
  ['primary button text', 'paper', 'plum600', text],
  ['button hover', 'paper', 'plum700', text],
  ['hero text', 'paper', 'plum800', text],
  ['hero accent', 'gold400', 'plum800', text],
  ['header accent', 'gold400', 'plum700', text],
  ['hero secondary text', 'gold200', 'plum800', text],
  ['button on plum, text', 'plum700', 'paper', text],
  ['button on plum, hover', 'plum700', 'gold200', text],
  ['winner tag', 'ink', 'gold400', text],
  ['gold text on white', 'gold700', 'paper', text],
  ['warning text', 'gold700', 'amber100', text],
  ['text on warning panel', 'ink', 'amber100', text],
  ['link on warning panel', 'plum600', 'amber100', text],
  ['input border', 'line', 'paper', shape],
  ['input border on tint', 'line', 'mist', shape],
  ['success text', 'leaf700', 'paper', text],
  ['success tag', 'leaf700', 'leaf100', text],
  ['text on success', 'paper', 'leaf700', text],
  ['error text', 'red700', 'paper', text],
  ['error on tint', 'red700', 'red100', text],
  ['destructive button', 'paper', 'red700', text],
  ['info text', 'sky700', 'paper', text],
  ['info tag', 'sky700', 'sky100', text],
  ['neutral tag', 'plum600', 'plum100', text],
  ['chosen row', 'ink', 'plum100', text],
  ['focus ring on the page', 'ink', 'paper', shape],
  ['focus ring, gold against ink', 'gold400', 'ink', shape],
  ['focus ring on plum', 'gold400', 'plum800', shape],
]

/** Decorative only: they must never carry meaning, so nobody may mistake them for a safe pair. */
const decorative: [string, string, string][] = [
  ['gold on white', 'gold400', 'paper'],
  ['hairline', 'hair', 'paper'],
]

function luminance(hex: string) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function ratio(one: string, other: string) {
  const [light, dark] = [one, other].map((name) => luminance(colour(name))).sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

function colour(name: string) {
  const hex = tokens.get(name)
  if (hex === undefined) throw new Error(`styles.css has no --color-${name}`)
  return hex
}

test('the formula gives 21 for black on white', () => {
  expect((luminance('#ffffff') + 0.05) / (luminance('#000000') + 0.05)).toBeCloseTo(21, 5)
})

test.each(pairs)('%s: %s on %s is at least %d', (_use, fore, back, need) => {
  expect(ratio(fore, back)).toBeGreaterThanOrEqual(need)
})

test.each(decorative)('%s (%s on %s) stays decorative', (_use, fore, back) => {
  expect(ratio(fore, back)).toBeLessThan(shape)
})

test('every colour token is used in a pair, so that a new one is measured too', () => {
  const measured = new Set([...pairs, ...decorative].flatMap(([, fore, back]) => [fore, back]))
  expect([...tokens.keys()].filter((name) => !measured.has(name))).toEqual([])
})
