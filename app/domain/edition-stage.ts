import { lastMoment, type Windowed } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import type { Instant } from '#db/schema.ts'
import type { EditionStage } from '#db/vocabulary.ts'

export const stageEvents = [
  'open-nominations', 'return-to-preparing', 'close-nominations', 'reopen-nominations', 'open-judging', 'return-to-screening',
  'open-ceremony', 'return-to-judging', 'archive', 'return-to-ceremony',
] as const
export type StageEvent = (typeof stageEvents)[number]
/** Those that the clock may bring about. */
export type ClockEvent = Extract<StageEvent, 'open-nominations' | 'close-nominations'>

/** The awards year as a table: which event leads from which stage to which. Guards: `gaps.ts`, `judging-gaps.ts`. */
const table: Record<StageEvent, { from: EditionStage; to: EditionStage }> = {
  'open-nominations': { from: 'preparing', to: 'nominating' },
  'return-to-preparing': { from: 'nominating', to: 'preparing' },
  'close-nominations': { from: 'nominating', to: 'screening' },
  'reopen-nominations': { from: 'screening', to: 'nominating' },
  'open-judging': { from: 'screening', to: 'judging' },
  'return-to-screening': { from: 'judging', to: 'screening' },
  'open-ceremony': { from: 'judging', to: 'ceremony' },
  'return-to-judging': { from: 'ceremony', to: 'judging' },
  archive: { from: 'ceremony', to: 'archived' },
  'return-to-ceremony': { from: 'archived', to: 'ceremony' },
}

export function nextStage(stage: EditionStage, event: StageEvent): Result<EditionStage> {
  const step = table[event]
  return step.from === stage ? ok(step.to) : denied('wrong-stage', { stage })
}

/**
 * The step that an edition's clock has taken by `at` and its stage has not followed yet. When an opening was put on the
 * clock it had no gaps, and nothing that would leave one is let through while it stands: so the clock asks nothing more.
 */
export function dueStep(edition: Windowed, at: Instant): { event: ClockEvent; to: EditionStage } | undefined {
  const take = (event: ClockEvent) => ({ event, to: table[event].to })
  if (edition.stage === 'preparing' && edition.opensByClock && at >= edition.opens_at) return take('open-nominations')
  if (edition.stage === 'nominating' && at > lastMoment(edition)) return take('close-nominations')
  return undefined
}

/** The edition with every step its clock has taken: what people are shown, whether the job has run or not. */
export function byTheClock<E extends Windowed>(edition: E, at: Instant): E {
  const step = dueStep(edition, at)
  return step ? byTheClock({ ...edition, stage: step.to, opensByClock: false }, at) : edition
}
