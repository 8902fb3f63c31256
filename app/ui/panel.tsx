import type { ReactNode } from 'react'
import { classes } from '#app/ui/classes.ts'
import { Icon, type Shape } from '#app/ui/icon.tsx'
import { Rosette } from '#app/ui/ribbon.tsx'

/** The happy moment: done, thank you, and a reference to keep. */
export function ConfirmationPanel(props: { title: ReactNode; children?: ReactNode; reference?: { label: string; value: string }; level?: 1 | 2 }) {
  const Heading = `h${props.level ?? 1}` as const
  return (
    <div className="on-plum relative overflow-hidden rounded-card bg-plum800 px-6 pb-8 text-paper break-inside-avoid md:min-h-60 md:px-8 print:border-2 print:border-ink">
      <Rosette className="mt-6 mb-4 w-16 text-gold400 motion-safe:animate-draw md:absolute md:top-6 md:right-8 md:mt-0 md:w-32" />
      <Heading className="text-h1 font-bold text-pretty md:mt-10 md:mr-40">{props.title}</Heading>
      {props.reference && (
        <p className="mt-6">
          {props.reference.label}
          <strong className="block text-h2 font-bold whitespace-nowrap md:text-h1 tracking-[0.04em] text-gold400 tabular-nums">{props.reference.value}</strong>
        </p>
      )}
      {props.children && <div className="mt-6">{props.children}</div>}
    </div>
  )
}

export type NoticeTone = 'info' | 'success' | 'warning' | 'error'

const tones: Record<NoticeTone, { shape: Shape; ground: string; accent: string }> = {
  info: { shape: 'i', ground: 'bg-sky100 border-sky700', accent: 'text-sky700' },
  success: { shape: 'tick', ground: 'bg-leaf100 border-leaf700', accent: 'text-leaf700' },
  warning: { shape: 'bang', ground: 'bg-amber100 border-gold700', accent: 'text-gold700' },
  error: { shape: 'bang', ground: 'bg-red100 border-red700', accent: 'text-red700' },
}

/** Something to know on this page. One a page; never beside an error summary. */
export function Notice(props: { tone: NoticeTone; title?: ReactNode; children?: ReactNode; role?: 'status' | 'alert' | 'note' }) {
  const { shape, ground, accent } = tones[props.tone]
  return (
    <div role={props.role} className={classes('flex max-w-form gap-3 rounded-control border-l-4 p-4', ground)}>
      <Icon shape={shape} className={classes('mt-1 size-5', accent)} />
      <div className="grid min-w-0 gap-1">
        {props.title && <p className={classes('font-bold', accent)}>{props.title}</p>}
        {props.children}
      </div>
    </div>
  )
}

/** A passage set apart: an example, a quotation, a condition. */
export function Inset({ children }: { children: ReactNode }) {
  return <div className="max-w-text border-l-4 border-plum600 py-1 pl-6">{children}</div>
}
