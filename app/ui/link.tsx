import type { ReactNode } from 'react'
import { classes } from '#app/ui/classes.ts'

export function BackLink({ href, children = 'Back' }: { href: string; children?: ReactNode }) {
  return (
    <a href={href} className="-ml-1 inline-flex min-h-11 items-center gap-2 self-start justify-self-start pr-2 pl-1 text-small print:hidden">
      <svg viewBox="0 0 12 12" className="size-3" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true" focusable="false">
        <path d="M8 1 3 6l5 5" />
      </svg>
      {children}
    </a>
  )
}

/** `hiddenText` finishes the sentence for people who hear links out of context: "Change" + "your name". */
export function TextLink(props: { href: string; children: ReactNode; quiet?: boolean; hiddenText?: string }) {
  return (
    <a href={props.href} className={classes(props.quiet && 'text-ink2')}>
      {props.children}
      {props.hiddenText && <span className="sr-only"> {props.hiddenText}</span>}
    </a>
  )
}
