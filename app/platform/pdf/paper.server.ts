import { runsRightToLeft } from '#app/platform/pdf/bidi.ts'
import { Typesetter } from '#app/platform/pdf/typesetter.server.ts'
import type { LineStyle } from '#app/platform/pdf/typesetter.server.ts'

/** Lengths are points (1/72 inch) from the top left corner of the page. */
export interface Area {
  x: number
  y: number
  width: number
  height: number
}

export interface TextStyle extends LineStyle {
  /** from baseline to baseline, in sizes */
  leading: number
  /** `start`: where the text begins, which is the right for Arabic */
  align: 'start' | 'left' | 'centre' | 'end'
  /** fitted text only: lines about as long as each other, so that the last does not hold one word */
  even?: boolean
}

/** Text in the size that its place allows. */
export interface Fitted {
  lines: string[]
  style: TextStyle
  /** of all lines, in points */
  height: number
}

export interface ShapeStyle {
  x?: number
  y?: number
  scale?: number
  fill?: string
  stroke?: string
  /** points, before scaling */
  lineWidth?: number
  /** 0 to 1 */
  opacity?: number
}

/** What a passage is, for those who hear the document: PDF's own names. */
export type Role = 'H1' | 'H2' | 'H3' | 'P' | 'Lbl' | 'LBody' | 'TH' | 'TD'

/** No text is set smaller, in points: even 120 wide letters have room on a page then. */
const smallest = 4
/** Where in a line of height 1 its letters stand on. */
const baseline = 0.78

/**
 * Pages and what stands on them at places of one's choice; text that flows from page to page is `Flow`. Everything is either
 * tagged for what it is, or marked as decoration.
 */
export class Paper {
  readonly doc: PDFKit.PDFDocument
  private readonly type: Typesetter
  private parent?: PDFKit.PDFStructureElement

  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc
    this.type = new Typesetter(doc)
  }

  page(): void {
    this.doc.addPage()
  }

  get width(): number {
    return this.doc.page.width
  }

  get height(): number {
    return this.doc.page.height
  }

  /** A decoration drawn as SVG writes paths; a hole is where paths overlap. */
  shape(path: string, { x = 0, y = 0, scale = 1, fill, stroke, lineWidth = 1, opacity = 1 }: ShapeStyle): void {
    this.decorate(() => {
      this.doc.save().translate(x, y).scale(scale).path(path).lineWidth(lineWidth).opacity(opacity)
      if (fill && stroke) this.doc.fillAndStroke(fill, stroke, 'even-odd')
      else if (stroke) this.doc.stroke(stroke)
      else this.doc.fill(fill ?? '#000000', 'even-odd')
      this.doc.restore()
    })
  }

  /** What is drawn here is passed over by those who listen. */
  decorate(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' })
    draw()
    this.doc.endMarkedContent()
  }

  /** Text as large as fits in a place, from the style's size down, on as many lines as that takes. */
  fit(text: string, { width, height }: Pick<Area, 'width' | 'height'>, style: TextStyle): Fitted {
    const linesAt = (size: number) => this.lines(text, width, { ...style, size })
    let size = style.size
    while (size > smallest && linesAt(size).length * size * style.leading > height) size *= 0.97
    const fitted = { ...style, size }
    const lines = style.even ? this.evenLines(text, width, fitted) : linesAt(size)
    return { lines, style: fitted, height: lines.length * size * style.leading }
  }

  /** Fitted text from the top of its place. */
  set(role: Role, { lines, style }: Fitted, at: Omit<Area, 'height'>): void {
    this.tag(role, () => this.drawLines(lines, at, style))
  }

  lines(text: string, width: number, { look, size }: TextStyle): string[] {
    const lines = text.split('\n').flatMap((part) => this.type.breakLines(part, look, size, width))
    return lines.map((line, i) => (i < lines.length - 1 ? spaced(line) : line))
  }

  /** The lines from the top of an area, one under the other; answers how high they are together. */
  drawLines(lines: string[], { x, y, width }: Omit<Area, 'height'>, style: TextStyle): number {
    const step = style.size * style.leading
    lines.forEach((line, i) => {
      const room = width - this.type.unitWidth(line.trimEnd(), style.look) * style.size
      const top = y + i * step + (step - style.size) / 2
      this.type.draw(line, x + room * shareBefore(line, style.align), top + style.size * baseline, style)
    })
    return lines.length * step
  }

  tag(role: Role, draw: () => void): void {
    const options: object = role === 'TH' ? { scope: 'Column' } : {}
    this.add(this.doc.struct(role, options, draw))
  }

  /** A list or table, or a part of one: what is tagged meanwhile belongs to it. */
  group(role: 'L' | 'LI' | 'Table' | 'TR', fill: () => void): void {
    const end = this.begin(role)
    fill()
    end()
  }

  /** The same with its end said apart: call what it answers. */
  begin(role: 'Document' | 'L' | 'LI' | 'Table' | 'TR'): () => void {
    const group = this.doc.struct(role)
    this.add(group)
    const outer = this.parent
    this.parent = group
    return () => {
      this.parent = outer
      group.end()
    }
  }

  /** The same line at the foot of every page, with its number. */
  foot(text: string, style: TextStyle, margin: number): void {
    const { count } = this.doc.bufferedPageRange()
    for (let i = 0; i < count; i++) {
      this.doc.switchToPage(i)
      const at = { x: margin, y: this.height - margin * 0.6, width: this.width - 2 * margin }
      this.decorate(() => {
        this.drawLines([text], at, style)
        this.drawLines([`${i + 1} of ${count}`], at, { ...style, align: 'end' })
      })
    }
  }

  private add(element: PDFKit.PDFStructureElement): void {
    if (this.parent) this.parent.add(element)
    else this.doc.addStructure(element)
  }

  /** The same number of lines, with the shortest longest one. */
  private evenLines(text: string, width: number, style: TextStyle): string[] {
    const lines = this.lines(text, width, style)
    for (let narrower = width * 0.97; narrower > width / 3; narrower *= 0.97) {
      const even = this.lines(text, narrower, style)
      if (even.length > lines.length) break
      lines.splice(0, lines.length, ...even)
    }
    return lines
  }
}

/** So that its last word and the first of the next line do not run together when they are read out or copied. */
const spaced = (line: string) => (runsRightToLeft(line) ? line : `${line} `)

/** How much of a line's empty room is left of it. */
function shareBefore(line: string, align: TextStyle['align']): number {
  if (align === 'left') return 0
  if (align === 'centre') return 0.5
  return runsRightToLeft(line) === (align === 'start') ? 1 : 0
}
