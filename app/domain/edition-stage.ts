import { denied, ok, type Result } from '#app/domain/result.ts'
import type { EditionStage } from '#db/vocabulary.ts'

export const stageEvents = ['open-nominations', 'return-to-preparing', 'close-nominations', 'reopen-nominations'] as const
export type StageEvent = (typeof stageEvents)[number]

/** The awards year as a table: which event leads from which stage to which. Guards: `gaps.ts`. */
const table: Record<StageEvent, { from: EditionStage; to: EditionStage }> = {
  'open-nominations': { from: 'preparing', to: 'nominating' },
  'return-to-preparing': { from: 'nominating', to: 'preparing' },
  'close-nominations': { from: 'nominating', to: 'screening' },
  'reopen-nominations': { from: 'screening', to: 'nominating' },
}

export function nextStage(stage: EditionStage, event: StageEvent): Result<EditionStage> {
  const step = table[event]
  return step.from === stage ? ok(step.to) : denied('wrong-stage', { stage })
}
