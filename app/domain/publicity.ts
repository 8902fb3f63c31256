import { z } from 'zod'
import { days, later } from '#app/domain/time.ts'
import type { Instant } from '#db/schema.ts'
import type { NomineeAnswer } from '#db/vocabulary.ts'

/** What of a nominee may be shown in public, each by a yes of its own. */
export const publicUses = ['name', 'employer', 'photo', 'story', 'stage'] as const
export type PublicUse = (typeof publicUses)[number]

/** Use → yes or no; what was not asked yet is missing. */
export const publicitySchema = z.partialRecord(z.enum(publicUses), z.enum(['yes', 'no']))
export type Publicity = z.infer<typeof publicitySchema>

/** What one record of a nominee says. Merged with others, it keeps what it says. */
export interface PublicWishes {
  answer: NomineeAnswer
  publicity: Publicity
  /** when the notice reached them */
  toldAt: Instant | null
}

/** Who was told and has not answered in this time is listed by name; everything else waits for their yes. */
export const silenceMs = days(14)

/**
 * What may be public of a nominee, from all their records: the strictest choice wins (domain contract, "Merge is
 * identity"). Records on which nobody has answered choose nothing; where none is answered, the name alone is public,
 * two weeks after they were told.
 */
export function publicUsesOf(records: PublicWishes[], now: Instant): PublicUse[] {
  if (records.some(({ answer }) => isRefusal(answer))) return []
  const choices = records.filter(({ answer }) => answer === 'accepted')
  if (choices.length) return publicUses.filter((use) => choices.every(({ publicity }) => publicity[use] === 'yes'))
  const toldLongAgo = records.some(({ toldAt }) => toldAt !== null && later(toldAt, silenceMs) <= now)
  return toldLongAgo ? ['name'] : []
}

/** Who declines wants no award, who objects wants us to stop: for both, the entry stands down and nothing is public. */
export function isRefusal(answer: NomineeAnswer): answer is 'declined' | 'objected' {
  return answer === 'declined' || answer === 'objected'
}
