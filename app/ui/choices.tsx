import type { ReactNode } from 'react'
import { classes } from '#app/ui/classes.ts'
import { GroupFrame, type LegendAs } from '#app/ui/field-parts.tsx'

export type Choice = {
  value: string
  label: ReactNode
  hint?: ReactNode
  /** Shown under the choice while it is chosen. */
  reveal?: ReactNode
}

type GroupProps = {
  name: string
  legend: ReactNode
  legendAs?: LegendAs
  caption?: ReactNode
  hint?: ReactNode
  error?: string
  options: Choice[]
  inline?: boolean
}

export function Radios({ value, ...props }: GroupProps & { value?: string }) {
  return <ChoiceGroup {...props} type="radio" chosen={(option) => option === value} />
}

export function Checkboxes({ values, ...props }: GroupProps & { values: string[] }) {
  return <ChoiceGroup {...props} type="checkbox" chosen={(option) => values.includes(option)} />
}

function ChoiceGroup(props: GroupProps & { type: 'radio' | 'checkbox'; chosen: (value: string) => boolean }) {
  const { name, options, inline, type, chosen } = props
  return (
    <GroupFrame name={name} legend={props.legend} legendAs={props.legendAs} caption={props.caption} hint={props.hint} error={props.error}>
      <div className={classes('mt-1 grid gap-2', inline && 'sm:flex sm:flex-wrap')}>
        {options.map((option, i) => {
          const id = i === 0 ? name : `${name}-${i + 1}`
          return (
            <div key={option.value} className="choice">
              <label className="choice-row">
                <input
                  id={id}
                  type={type}
                  name={name}
                  value={option.value}
                  defaultChecked={chosen(option.value)}
                  aria-describedby={option.hint ? `${id}-item-hint` : undefined}
                  className={type === 'radio' ? 'radio' : 'checkbox'}
                />
                <span className="self-center">{option.label}</span>
              </label>
              {option.hint && (
                <div id={`${id}-item-hint`} className="-mt-2 pr-3 pb-2 pl-12 text-ink2">
                  {option.hint}
                </div>
              )}
              {option.reveal && <div className="choice-reveal">{option.reveal}</div>}
            </div>
          )
        })}
      </div>
    </GroupFrame>
  )
}
