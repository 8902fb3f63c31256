import type { ReactNode } from 'react'
import { classes } from '#app/ui/classes.ts'
import { control, describedBy, edge, GroupFrame } from '#app/ui/field-parts.tsx'

export type DateTimeValue = { day: string; month: string; year: string; time: string }
type Part = keyof DateTimeValue

const parts: { part: Part; label: string; width: string; numeric: boolean }[] = [
  { part: 'day', label: 'Day', width: 'w-18', numeric: true },
  { part: 'month', label: 'Month', width: 'w-40', numeric: false },
  { part: 'year', label: 'Year', width: 'w-24', numeric: true },
  { part: 'time', label: 'Time', width: 'w-28', numeric: false },
]

/** A moment in four text boxes, named `${name}.day` and so on; months may be typed as words. */
export function DateTimeFields(props: {
  name: string
  legend: ReactNode
  legendAs?: 'h1' | 'h2' | 'legend'
  caption?: ReactNode
  hint?: ReactNode
  error?: string
  value?: Partial<DateTimeValue>
  /** Which boxes are at fault; without it an error marks them all. */
  errorParts?: Part[]
  /** Dates without a time of day. */
  dateOnly?: boolean
}) {
  const { name, error, value, errorParts, dateOnly, ...rest } = props
  const atFault = (part: Part) => error !== undefined && (errorParts?.includes(part) ?? true)
  return (
    <GroupFrame name={name} error={error} {...rest}>
      <div className="mt-1 flex flex-wrap gap-x-4 gap-y-2">
        {parts
          .filter(({ part }) => !(dateOnly && part === 'time'))
          .map(({ part, label, width, numeric }) => {
            const id = part === 'day' ? name : `${name}.${part}`
            return (
              <div key={part} className={width}>
                <label htmlFor={id} className="block">
                  {label}
                </label>
                <input
                  id={id}
                  name={`${name}.${part}`}
                  type="text"
                  inputMode={numeric ? 'numeric' : undefined}
                  autoComplete="off"
                  defaultValue={value?.[part]}
                  aria-invalid={atFault(part) ? true : undefined}
                  aria-describedby={describedBy(name, { error: atFault(part) ? error : undefined })}
                  className={classes(control, edge(atFault(part)))}
                />
              </div>
            )
          })}
      </div>
    </GroupFrame>
  )
}
