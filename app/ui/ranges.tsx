import type { ReactNode } from 'react'
import { Disclosure } from '#app/ui/disclosure.tsx'

export interface Range {
  label: string
  /** where it stands */
  at: number
  /** between which it could lie; null: not known, and only the dot is drawn */
  between: { from: number; to: number } | null
  /** its row of the table, in the order of `heads` */
  cells: ReactNode[]
}

interface RangeChartProps {
  caption: ReactNode
  /** what the dot and the bar are, for the key */
  dot: string
  bar: string
  /** the ends of the scale, and their words */
  scale: { from: number; to: number; words: [string, string] }
  /** drawn through all rows: what the dots are to be seen against */
  line?: number
  ranges: Range[]
  tableSummary: string
  heads: string[]
}

/** Where each of several could lie, drawn on the server: a bar from end to end and a dot where it stands, followed by the same as a table. */
export function RangeChart(props: RangeChartProps) {
  const { caption, scale, ranges, line } = props
  const x = (value: number) => Number((((value - scale.from) / (scale.to - scale.from || 1)) * 100).toFixed(2))
  return (
    <figure className="grid grid-cols-[minmax(0,1fr)] gap-4 break-inside-avoid">
      <figcaption className="font-bold">{caption}</figcaption>
      <Key {...props} />
      <div className="grid gap-2" aria-hidden="true">
        {ranges.map((range) => <RangeLine key={range.label} range={range} x={x} line={line} />)}
        <div className="grid gap-x-4 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <span className="col-start-1 flex justify-between text-small text-ink2 tabular-nums sm:col-start-2"><span>{scale.words[0]}</span><span>{scale.words[1]}</span></span>
        </div>
      </div>
      <Disclosure summary={props.tableSummary}><RangeTable {...props} /></Disclosure>
    </figure>
  )
}

function RangeLine({ range: { label, at, between }, x, line }: { range: Range; x: (value: number) => number; line?: number }) {
  return (
    <div className="grid items-center gap-x-4 sm:grid-cols-[12rem_minmax(0,1fr)]">
      <span className="min-w-0 text-small sm:text-right">{label}</span>
      <span className="rounded-control bg-mist px-3">
        <svg viewBox="0 0 100 24" preserveAspectRatio="none" className="h-6 w-full overflow-visible" focusable="false">
          {line !== undefined && <path d={`M${x(line)} 0v24`} className="stroke-line forced-colors:stroke-[GrayText]" strokeWidth="1" vectorEffect="non-scaling-stroke" />}
          {between && <Stroke d={`M${x(between.from)} 12H${x(between.to)}`} width={6} className="stroke-line" />}
          <Stroke d={`M${x(at)} 12h0`} width={14} className="stroke-plum600" />
        </svg>
      </span>
    </div>
  )
}

/** A stroke keeps its width, and a dot its roundness, however wide the drawing is. */
function Stroke({ d, width, className }: { d: string; width: number; className: string }) {
  return <path d={d} className={`${className} forced-colors:stroke-[CanvasText]`} fill="none" strokeWidth={width} strokeLinecap="round" vectorEffect="non-scaling-stroke" />
}

function Key({ dot, bar, ranges }: Pick<RangeChartProps, 'dot' | 'bar' | 'ranges'>) {
  const items = [{ words: dot, d: 'M8 8h0', width: 14, className: 'stroke-plum600' }, ...(ranges.some(({ between }) => between) ? [{ words: bar, d: 'M3 8h10', width: 6, className: 'stroke-line' }] : [])]
  return (
    <p className="flex flex-wrap gap-x-6 text-small" aria-hidden="true">
      {items.map(({ words, ...stroke }) => (
        <span key={words} className="inline-flex items-center gap-2">
          <svg viewBox="0 0 16 16" className="size-4 shrink-0"><Stroke {...stroke} /></svg>
          {words}
        </span>
      ))}
    </p>
  )
}

function RangeTable({ caption, heads, ranges }: Pick<RangeChartProps, 'caption' | 'heads' | 'ranges'>) {
  return (
    <table className="plain-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <td />
          {heads.map((head) => <th key={head} scope="col">{head}</th>)}
        </tr>
      </thead>
      <tbody>
        {ranges.map(({ label, cells }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {cells.map((cell, index) => <td key={heads[index]}>{cell}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
