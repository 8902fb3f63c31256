import type { ReactNode } from 'react'
import { classes } from '#app/ui/classes.ts'
import { Icon, type Shape } from '#app/ui/icon.tsx'

export type TagTone = 'neutral' | 'info' | 'good' | 'waiting' | 'stopped' | 'winner'

const tones: Record<TagTone, { shape: Shape; look: string }> = {
  neutral: { shape: 'dot', look: 'bg-plum100 text-plum600' },
  info: { shape: 'dot', look: 'bg-sky100 text-sky700' },
  good: { shape: 'tick', look: 'bg-leaf100 text-leaf700' },
  waiting: { shape: 'half', look: 'bg-amber100 text-gold700' },
  stopped: { shape: 'bang', look: 'bg-red100 text-red700' },
  winner: { shape: 'star', look: 'bg-gold400 text-ink' },
}

/** A state in words; colour and shape only repeat what the words say. */
export function Tag({ tone, children }: { tone: TagTone; children: ReactNode }) {
  const { shape, look } = tones[tone]
  return (
    <span className={classes('inline-flex items-center gap-1.5 sm:whitespace-nowrap rounded-full border border-transparent px-3 py-0.5 text-small font-semibold', look)}>
      <Icon shape={shape} className="size-3.5" />
      {children}
    </span>
  )
}
