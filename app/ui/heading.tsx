import type { ReactNode } from 'react'
import { classes } from '#app/ui/classes.ts'

/** Words above a heading that say which part of the whole this is. */
export function Caption({ children }: { children: ReactNode }) {
  return <p className="text-small font-semibold text-plum600">{children}</p>
}

export const titleClass = 'text-h1 font-bold text-balance'

export function PageTitle({ children, caption }: { children: ReactNode; caption?: ReactNode }) {
  return (
    <div className="grid max-w-form gap-2">
      {caption && <Caption>{caption}</Caption>}
      <h1 className={titleClass}>{children}</h1>
    </div>
  )
}

export function SectionTitle({ children, level = 2, id }: { children: ReactNode; level?: 2 | 3; id?: string }) {
  const Heading = `h${level}` as const
  return (
    <Heading id={id} className={classes('max-w-text font-bold text-balance', level === 2 ? 'mt-12 text-h2' : 'mt-8 text-h3')}>
      {children}
    </Heading>
  )
}

export function Lead({ children }: { children: ReactNode }) {
  return <p className="max-w-text text-lead text-pretty text-ink2">{children}</p>
}

/** Running text: plain p, ul, ol, h2, h3, a inside get their sizes and rhythm here. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>
}
