import type { Edition } from '#app/domain/edition.ts'
import { between, seconds } from '#app/domain/time.ts'
import type { Answers } from '#app/features/nominations/journey.ts'
import type { Draft } from '#app/features/nominations/queries.server.ts'
import type { SuspicionKind } from '#db/vocabulary.ts'

/** What only whoever takes the request can see of a sending. */
export interface Signs {
  /** the field that people cannot see was filled in */
  trapped: boolean
  /** far more than usual from one connection, or to one email address */
  crowded: boolean
}
export const noSigns: Signs = { trapped: false, crowded: false }

/** Nine pages with a story in them take longer than this, even for somebody who has it ready to paste. */
const fastestMs = seconds(30)

/** Why somebody should look at a sending before anything is done with it. It is received and answered like any other. `createdAt`: only of what its nominator wrote. */
export function suspicionsOf({ now, settings }: Pick<Edition, 'now' | 'settings'>, { answers, createdAt }: Pick<Draft, 'answers'> & Partial<Pick<Draft, 'createdAt'>>, { trapped, crowded }: Signs): SuspicionKind[] {
  const found: Record<SuspicionKind, boolean> = {
    trap: trapped,
    fast: createdAt !== undefined && between(createdAt, now) < fastestMs,
    many: crowded,
    addresses: Object.values(answers.story).some((text) => /https?:\/\/|www\.|\[url/i.test(text)),
    self: !settings.selfNomination && seemsToBeOneself(answers),
  }
  return (Object.keys(found) as SuspicionKind[]).filter((kind) => found[kind])
}

function seemsToBeOneself({ kind, name = '', reach = '', nominatorName = '', nominatorEmail = '', nominatorPhone = '' }: Answers): boolean {
  if (kind !== 'person') return false
  const reached = plain(reach)
  return plain(name) === plain(nominatorName) || (reached !== '' && [nominatorEmail, nominatorPhone].some((one) => plain(one) === reached))
}

/** Letters and numbers only: "Nell O’Neill" and "nell oneill" are one. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}@.]/gu, '')
}
