import { termsVersion } from '#app/features/judging/terms.ts'
import type { CategoryRow, JudgeRow } from '#db/schema.ts'

/** What a judge has still to do before reading: the last part of its address below the judge's own. */
export type JudgeStep = 'agree' | 'ties'

/** The next of them; none: ready to read. */
export function stepBeforeReading(judge: Pick<JudgeRow, 'state' | 'signed_terms' | 'declared_at'>): JudgeStep | undefined {
  if (judge.state !== 'accepted' || judge.signed_terms !== termsVersion) return 'agree'
  return judge.declared_at === null ? 'ties' : undefined
}

/** Entries are given to judges from the finished shortlist on, for as long as they are judged. */
export function isAssignable({ state }: Pick<CategoryRow, 'state'>): boolean {
  return state === 'shortlisted' || state === 'judging'
}
