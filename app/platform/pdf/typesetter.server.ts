import { hasRightToLeft, runsRightToLeft, turned, visualRuns } from '#app/platform/pdf/bidi.ts'
import type { Run } from '#app/platform/pdf/bidi.ts'
import { openDesigns } from '#app/platform/pdf/faces.server.ts'
import type { Design, Face, Look, Piece } from '#app/platform/pdf/faces.server.ts'

type Document = PDFKit.PDFDocument

export interface LineStyle {
  look: Look
  /** points */
  size: number
  /** "#35124a" */
  colour: string
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Letters with the marks that belong to them. */
const lettersOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment)

/** What nobody sees, except the joiners that shape Persian and Hindi; and pictures, which our faces do not have. */
const unseen = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu
const picture = /\p{Emoji_Presentation}|\ufe0f|\u20e3|[\u{1f3fb}-\u{1f3ff}]/u

/** Text as it can be set: composed, on one line, without pictures and what nobody sees. */
export function plainLine(text: string): string {
  const letters = lettersOf(text.normalize('NFC').replace(/\s+/g, ' ').replace(unseen, ''))
  return letters.filter((letter) => !picture.test(letter)).join('').replace(/ +/g, ' ').trim()
}

let allDesigns: ReturnType<typeof openDesigns> | undefined
/** The letters of a text for which we have no face, so that they would be left out; pictures are not among them. */
export function missingLetters(text: string, look: Look = 'text'): string[] {
  const designs = (allDesigns ??= openDesigns())(look)
  return [...new Set(lettersOf(plainLine(text)).filter((letter) => letter !== ' ' && !setLetter(letter, designs)))]
}

function setLetter(letter: string, designs: Design[]): Piece | undefined {
  for (const design of designs) {
    const piece = design.set(letter)
    if (piece) return piece
  }
  return undefined
}

/** Sets lines of any script in one document. */
export class Typesetter {
  private readonly doc: Document
  private readonly designsOf = openDesigns()
  private readonly widths = new Map<string, number>()
  private readonly registered = new Set<string>()

  constructor(doc: Document) {
    this.doc = doc
  }

  /** Points wide at a size of 1 point. */
  unitWidth(line: string, look: Look): number {
    const key = `${look} ${line}`
    const known = this.widths.get(key)
    if (known !== undefined) return known
    const width = this.runs(line, look).flatMap(({ pieces }) => pieces).reduce((sum, { text, face }) => sum + this.use(face).widthOfString(text, { features: [] }), 0)
    this.widths.set(key, width)
    return width
  }

  /** Lines no wider than `width` points: broken between words, and within a word only where it is too long for a line of its own. */
  breakLines(text: string, look: Look, size: number, width: number): string[] {
    const room = width / size
    const fits = (line: string) => this.unitWidth(line.trimEnd(), look) <= room
    const lines: string[] = []
    let line = ''
    for (const word of wordsOf(plainLine(text)).flatMap((each) => (fits(each) ? [each] : lettersOf(each)))) {
      if (line !== '' && !fits(line + word)) {
        lines.push(line)
        line = ''
      }
      line += word
    }
    return [...lines, line].map((each) => each.trim()).filter((each, i) => each !== '' || i === 0)
  }

  /** @param y baseline, in points from the top of the page */
  draw(line: string, x: number, y: number, { look, size, colour }: LineStyle): void {
    let at = x
    for (const { run, pieces } of this.runs(line, look)) {
      const said = spells(pieces, run.text)
      if (!said) this.doc.markContent('Span', { actual: run.text })
      for (const { text, face } of pieces) {
        this.use(face, size).fillColor(colour).text(text, at, y, { lineBreak: false, baseline: 'alphabetic', features: [] })
        at += this.doc.widthOfString(text, { features: [] })
      }
      if (!said) this.doc.endMarkedContent()
    }
  }

  /** From left to right as they stand on paper. */
  private runs(line: string, look: Look): { run: Run, pieces: Piece[] }[] {
    const letters = lettersOf(line)
    const designs = this.oneDesign(letters, look)
    return visualRuns(letters, runsRightToLeft(line)).map((run) => {
      const pieces = byFace(lettersOf(run.text), designs)
      return { run, pieces: run.rightToLeft ? pieces.reverse().map(asItStands) : pieces }
    })
  }

  /** A name is set in one design: where the display face lacks one of its Latin letters, the next sets them all. */
  private oneDesign(letters: string[], look: Look): Design[] {
    const [own, ...others] = this.designsOf(look)
    const lacks = look === 'display' && letters.some((letter) => latin.test(letter) && !own!.set(letter))
    return lacks ? others : [own!, ...others]
  }

  private use(face: Face, size = 1): Document {
    if (!this.registered.has(face.name)) {
      // pdfkit takes an open font too, which its types do not say
      this.doc.registerFont(face.name, face.font() as unknown as Buffer)
      this.registered.add(face.name)
    }
    return this.doc.font(face.name, size)
  }
}

function byFace(letters: string[], designs: Design[]): Piece[] {
  const pieces: Piece[] = []
  for (const letter of letters) {
    // a letter whose marks no face has is set without them; one that no face has is left out
    const piece = setLetter(letter, designs) ?? setLetter(letter.replace(/\p{M}/gu, '') || ' ', designs)
    const last = pieces.at(-1)
    if (!piece) continue
    if (last?.face === piece.face) last.text += piece.text
    else pieces.push(piece)
  }
  return pieces
}

/** fontkit turns round the letters of a script that runs to the left, but not the signs between them. */
const asItStands = (piece: Piece): Piece => (hasRightToLeft(piece.text) ? piece : { ...piece, text: turned(lettersOf(piece.text)).join('') })

const latin = /\p{Script=Latin}/u
const breaksAnywhere = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
const word = new RegExp(`[${breaksAnywhere}]|[^\\s/–—${breaksAnywhere}-]*[\\s/–—-]+|[^\\s/–—${breaksAnywhere}-]+`, 'gu')
/** Chinese and Japanese may break after every sign, the rest after spaces, hyphens and slashes. */
const wordsOf = (text: string): string[] => text.match(word) ?? []

/**
 * Whether the glyphs, read from left to right, spell the text, each a part of it. For Arabic, Hindi and letters that are set in
 * parts they do not, and the document says how it is spelt.
 */
function spells(pieces: Piece[], text: string): boolean {
  const glyphs = pieces.flatMap(({ text: part, face }) => face.font().layout(part, []).glyphs)
  return glyphs.every(({ codePoints }) => codePoints.length > 0) && String.fromCodePoint(...glyphs.flatMap(({ codePoints }) => codePoints)) === text
}
