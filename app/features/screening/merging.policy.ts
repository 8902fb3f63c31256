import type { Actor } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { canScreen } from '#app/features/screening/policy.ts'
import type { CategoryState } from '#db/vocabulary.ts'

/** A category that an entry of either nominee is in. */
export interface Concerned {
  category: string
  state: CategoryState
  /** a judge has scored one of the entries */
  scored: boolean
}

/** May nominees be merged at all, and told apart? While entries are made and judged. */
export function canMerge(actor: Actor, edition: Pick<Edition, 'id' | 'stage'>): Result {
  const may = canScreen(actor, edition)
  if (!may.ok) return may
  return ['nominating', 'screening', 'judging'].includes(edition.stage) ? ok() : denied('wrong-stage', { stage: edition.stage })
}

/** May these be merged, or a merge of theirs undone? Once somebody has scored, with a reason; once a result is sealed, not here. */
export function canRejoin(concerned: Concerned[], reason: string): Result {
  const sealed = concerned.find(({ state }) => state === 'sealed' || state === 'revealed')
  if (sealed) return denied('result-sealed', { category: sealed.category })
  return needsReason(concerned) && reason === '' ? denied('reason-needed') : ok()
}

export function needsReason(concerned: Concerned[]): boolean {
  return concerned.some(({ scored }) => scored)
}
