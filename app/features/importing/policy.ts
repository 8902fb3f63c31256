import { canOrganise, type Actor } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import type { ImportState } from '#db/vocabulary.ts'

/** May files of nominations be taken in? From the opening until judging: each row says itself whether it was in time. */
export function canImport(actor: Actor, edition: Pick<Edition, 'id' | 'stage'>): Result {
  if (!canOrganise(actor, edition.id)) return denied('not-yours')
  const { stage } = edition
  return stage === 'nominating' || stage === 'screening' ? ok() : denied('wrong-stage', { stage })
}

export type ImportAct = 'match' | 'start' | 'discard' | 'undo'

const from: Record<ImportAct, ImportState[]> = {
  match: ['uploaded', 'checking', 'checked'], start: ['checked', 'stopped'], discard: ['uploaded', 'checking', 'checked'], undo: ['done', 'stopped'],
}

export function canAct(state: ImportState, act: ImportAct): Result {
  return from[act].includes(state) ? ok() : denied('import-moved-on')
}
