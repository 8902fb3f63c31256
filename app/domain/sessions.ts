import { days, hours, later, minutes } from '#app/domain/time.ts'
import type { Instant } from '#db/schema.ts'
import type { Role } from '#db/vocabulary.ts'

/** How long one signing in lasts: unused, and at most. */
interface SessionLimits {
  idleMs: number
  absoluteMs: number
}

/** Those who see nominations or results, at a desk others pass by. */
const atADesk: SessionLimits = { idleMs: hours(1), absoluteMs: hours(12) }
/** Those who come back to their own device, ten minutes at a time. */
const atHome: SessionLimits = { idleMs: hours(12), absoluteMs: days(7) }

const limitsOf: Record<Role, SessionLimits> = {
  owner: atADesk,
  organiser: atADesk,
  assistant: atADesk,
  judge: atHome,
  'stage-crew': atHome,
  witness: atADesk,
}

/** `last_seen_at` is written no more often than this, so a session may end this much early, never late. */
export const seenEveryMs = minutes(1)

/** The strictest limits of the roles held. */
export function sessionLimits(roles: Role[]): SessionLimits {
  return roles.map((role) => limitsOf[role]).reduce((a, b) => (b.idleMs < a.idleMs ? b : a), atHome)
}

/** The first instant at which a session is over, if it is not used again. */
export function sessionEndsAt(session: { startedAt: Instant; lastSeenAt: Instant }, roles: Role[]): Instant {
  const { idleMs, absoluteMs } = sessionLimits(roles)
  const idle = later(session.lastSeenAt, idleMs)
  const absolute = later(session.startedAt, absoluteMs)
  return idle < absolute ? idle : absolute
}
