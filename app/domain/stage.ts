import type { CueKind } from '#db/vocabulary.ts'

/** What whoever runs the stage can do to it. */
export const stageActs = ['next', 'back', 'black'] as const
export type StageAct = (typeof stageActs)[number]

/** One entry of the running order, so far as walking through it goes. */
export interface OrderCue {
  id: string
  kind: CueKind
  /** of a category: its results are sealed, so there is a winner to show */
  awarded: boolean
  /** of a category: its winner has been shown, and that was not undone */
  revealed: boolean
}

/** What the stage shows: a step of a cue; without a cue, the time before the beginning. */
export interface StagePoint {
  cueId: string | null
  step: number
  black: boolean
}

/** The steps of a category. Any other cue has the first one only. */
export const titleStep = 0
export const finalistsStep = 1
export const winnerStep = 2

/**
 * Where an act leads; undefined: nowhere. Next and back always light the stage, so that what is pressed is what is seen.
 * Back never shows a winner who has not been shown before.
 */
export function stepStage(order: OrderCue[], at: StagePoint, act: StageAct): StagePoint | undefined {
  if (act === 'black') return { ...at, black: !at.black }
  const here = order.findIndex(({ id }) => id === at.cueId)
  const cue = order[here]
  const step = at.step + (act === 'next' ? 1 : -1)
  if (cue && step >= titleStep && step <= lastStep(cue)) return lit(cue, step)
  if (act === 'next') return lit(order[here + 1], titleStep)
  const before = order[here - 1]
  if (before) return lit(before, Math.min(lastStep(before), before.revealed ? winnerStep : finalistsStep))
  return cue && { cueId: null, step: titleStep, black: false }
}

function lastStep({ kind, awarded }: OrderCue): number {
  return kind === 'category' && awarded ? winnerStep : titleStep
}

function lit(cue: OrderCue | undefined, step: number): StagePoint | undefined {
  return cue && { cueId: cue.id, step, black: false }
}

/** What a move does beside being seen: it reveals a winner, or takes that back. Covering and uncovering does neither. */
export function effectOf(order: OrderCue[], from: StagePoint, to: StagePoint): 'reveal' | 'undo' | undefined {
  const revealed = order.find(({ id }) => id === to.cueId)?.revealed ?? false
  const within = from.cueId === to.cueId
  if (within && from.step === to.step) return undefined
  if (to.step === winnerStep && !revealed) return 'reveal'
  return revealed && within && from.step === winnerStep && to.step === finalistsStep ? 'undo' : undefined
}
