import { isOwner, type Actor } from '#app/domain/actor.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'

/** Owners start an edition and say which one the public pages show; everything else in it is its organisers'. */
export function canOwn(actor: Actor): Result {
  return actor.kind === 'system' || isOwner(actor) ? ok() : denied('not-yours')
}
