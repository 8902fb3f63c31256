import { canOrganise, type Actor } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import type { Category } from '#app/features/categories/queries.server.ts'
import { kindsText } from '#app/features/categories/words.ts'
import type { NomineeKind } from '#db/vocabulary.ts'

/** May decide about entries, cover passages and tell nominees. */
export function canScreen(actor: Actor, edition: Pick<Edition, 'id'>): Result {
  return canOrganise(actor, edition.id) ? ok() : denied('not-yours')
}

/** May an entry of this category be found eligible or not, stood down, or let stand again? Not once its result is sealed. */
export function canDecide(actor: Actor, edition: Pick<Edition, 'id'>, category: Pick<Category, 'name' | 'state'>): Result {
  const may = canScreen(actor, edition)
  if (!may.ok) return may
  return category.state === 'sealed' || category.state === 'revealed' ? denied('result-sealed', { category: category.name }) : ok()
}

/** May an entry of this nominee move? Only while neither category's shortlist is finished, and to where such nominees belong. */
export function canMove(actor: Actor, edition: Pick<Edition, 'id'>, kind: NomineeKind, from: Category, to: Category): Result {
  const may = canScreen(actor, edition)
  if (!may.ok) return may
  const past = [from, to].find((one) => one.state !== 'open')
  if (past) return denied('shortlist-past', { category: past.name })
  return to.kinds.includes(kind) ? ok() : denied('wrong-kind', { category: to.name, kind: kindsText([kind]) })
}
