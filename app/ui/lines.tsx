import type { ReactNode } from 'react'
import { BarTable } from '#app/ui/bars.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'

/** `value` is null where it is still to come. */
export type Point = { label: string; value: number | null; compare: number | null }

interface LineChartProps {
  caption: ReactNode
  /** what is counted, for the key and the table */
  unit: string
  compareLabel: string
  points: Point[]
  tableSummary: string
}

/** A figure as it grows, as a full line, and the one it is compared with, as a broken line that goes on; followed by the same as a table. */
export function LineChart(props: LineChartProps) {
  const { points } = props
  const compared = points.some(({ compare }) => compare !== null)
  const most = Math.max(1, ...points.flatMap(({ value, compare }) => [value ?? 0, compare ?? 0]))
  const lineOf = (values: (number | null)[]) => values.flatMap((value, i) => (value === null ? [] : [`${i * 10 + 5} ${(100 - (value / most) * 100).toFixed(1)}`])).join('L')
  const [line, broken] = [lineOf(points.map(({ value }) => value)), lineOf(points.map(({ compare }) => compare))]
  return (
    <figure className="grid grid-cols-[minmax(0,1fr)] gap-4 break-inside-avoid">
      <figcaption className="font-bold">{props.caption}</figcaption>
      {compared && <Key {...props} />}
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-small text-ink2" aria-hidden="true">
        <div className="flex flex-col justify-between text-right tabular-nums">
          <span>{most}</span>
          <span>0</span>
        </div>
        <svg viewBox={`0 0 ${points.length * 10} 100`} preserveAspectRatio="none" className="h-48 w-full overflow-visible border-y border-hair" focusable="false">
          {broken && <Broken d={`M${broken}`} />}
          {line && <Full d={`M${line}`} />}
          {line && <Full d={`M${line.split('L').at(-1)}h0`} end />}
        </svg>
        <div className="col-start-2 flex justify-between gap-4">
          <span>{points[0]?.label}</span>
          <span>{points.length > 1 && points[points.length - 1]?.label}</span>
        </div>
      </div>
      <Disclosure summary={props.tableSummary}>
        <BarTable {...props} bars={points} compared={compared} />
      </Disclosure>
    </figure>
  )
}

/** With `end`, the dot at which it stands now. */
function Full({ d, end }: { d: string; end?: boolean }) {
  return <path d={d} className="stroke-plum600 forced-colors:stroke-[CanvasText]" fill="none" strokeWidth={end ? 12 : 4} strokeLinecap="round" strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
}

function Broken({ d }: { d: string }) {
  return <path d={d} className="stroke-line forced-colors:stroke-[GrayText]" fill="none" strokeWidth="3" strokeDasharray="2 6" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
}

function Key({ unit, compareLabel }: Pick<LineChartProps, 'unit' | 'compareLabel'>) {
  return (
    <p className="flex flex-wrap gap-x-6 text-small" aria-hidden="true">
      <span className="inline-flex items-center gap-2"><svg viewBox="0 0 32 16" className="h-4 w-8"><Full d="M2 8h28" /></svg>{unit}</span>
      <span className="inline-flex items-center gap-2"><svg viewBox="0 0 32 16" className="h-4 w-8"><Broken d="M2 8h28" /></svg>{compareLabel}</span>
    </p>
  )
}
