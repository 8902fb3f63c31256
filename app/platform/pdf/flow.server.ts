import type { Area, Paper, Role, TextStyle } from '#app/platform/pdf/paper.server.ts'
import { drawTable } from '#app/platform/pdf/table.server.ts'
import type { Table } from '#app/platform/pdf/table.server.ts'
import { colours } from '#app/ui/colours.ts'

export interface FlowOptions {
  /** points; 12 for letters, 18 for large print. Everything else is counted in it. */
  textSize?: number
  /** points on all four sides; a footer stands within the lower one */
  margin?: number
}

/** Headings in text sizes, by level. */
const headings = { 1: 1.9, 2: 1.4, 3: 1.15 } as const

/** Text from the top of a page to its foot and on to the next: letters, forms, books. */
export class Flow {
  readonly paper: Paper
  readonly textSize: number
  readonly margin: number
  /** where the next thing goes, in points from the top of the page */
  y = 0

  constructor(paper: Paper, { textSize = 12, margin = 57 }: FlowOptions = {}) {
    this.paper = paper
    this.textSize = textSize
    this.margin = margin
    this.newPage()
  }

  heading(text: string, level: keyof typeof headings = 1): void {
    const size = this.textSize * headings[level]
    if (this.y > this.margin) this.gap(size * 0.5)
    this.room(size * 1.2 + this.textSize * 4.5) // never alone at the foot of a page
    this.write(`H${level}`, text, { look: level === 1 ? 'display' : 'bold', size, leading: 1.2 })
    this.gap(this.textSize * 0.4)
  }

  /** A paragraph; a line break in it stays one. */
  text(text: string, style: Partial<TextStyle> = {}): void {
    this.write('P', text, style)
    this.gap(this.textSize * 0.6)
  }

  list(items: string[], numbered = false): void {
    this.items(items, (i, at) => this.paper.tag('Lbl', () => this.paper.drawLines([numbered ? `${i + 1}.` : '•'], at, this.style())))
  }

  /** Boxes to tick, each with what a tick would say. */
  tickBoxes(labels: string[]): void {
    const side = this.textSize * 1.05
    this.items(labels, (_, { x, y }) => this.frame({ x, y: y + this.textSize * 0.2, width: side, height: side }))
  }

  /** An empty frame to write in by hand. */
  answerBox(height: number): void {
    this.room(height)
    this.frame({ x: this.margin, y: this.y, width: this.width, height })
    this.y += height
    this.gap(this.textSize)
  }

  table(table: Table): void {
    drawTable(this, table)
    this.gap(this.textSize)
  }

  gap(height: number): void {
    this.y += height
  }

  newPage(): void {
    this.paper.page()
    this.y = this.margin
  }

  /** Begins a new page where less than `height` is left of this one. */
  room(height: number): void {
    if (this.y + height > this.bottom && this.y > this.margin) this.newPage()
  }

  get width(): number {
    return this.paper.width - 2 * this.margin
  }

  get bottom(): number {
    return this.paper.height - this.margin
  }

  style(style: Partial<TextStyle> = {}): TextStyle {
    return { look: 'text', size: this.textSize, colour: colours.ink, leading: 1.45, align: 'start', ...style }
  }

  frame({ x, y, width, height }: Area): void {
    this.paper.shape(`M${x} ${y}h${width}v${height}h${-width}z`, { stroke: colours.line, lineWidth: 1 })
  }

  private write(role: Role, text: string, given: Partial<TextStyle>, indent = 0): void {
    const style = this.style(given)
    const lines = this.paper.lines(text, this.width - indent, style)
    this.room(Math.min(lines.length, 2) * style.size * style.leading)
    this.paper.tag(role, () => this.drawOn(lines, style, indent))
  }

  /** A line at a time, so that a passage can go on overleaf. */
  private drawOn(lines: string[], style: TextStyle, indent: number): void {
    for (const line of lines) {
      if (this.y + style.size * style.leading > this.bottom) this.overleaf()
      this.y += this.paper.drawLines([line], { x: this.margin + indent, y: this.y, width: this.width - indent }, style)
    }
  }

  /** A new page in the midst of a passage, which goes on there as the same one. */
  private overleaf(): void {
    this.paper.doc.continueOnNewPage()
    this.y = this.margin
  }

  private items(items: string[], mark: (i: number, at: Omit<Area, 'height'>) => void): void {
    const indent = this.textSize * 1.8
    this.paper.group('L', () => items.forEach((item, i) => {
      this.room(this.textSize * 1.45 * 2)
      this.paper.group('LI', () => {
        mark(i, { x: this.margin, y: this.y, width: indent })
        this.write('LBody', item, {}, indent)
      })
      this.gap(this.textSize * 0.35)
    }))
    this.gap(this.textSize * 0.4)
  }
}
