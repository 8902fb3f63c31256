import type { ReactNode } from 'react'
import { limitText } from '#app/domain/words.ts'
import { classes } from '#app/ui/classes.ts'
import { control, describedBy, edge, FieldFrame } from '#app/ui/field-parts.tsx'

export { Checkboxes, Radios } from '#app/ui/choices.tsx'
export { DateTimeFields } from '#app/ui/date-time-fields.tsx'

const widths = { full: undefined, '2/3': 'md:w-2/3', short: 'max-w-24', code: 'max-w-48 tracking-[0.08em] tabular-nums' }

export type FieldProps = {
  name: string
  label: ReactNode
  /** The label is the page's heading, where a page asks one question. */
  labelAs?: 'h1'
  caption?: ReactNode
  hint?: ReactNode
  error?: string
  value?: string
  optional?: boolean
}

export function TextField(
  props: FieldProps & {
    type?: 'text' | 'email' | 'tel' | 'search' | 'number'
    autoComplete?: string
    inputMode?: 'text' | 'email' | 'tel' | 'numeric' | 'decimal' | 'search' | 'url'
    width?: keyof typeof widths
    spellCheck?: boolean
    prefix?: string
  },
) {
  const { name, error, value, type = 'text', width = 'full', prefix } = props
  const input = (
    <input
      id={name}
      name={name}
      type={type}
      defaultValue={value}
      autoComplete={props.autoComplete}
      inputMode={props.inputMode}
      spellCheck={props.spellCheck}
      aria-describedby={describedBy(name, props)}
      aria-invalid={error ? true : undefined}
      className={classes(control, edge(error), widths[width], prefix !== undefined && 'rounded-l-none')}
    />
  )
  return <FieldFrame {...props}>{prefix === undefined ? input : <Prefixed prefix={prefix}>{input}</Prefixed>}</FieldFrame>
}

function Prefixed({ prefix, children }: { prefix: string; children: ReactNode }) {
  return (
    <div className="flex">
      <span aria-hidden="true" className="grid min-w-12 place-items-center rounded-l-control border-2 border-r-0 border-line bg-mist px-2">
        {prefix}
      </span>
      {children}
    </div>
  )
}

export type WordCount = { limit: number; least?: number; used: number }

/** Long text. Over the limit may be typed and is told, never cut. */
export function TextArea(props: FieldProps & { rows?: number; words?: WordCount }) {
  const { name, error, value, rows = 6, words } = props
  const over = words !== undefined && words.used > words.limit
  return (
    <FieldFrame {...props}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        defaultValue={value}
        data-words={words?.limit}
        aria-describedby={describedBy(name, props)}
        aria-invalid={error ? true : undefined}
        className={classes(control, edge(error !== undefined || over))}
      />
      {words && <WordsMessage id={`${name}-words`} {...words} />}
    </FieldFrame>
  )
}

/** Static without script; the enhance script only fills in the numbers and shows the last sentence. */
function WordsMessage({ id, limit, least = 0, used }: WordCount & { id: string }) {
  const extra = Math.max(0, used - limit)
  return (
    <p id={id} data-over={extra > 0 ? '' : undefined} className="text-small text-ink2 data-over:font-bold data-over:text-red700">
      {limitText(least, limit)}. You have used <span data-used="">{used}</span>.
      <span data-extra="" hidden={extra === 0}>
        {' '}
        That is <span>{extra}</span> too many.
      </span>
    </p>
  )
}

export function Select(props: FieldProps & { options: { value: string; label: string }[]; width?: 'full' | '2/3' }) {
  const { name, error, value, options, width = 'full' } = props
  return (
    <FieldFrame {...props}>
      <div className={classes('relative', widths[width])}>
        <select
          id={name}
          name={name}
          defaultValue={value}
          aria-describedby={describedBy(name, props)}
          aria-invalid={error ? true : undefined}
          className={classes(control, edge(error), 'appearance-none pr-10')}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <svg viewBox="0 0 12 12" className="pointer-events-none absolute top-1/2 right-4 -mt-1.5 size-3" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true" focusable="false">
          <path d="m1 4 5 5 5-5" />
        </svg>
      </div>
    </FieldFrame>
  )
}
