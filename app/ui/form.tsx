import type { ReactNode } from 'react'
import { classes } from '#app/ui/classes.ts'
import { GroupFrame, type LegendAs } from '#app/ui/field-parts.tsx'

/** A native form. Checking is the server's: `noValidate` keeps the browser's bubbles away. */
export function Form(props: {
  action?: string
  method?: 'post' | 'get'
  children: ReactNode
  className?: string
  encType?: 'multipart/form-data' | 'application/x-www-form-urlencoded'
  /** Warn before leaving with unsent changes (only with the enhance script). */
  unsaved?: boolean
  /** What is sent without a signal goes once it is back; the page that answers must be safe to ask for twice (only with the enhance script). */
  resend?: boolean
  /** Where it is saved by itself, and what it is kept under on the device meanwhile (only with the autosave script). */
  autosave?: { to: string; key: string }
}) {
  const { method = 'post', className, unsaved, resend, autosave, children, ...rest } = props
  const own = autosave && { 'data-autosave': autosave.to, 'data-autosave-key': autosave.key, autoComplete: 'off' }
  return (
    <form noValidate method={method} data-guard={method === 'post' ? '' : undefined} data-unsaved={unsaved ? '' : undefined} data-resend={resend ? '' : undefined} className={classes('grid gap-8', className)} {...own} {...rest}>
      {children}
    </form>
  )
}

/** Several fields that answer one question. Error links to `#name` focus the group. */
export function Fieldset(props: {
  legend: ReactNode
  legendAs?: LegendAs
  caption?: ReactNode
  hint?: ReactNode
  error?: string
  name: string
  children: ReactNode
}) {
  const { children, ...rest } = props
  return (
    <GroupFrame focusable {...rest}>
      <div className="mt-2 grid gap-6">{children}</div>
    </GroupFrame>
  )
}

export function HiddenField({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />
}

/** A field that nobody sees or hears. What is in it was put there by a program that fills in whatever it finds. */
export function Trap({ name }: { name: string }) {
  return (
    <label className="hidden">
      Leave this empty
      <input name={name} tabIndex={-1} autoComplete="off" />
    </label>
  )
}
