import { honourWords, type Honour } from '#app/features/certificates/words.ts'
import type { Area, Fitted, Paper, Role, TextStyle } from '#app/platform/pdf/paper.server.ts'
import { missingLetters } from '#app/platform/pdf/typesetter.server.ts'
import { colours } from '#app/ui/colours.ts'
import { rosette } from '#app/ui/rosette.ts'

/** What stands on a certificate. */
export interface CertificateText {
  /** of the awards and their year */
  awards: string
  honour: Honour
  name: string
  category: string
  /** kind words; empty: none */
  words: string
  /** two lines: by whom, and when and where */
  given: string
  /** the address at which `code` is checked */
  check: string
  code: string
}

/** The ribbon hangs at the left, the words stand right of it; all in points of an A4 page laid across. */
const ribbon = { left: 78, width: 104, end: 470, notch: 38 }
const column = { x: 248, width: 526 }
const edge = 26
const foot = 508

/** One page: a letter of thanks rather than a trophy. Every text shrinks to its place, so that no name is cut off. */
export function drawCertificate(paper: Paper, text: CertificateText): void {
  paper.page()
  drawFrame(paper)
  drawRibbon(paper, text.honour)
  drawWords(paper, text)
  drawFoot(paper, text)
}

const style = (given: Partial<TextStyle>): TextStyle => ({ look: 'text', size: 12, leading: 1.15, colour: colours.ink, align: 'left', ...given })

const purposes: Record<Honour, (category: string) => string> = {
  winner: (category) => `won the ${category} award`,
  'highly-commended': (category) => `was highly commended for the ${category} award`,
  finalist: (category) => `was a finalist for the ${category} award`,
  nominated: (category) => `was nominated for the ${category} award. Thank you.`,
}

/** One under the other, in the middle of the page's height. */
function drawWords(paper: Paper, { awards, honour, name, category, words }: CertificateText): void {
  const block = (role: Role, text: string, height: number, given: Partial<TextStyle>, before = 0): Block =>
    ({ role, before, fitted: paper.fit(text, { width: column.width, height }, style(given)) })
  const blocks = [
    block('P', awards, 22, { look: 'bold', size: 14, colour: colours.ink2 }),
    block('H1', honourWords[honour], 54, { look: 'display', size: 40, colour: honour === 'winner' ? colours.gold700 : colours.plum600 }, 4),
    { role: 'P' as const, before: 24, fitted: fitName(paper, name) },
    block('P', purposes[honour](category), 56, { size: 19, leading: 1.3, even: true }, 12),
    ...(words ? [block('P', `“${words}”`, 104, { size: 15, colour: colours.ink2, leading: 1.45 }, 20)] : []),
  ]
  const height = blocks.reduce((sum, { before, fitted }) => sum + before + fitted.height, 0)
  let y = edge + (foot - edge - height) / 2
  for (const { role, before, fitted } of blocks) {
    paper.set(role, fitted, { ...column, y: y + before })
    y += before + fitted.height
  }
}

interface Block {
  role: Role
  /** empty points above it */
  before: number
  fitted: Fitted
}

/** On one line, unless that would make it small. */
function fitName(paper: Paper, name: string): Fitted {
  const shown = style({ look: 'display', size: 60, colour: colours.plum800, even: true })
  const fitIn = (height: number) => paper.fit(printable(name), { width: column.width, height }, shown)
  const onOneLine = fitIn(shown.size * shown.leading)
  return onOneLine.style.size >= 40 ? onOneLine : fitIn(132)
}

/** A name that we have not all the letters of is left to be written by hand, on a line. */
const printable = (name: string) => (missingLetters(name, 'display').length === 0 ? name : '_'.repeat(17))

function drawFrame(paper: Paper): void {
  const { width, height } = paper
  const box = (inset: number) => `M${inset} ${inset}H${width - inset}V${height - inset}H${inset}Z`
  paper.shape(box(edge), { stroke: colours.plum600, lineWidth: 1.5 })
  paper.shape(box(edge + 5), { stroke: colours.hair, lineWidth: 0.75 })
}

function drawFoot(paper: Paper, { given, check, code }: CertificateText): void {
  const put = (text: string, at: Area, shown: Partial<TextStyle>) => paper.set('P', paper.fit(text, at, style({ size: 10.5, colour: colours.ink2, leading: 1.4, ...shown })), at)
  paper.shape(`M${column.x} ${foot}h210`, { stroke: colours.line, lineWidth: 0.75 })
  put(given, { x: column.x, y: foot + 4, width: 240, height: 32 }, {})
  const right = { x: column.x + 260, width: column.width - 260, height: 16 }
  put(`Check it at ${check}`, { ...right, y: foot + 4 }, { align: 'end' })
  put(code, { ...right, y: foot + 19 }, { align: 'end', look: 'bold' })
}

/** Gold says winner and nothing else does. Who was nominated gets the heart without the rosette. */
function drawRibbon(paper: Paper, honour: Honour): void {
  const { left, width, end, notch } = ribbon
  const [middle, right] = [left + width / 2, left + width]
  paper.shape(`M${left} 0H${right}V${end}L${middle} ${end - notch}L${left} ${end}Z`, { fill: colours.plum600 })
  for (const x of [left + 7, right - 7]) paper.shape(`M${x} 0V${end - 14}`, { stroke: colours.plum100, lineWidth: 0.75, opacity: 0.6 })
  const main = honour === 'winner' ? colours.gold400 : colours.plum100
  for (const [path, shade] of layersOf[honour]) paper.shape(path, { x: middle - 60 * 1.5, y: 76, scale: 1.5, fill: mix(main, colours.plum800, shade) })
}

type Layer = [path: string, shade: number]
const flower: Layer[] = [[rosette.disc, 0.22], [rosette.pleats, 0], [rosette.medal, 0]]
const tails: Layer[] = [[rosette.leftTail, 0.5], [rosette.rightTail, 0.36]]
const layersOf: Record<Honour, Layer[]> = {
  winner: [...tails, ...flower], 'highly-commended': [...tails, ...flower], finalist: flower, nominated: [[rosette.heart, 0]],
}

/** A colour with a share of another in it. */
function mix(one: string, other: string, share: number): string {
  const parts = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))
  const others = parts(other)
  return `#${parts(one).map((part, i) => Math.round(part + (others[i]! - part) * share).toString(16).padStart(2, '0')).join('')}`
}
