import type { ReactNode } from 'react'
import { classes } from '#app/ui/classes.ts'

export type SummaryRow = { key: string; value: ReactNode; change?: { href: string; hidden: string; label?: string } }

/** What was answered, question by question, each with its way back. */
export function SummaryList({ rows }: { rows: SummaryRow[] }) {
  const columns = rows.some((row) => row.change) ? 'md:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_5rem]' : 'md:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]'
  return (
    <dl className="border-t border-hair">
      {rows.map((row) => (
        <div key={row.key} className={classes('grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1 border-b border-hair py-4 break-inside-avoid', columns)}>
          <dt className="font-bold">{row.key}</dt>
          <dd className="whitespace-pre-line">{row.value}</dd>
          {row.change && (
            <dd className="print:hidden md:text-right">
              <a href={row.change.href} className="-my-2 inline-flex min-h-11 items-center">
                {row.change.label ?? 'Change'}
                <span className="sr-only"> {row.change.hidden}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
