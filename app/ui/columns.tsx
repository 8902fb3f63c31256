import type { ReactNode } from 'react'
import { BarTable, Legend, type Bar } from '#app/ui/bars.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'

/** Many figures in order – days, weeks – as columns, with the earlier ones as a line, followed by their table. */
export function ColumnChart(props: { caption: ReactNode; unit: string; bars: Bar[]; tableSummary: string; compareLabel?: string }) {
  const { bars } = props
  const most = Math.max(1, ...bars.flatMap((bar) => [bar.value, bar.compare ?? 0]))
  const compared = bars.some((bar) => bar.compare !== undefined)
  const y = (value: number) => (100 - (value / most) * 100).toFixed(1)
  const line = bars.flatMap((bar, i) => (bar.compare === undefined ? [] : [`${i * 10 + 5} ${y(bar.compare)}`])).join('L')
  return (
    <figure className="grid grid-cols-[minmax(0,1fr)] gap-4 break-inside-avoid">
      <figcaption className="font-bold">{props.caption}</figcaption>
      {compared && <Legend unit={props.unit} compareLabel={props.compareLabel ?? 'Before'} />}
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-small text-ink2" aria-hidden="true">
        <div className="flex flex-col justify-between text-right tabular-nums">
          <span>{most}</span>
          <span>0</span>
        </div>
        <svg viewBox={`0 0 ${bars.length * 10} 100`} preserveAspectRatio="none" className="h-48 w-full border-y border-hair" focusable="false">
          {bars.map((bar, i) => (
            <rect key={bar.label} className="fill-plum600 forced-colors:fill-[CanvasText]" x={i * 10 + 1} y={y(bar.value)} width="8" height={((bar.value / most) * 100).toFixed(1)} />
          ))}
          {line && (
            <>
              <path d={`M${line}`} className="stroke-paper forced-colors:stroke-[Canvas]" fill="none" strokeWidth="6" strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
              <path d={`M${line}`} className="stroke-line forced-colors:stroke-[GrayText]" fill="none" strokeWidth="3" strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
            </>
          )}
        </svg>
        <div className="col-start-2 flex justify-between gap-4">
          <span>{bars[0]?.label}</span>
          <span>{bars.length > 1 && bars[bars.length - 1]?.label}</span>
        </div>
      </div>
      <Disclosure summary={props.tableSummary}>
        <BarTable {...props} compared={compared} />
      </Disclosure>
    </figure>
  )
}
