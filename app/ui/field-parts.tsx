import type { ReactNode } from 'react'
import { classes } from '#app/ui/classes.ts'
import { Caption, titleClass } from '#app/ui/heading.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** Shared by everything a person can type into or choose from. */
export const control = 'block min-h-12 w-full rounded-control border-2 bg-paper px-3 py-2 text-body text-ink'

export const edge = (error?: string | boolean) => (error ? 'border-red700' : 'border-line')

/** What a control is described by, in the order it should be heard. */
export function describedBy(name: string, parts: { hint?: ReactNode; error?: string; words?: unknown }) {
  const ids = [parts.hint && `${name}-hint`, parts.error && `${name}-error`, parts.words && `${name}-words`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

export function Hint({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div id={`${name}-hint`} className="text-ink2">
      {children}
    </div>
  )
}

export function ErrorMessage({ name, children }: { name: string; children: string }) {
  return (
    <p id={`${name}-error`} className="flex gap-2 font-bold text-red700">
      <Icon shape="bang" className="mt-1.5 size-4" />
      <span>
        <span className="sr-only">Error: </span>
        {children}
      </span>
    </p>
  )
}

type FrameProps = { name: string; caption?: ReactNode; hint?: ReactNode; error?: string; children: ReactNode }

/** Label, hint, error and control of one question, in that order. */
export function FieldFrame(props: FrameProps & { label: ReactNode; labelAs?: 'h1'; optional?: boolean }) {
  const label = (
    <label htmlFor={props.name} className={classes('block', props.labelAs ? undefined : 'font-bold')}>
      {props.label}
      {props.optional && <span className="font-normal text-ink2"> (optional)</span>}
    </label>
  )
  return (
    <div className={classes('field', props.error !== undefined && 'field-error')}>
      {props.caption && <Caption>{props.caption}</Caption>}
      {props.labelAs ? <h1 className={classes(titleClass, 'mb-2')}>{label}</h1> : label}
      {props.hint && <Hint name={props.name}>{props.hint}</Hint>}
      {props.error && <ErrorMessage name={props.name}>{props.error}</ErrorMessage>}
      {props.children}
    </div>
  )
}

export type LegendAs = 'h1' | 'h2' | 'legend'

function LegendText({ as, children }: { as: LegendAs; children: ReactNode }) {
  if (as === 'h1') return <h1 className={titleClass}>{children}</h1>
  if (as === 'h2') return <h2 className="text-h2 font-bold">{children}</h2>
  return <>{children}</>
}

/** One question with several controls. `focusable` gives the group itself the id that error links lead to. */
export function GroupFrame(props: FrameProps & { legend: ReactNode; legendAs?: LegendAs; focusable?: boolean }) {
  const { name, legendAs = 'legend' } = props
  return (
    <div className={classes('field', props.error !== undefined && 'field-error')}>
      {props.caption && <Caption>{props.caption}</Caption>}
      <fieldset
        id={props.focusable ? name : undefined}
        tabIndex={props.focusable ? -1 : undefined}
        aria-describedby={describedBy(name, props)}
        className="grid min-w-0 gap-2"
      >
        <legend className={classes('mb-2 p-0', legendAs === 'legend' && 'font-bold')}>
          <LegendText as={legendAs}>{props.legend}</LegendText>
        </legend>
        {props.hint && <Hint name={name}>{props.hint}</Hint>}
        {props.error && <ErrorMessage name={name}>{props.error}</ErrorMessage>}
        {props.children}
      </fieldset>
    </div>
  )
}
