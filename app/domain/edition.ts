import { z } from 'zod'
import { choosingSchema } from '#app/domain/choosing.ts'
import { later, minutes } from '#app/domain/time.ts'
import type { EditionRow, Instant } from '#db/schema.ts'

export const hostSchema = z.object({
  name: z.string(),
  partners: z.string(),
  email: z.string(),
  phone: z.string(),
  address: z.string(),
  dataController: z.string(),
  dataProtectionEmail: z.string(),
  careersUrl: z.string(),
  trainingUrl: z.string(),
})
export type Host = z.infer<typeof hostSchema>

/** The dates after the close, each moved by a person; nominations' own dates are columns, as the clock reads them. */
export const timetableSchema = z.object({
  screeningDone: z.string(),
  shortlist: z.string(),
  judgingOpens: z.string(),
  judgingCloses: z.string(),
  moderation: z.string(),
  seal: z.string(),
  rsvpCloses: z.string(),
  scriptFrozen: z.string(),
})
export type Timetable = z.infer<typeof timetableSchema>

export const settingsSchema = z.object({
  host: hostSchema,
  timetable: timetableSchema,
  /** sentences, shown as they stand */
  eligibility: z.array(z.string()),
  selfNomination: z.boolean(),
  panelSize: z.number().int(),
  quorum: z.number().int(),
  quorumRule: z.enum(['not-ranked', 'ranked-with-warning']),
  ordering: z.enum(['raw', 'adjusted']),
  /** whether nobody may have awards in two categories; otherwise that is only pointed out */
  oneAwardEach: z.boolean().default(false),
  shortlistSize: z.number().int(),
  /** of the privacy notice shown when a nomination is sent */
  noticeVersion: z.string(),
  retentionMonths: z.object({ unsuccessful: z.number().int(), shortlisted: z.number().int() }),
  relationships: z.array(z.string()),
  choosing: choosingSchema.default([]),
  /** whether a nominator may add a picture or a PDF */
  attachments: z.boolean().default(false),
})
export type Settings = z.infer<typeof settingsSchema>

export interface Edition extends Omit<EditionRow, 'settings' | 'current' | 'rehearsal' | 'opens_by_clock'> {
  current: boolean
  rehearsal: boolean
  opensByClock: boolean
  settings: Settings
  /** The time it is in this edition: the request's `now`, moved by the clock offset that only demo and rehearsal editions carry. */
  now: Instant
}

/** Where nominations stand by the clock; a public page is the same for everyone within one phase. */
export type NominationPhase = 'not-open' | 'open' | 'grace' | 'closed'

export type Windowed = Pick<Edition, 'stage' | 'opens_at' | 'closes_at' | 'grace_minutes' | 'opensByClock'>

/**
 * The one rule of the close (domain contract, "The close"): what the server received at or before
 * *close + grace* counts. The stage column follows the clock, the clock does not wait for it.
 */
export function nominationPhase(edition: Windowed, at: Instant): NominationPhase {
  if (edition.stage === 'preparing' && !(edition.opensByClock && at >= edition.opens_at)) return 'not-open'
  if (edition.stage !== 'preparing' && edition.stage !== 'nominating' && edition.stage !== 'screening') return 'closed'
  if (at <= edition.closes_at) return 'open'
  return at <= lastMoment(edition) ? 'grace' : 'closed'
}

/** The last instant at which a sending still counts. */
export function lastMoment(edition: Pick<Windowed, 'closes_at' | 'grace_minutes'>): Instant {
  return later(edition.closes_at, minutes(edition.grace_minutes))
}

export function acceptsNominations(edition: Windowed, at: Instant): boolean {
  const phase = nominationPhase(edition, at)
  return phase === 'open' || phase === 'grace'
}

/** Once everything is sealed there is a page for the winners; until the stage names them, it says when. */
export function hasWinnersPage({ stage }: Pick<Edition, 'stage'>): boolean {
  return stage === 'ceremony' || stage === 'archived'
}
