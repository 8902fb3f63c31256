import type { ReactNode } from 'react'
import { classes } from '#app/ui/classes.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

const base =
  'inline-flex min-h-12 w-full cursor-pointer items-center justify-center gap-2 rounded-control border-2 px-6 py-2 text-center text-body font-bold sm:w-auto print:hidden'

/** On plum ground (`plum:`) the primary turns white and the others outline, so that none of them drowns. */
const variants: Record<ButtonVariant, string> = {
  primary:
    'border-plum600 bg-plum600 text-paper no-underline visited:text-paper hover:border-plum700 hover:bg-plum700 hover:text-paper plum:border-paper plum:bg-paper plum:text-plum700 plum:hover:border-gold200 plum:hover:bg-gold200',
  secondary: 'border-plum600 bg-paper text-plum600 no-underline hover:bg-plum100 hover:text-plum700 plum:border-paper plum:bg-transparent plum:text-paper plum:hover:bg-plum700',
  quiet: 'border-transparent bg-transparent px-3 text-plum600 underline hover:bg-mist hover:text-plum700 hover:decoration-2 plum:text-paper plum:hover:bg-plum700',
  danger: 'border-red700 bg-red700 text-paper no-underline visited:text-paper hover:bg-ink hover:text-paper',
}

const disabledLook = 'cursor-not-allowed border-hair bg-mist text-ink2 no-underline'

export function Button(props: {
  children: ReactNode
  variant?: ButtonVariant
  type?: 'submit' | 'button' | 'reset'
  name?: string
  value?: string
  formAction?: string
  disabled?: boolean
}) {
  const { children, variant = 'primary', type = 'submit', ...rest } = props
  return (
    <button type={type} className={classes(base, rest.disabled ? disabledLook : variants[variant])} {...rest}>
      {children}
    </button>
  )
}

/** A link that leads to an act, drawn as a button. */
export function LinkButton({ href, variant = 'primary', children }: { href: string; variant?: ButtonVariant; children: ReactNode }) {
  return (
    <a href={href} className={classes(base, variants[variant])}>
      {children}
    </a>
  )
}

/** Buttons side by side, stacked on a phone; the main act comes first. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-4 print:hidden">{children}</div>
}
