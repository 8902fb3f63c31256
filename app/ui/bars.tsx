import type { ReactNode } from 'react'
import { Disclosure } from '#app/ui/disclosure.tsx'

export type Bar = { label: string; value: number; compare?: number }

/** Bars drawn on the server from the largest figure down, followed by the same figures as a table. */
export function BarChart(props: {
  caption: ReactNode
  /** What is counted, for the table head: "nominations". */
  unit: string
  bars: Bar[]
  /** The words that open the table. */
  tableSummary: string
  compareLabel?: string
}) {
  const most = Math.max(1, ...props.bars.flatMap((bar) => [bar.value, bar.compare ?? 0]))
  const compared = props.bars.some((bar) => bar.compare !== undefined)
  return (
    <figure className="grid gap-4 break-inside-avoid">
      <figcaption className="font-bold">{props.caption}</figcaption>
      {compared && <Legend unit={props.unit} compareLabel={props.compareLabel ?? 'Before'} />}
      <div className="grid gap-2" aria-hidden="true">
        {props.bars.map((bar) => (
          <BarLine key={bar.label} bar={bar} most={most} />
        ))}
      </div>
      <Disclosure summary={props.tableSummary}>
        <BarTable {...props} compared={compared} />
      </Disclosure>
    </figure>
  )
}

function BarLine({ bar, most }: { bar: Bar; most: number }) {
  const share = (value: number) => ((value / most) * 100).toFixed(2)
  return (
    <div className="grid items-center gap-x-4 sm:grid-cols-[12rem_minmax(0,1fr)]">
      <span className="min-w-0 text-small sm:text-right">{bar.label}</span>
      <span className="flex items-center gap-3">
        <svg viewBox="0 0 100 12" preserveAspectRatio="none" className="h-6 min-w-0 grow" focusable="false">
          <rect className="fill-mist forced-colors:fill-[Canvas]" width="100" height="12" />
          <rect className="fill-plum600 forced-colors:fill-[CanvasText]" width={share(bar.value)} height={bar.compare === undefined ? 12 : 8} />
          {bar.compare !== undefined && <rect className="fill-line forced-colors:fill-[GrayText]" y="9" width={share(bar.compare)} height="3" />}
        </svg>
        <span className="w-10 text-right font-bold tabular-nums">{bar.value}</span>
      </span>
    </div>
  )
}

export function Legend({ unit, compareLabel }: { unit: string; compareLabel: string }) {
  return (
    <p className="flex flex-wrap gap-x-6 text-small" aria-hidden="true">
      <span className="inline-flex items-center gap-2">
        <svg viewBox="0 0 16 16" className="size-4">
          <rect className="fill-plum600 forced-colors:fill-[CanvasText]" width="16" height="16" />
        </svg>
        {unit}
      </span>
      <span className="inline-flex items-center gap-2">
        <svg viewBox="0 0 16 16" className="size-4">
          <rect className="fill-line forced-colors:fill-[GrayText]" y="10" width="16" height="6" />
        </svg>
        {compareLabel}
      </span>
    </p>
  )
}

/** A figure of a table; null: not there yet. */
interface Figure {
  label: string
  value: number | null
  compare?: number | null
}

export function BarTable(props: { caption: ReactNode; unit: string; bars: Figure[]; compared: boolean; compareLabel?: string }) {
  return (
    <table className="plain-table">
      <caption className="sr-only">{props.caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{props.unit}</th>
          {props.compared && <th scope="col">{props.compareLabel ?? 'Before'}</th>}
        </tr>
      </thead>
      <tbody>
        {props.bars.map((bar) => (
          <tr key={bar.label}>
            <th scope="row">{bar.label}</th>
            <td>{bar.value ?? '–'}</td>
            {props.compared && <td>{bar.compare ?? '–'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
