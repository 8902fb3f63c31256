import { canOrganise, canWitness, type Actor } from '#app/domain/actor.ts'
import type { Decision } from '#app/features/moderation/decisions.queries.server.ts'
import type { CategoryState } from '#db/vocabulary.ts'

/** Where a category is between its last score and its seal. */
export type Phase = 'before' | 'judging' | 'deciding' | 'settled' | 'sealed' | 'amending' | 'no-award'

/** What decides it. `seals`: how many leaves there are. */
export interface PhaseFacts {
  state: CategoryState
  seals: number
  decision?: Pick<Decision, 'number'>
}

export function phaseOf({ state, seals, decision }: PhaseFacts): Phase {
  switch (state) {
    case 'open':
    case 'shortlisted':
      return 'before'
    case 'judging':
    case 'settled':
    case 'no-award':
      return state
    case 'moderating':
      return 'deciding'
    case 'sealed':
    case 'revealed':
      return (decision?.number ?? 0) > seals ? 'amending' : 'sealed'
  }
}

/** Whether scoring has been closed: before that, there are standings for nobody. */
export function hasStandings(facts: PhaseFacts): boolean {
  const phase = phaseOf(facts)
  return phase !== 'before' && phase !== 'judging'
}

/** Whether the decision may be changed: before it is settled, and while a seal is being amended and nobody has asked to seal that. */
export function mayDecide(facts: PhaseFacts & { proposal?: unknown }): boolean {
  const phase = phaseOf(facts)
  return phase === 'deciding' || (phase === 'amending' && !facts.proposal)
}

/** Whether somebody could be the second of the two who seal. */
export function canBeSecond(actor: Actor, editionId: string): boolean {
  return canOrganise(actor, editionId) || canWitness(actor, editionId)
}

/** Whether there is something for two people to seal. */
export function maySeal(facts: PhaseFacts): boolean {
  const phase = phaseOf(facts)
  return phase === 'settled' || phase === 'amending'
}
