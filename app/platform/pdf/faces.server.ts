import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkit'
import type { Font } from 'fontkit'
import { placeMarks } from '#app/platform/pdf/marks.server.ts'
import { makeStatic } from '#app/platform/pdf/static.server.ts'
import { decodeWoff2 } from '#app/platform/pdf/woff2.server.ts'

/** How words look: `text` to read, `bold` to stress, `display` for names and titles of which there are few. */
export type Look = 'text' | 'bold' | 'display'

/** A font file of one script in one weight, opened when a letter needs it. */
export interface Face {
  /** "fraunces-latin-600" */
  name: string
  has: (spelling: string) => boolean
  font: () => Font
}

/** A family in one weight: the faces of all its scripts. */
export interface Design {
  /** How a letter with its marks is set: spelt in one (ǹ) if it can be, or as letter and mark (n, `). */
  set: (letter: string) => Piece | undefined
}

/** Letters side by side in one face. */
export interface Piece {
  text: string
  face: Face
}

interface Family {
  /** npm package of fontsource: one file for each script, and `unicode.json` saying which letters each is for */
  package: string
  scripts?: string[]
  /** variable fonts: the part of a file's name that says which axes it has */
  axes?: string
  /** does not say where combining marks belong */
  looseMarks?: boolean
}
const atkinson: Family = { package: '@fontsource-variable/atkinson-hyperlegible-next', axes: 'wght' }
const fraunces: Family = { package: '@fontsource-variable/fraunces', axes: 'opsz', looseMarks: true }
const noto: Family = { package: '@fontsource/noto-sans' }
const notoArabic: Family = { package: '@fontsource/noto-sans-arabic', scripts: ['arabic'] }
const notoChinese: Family = { package: '@fontsource-variable/noto-sans-sc', axes: 'wght' }

const fallbacks = [noto, notoArabic, notoChinese]
/** The families of each look, in the order in which a letter is looked for, and its weight. */
const looks: Record<Look, { families: Family[], weight: number }> = {
  text: { families: [atkinson, ...fallbacks], weight: 400 },
  bold: { families: [atkinson, ...fallbacks], weight: 700 },
  display: { families: [fraunces, ...fallbacks], weight: 600 },
}
/** Fraunces is drawn finer the larger it is set; in points. */
const opticalSize = 72

/**
 * The designs of one document, in the order in which a letter is looked for. fontkit remembers in a font how each glyph was first
 * met, so that documents sharing fonts would differ by what was printed before; files are read and unpacked once for all.
 */
export function openDesigns(): (look: Look) => Design[] {
  const opened = new Map<Look, Design[]>()
  return (look) => {
    const designs = opened.get(look) ?? looks[look].families.map((family) => openDesign(family, looks[look].weight))
    opened.set(look, designs)
    return designs
  }
}

function openDesign(family: Family, weight: number): Design {
  const faces = scriptsOf(family).map((script) => openFace(family, script, weight))
  const set = (text: string) => {
    const face = faces.find(({ has }) => has(text))
    return face && { text, face }
  }
  return { set: (letter) => set(letter) ?? set(letter.normalize('NFD')) }
}

function openFace(family: Family, { script, isFor }: Script, weight: number): Face {
  let font: Font | undefined
  const open = () => (font ??= openFont(family, script, weight))
  return {
    name: `${nameOf(family)}-${script}-${weight}`,
    has: (spelling) => isFor(spelling.codePointAt(0)!)
      && [...spelling].every((sign) => isUnseen(sign) || open().hasGlyphForCodePoint(sign.codePointAt(0)!)),
    font: open,
  }
}

/** Joiners shape the letters beside them and are never drawn, so no font needs them. */
const isUnseen = (sign: string) => /[\u200c\u200d\ufe0e\ufe0f]/.test(sign)

const installed = createRequire(import.meta.url)
const nameOf = (family: Family) => family.package.split('/')[1]!

function openFont(family: Family, script: string, weight: number): Font {
  const file = installed.resolve(`${family.package}/files/${nameOf(family)}-${script}-${family.axes ?? weight}-normal.woff2`)
  const open = () => cut(create(unpack(file)), family, weight)
  const font = open()
  const named = makeStatic(font, `${font.postscriptName.split('-')[0]}-${weight}-${script}`)
  return family.looseMarks ? placeMarks(named, open()) : named
}

const cut = (font: Font, { axes }: Family, weight: number) => (axes ? font.getVariation({ wght: weight, opsz: opticalSize }) : font)

const unpacked = new Map<string, Buffer>()
function unpack(file: string): Buffer {
  const font = unpacked.get(file) ?? decodeWoff2(readFileSync(file))
  unpacked.set(file, font)
  return font
}

interface Script {
  script: string
  isFor: (codePoint: number) => boolean
}
const scriptLists = new Map<Family, Script[]>()
function scriptsOf(family: Family): Script[] {
  const scripts = scriptLists.get(family) ?? readScripts(family)
  scriptLists.set(family, scripts)
  return scripts
}

/** `{ "latin": "U+0000-00FF,U+0131", "[4]": … }`; a number in brackets is a slice of a large script. */
function readScripts(family: Family): Script[] {
  const listed = JSON.parse(readFileSync(installed.resolve(`${family.package}/unicode.json`), 'utf8')) as Record<string, string>
  return Object.entries(listed)
    .map(([script, ranges]) => ({ script: script.replace(/[[\]]/g, ''), isFor: withinRanges(ranges) }))
    .filter(({ script }) => family.scripts?.includes(script) ?? true)
    .reverse() // latin stands last
}

function withinRanges(ranges: string): (codePoint: number) => boolean {
  const spans = ranges.replaceAll('U+', '').split(',').map((range) => range.split('-').map((hex) => parseInt(hex, 16)))
  return (codePoint) => spans.some(([from = 0, to = from]) => from <= codePoint && codePoint <= to)
}
