import type { Paper, Role, TextStyle } from '#app/platform/pdf/paper.server.ts'
import { colours } from '#app/ui/colours.ts'

export interface Table {
  /** `share`: how wide the column is beside the others */
  columns: { title: string, share: number }[]
  rows: string[][]
}

/** What a table needs of the flow it stands in. */
interface Place {
  readonly paper: Paper
  readonly margin: number
  readonly width: number
  readonly bottom: number
  readonly textSize: number
  y: number
  style: (style: Partial<TextStyle>) => TextStyle
  room: (height: number) => void
  newPage: () => void
}

/** The lines of each cell of a row. */
type Row = string[][]

/** A table with its head again on each page; a row that is higher than what is left of a page goes on overleaf. */
export function drawTable(flow: Place, { columns, rows }: Table): void {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (flow.width * share) / shares)
  const [body, bold] = [flow.style({ leading: 1.3 }), flow.style({ look: 'bold', leading: 1.3 })]
  const linesOf = (cells: string[], style: TextStyle): Row => cells.map((cell, i) => flow.paper.lines(cell, widths[i]! - flow.textSize, style))
  const head = linesOf(columns.map(({ title }) => title), bold)
  flow.room(heightOf(head, bold) + body.size * 4)
  flow.paper.group('Table', () => {
    tagRow(flow, head, widths, bold, 'TH')
    for (const row of rows) {
      let left = linesOf(row, body)
      while (left.some((lines) => lines.length > 0)) {
        const fitting = Math.floor((flow.bottom - flow.y - body.size) / (body.size * body.leading))
        if (fitting < Math.min(3, longest(left))) {
          flow.newPage()
          flow.paper.decorate(() => drawCells(flow, head, widths, bold))
          endRow(flow, head, bold)
          continue
        }
        tagRow(flow, left.map((lines) => lines.slice(0, fitting)), widths, body, 'TD')
        left = left.map((lines) => lines.slice(fitting))
      }
    }
  })
}

function tagRow(flow: Place, row: Row, widths: number[], style: TextStyle, role: Role): void {
  flow.paper.group('TR', () => row.forEach((_, i) => flow.paper.tag(role, () => drawCells(flow, row, widths, style, i))))
  endRow(flow, row, style)
}

/** @param only the one cell to draw; all of them where left out */
function drawCells(flow: Place, row: Row, widths: number[], style: TextStyle, only?: number): void {
  row.forEach((lines, i) => {
    const before = widths.slice(0, i).reduce((sum, width) => sum + width, 0)
    const at = { x: flow.margin + before, y: flow.y + style.size * 0.4, width: widths[i]! - flow.textSize }
    if (only === undefined || only === i) flow.paper.drawLines(lines, at, style)
  })
}

function endRow(flow: Place, row: Row, style: TextStyle): void {
  flow.y += heightOf(row, style)
  flow.paper.shape(`M${flow.margin} ${flow.y}h${flow.width}`, { stroke: colours.hair, lineWidth: 0.75 })
}

const longest = (row: Row) => Math.max(...row.map((lines) => lines.length))
const heightOf = (row: Row, { size, leading }: TextStyle) => longest(row) * size * leading + size * 0.8
