import { later, seconds } from '#app/domain/time.ts'
import type { Instant } from '#db/schema.ts'

/** The stage leads; public pages follow when undoing is over, so that nothing public is ever unsaid (domain contract, "Reveal"). */
export const publicAfterMs = seconds(60)
/** An undo that has begun is over before the pages follow. */
const undoTakesMs = seconds(2)

/** The last instant at which a reveal can be undone. */
export function undoableUntil(publicAt: Instant): Instant {
  return later(publicAt, -undoTakesMs)
}

/** How many of an edition's winners the public knows. */
export type Announced = 'nobody' | 'some' | 'everybody'

export function announcedOf({ revealed, sealed }: { revealed: number; sealed: number }): Announced {
  if (revealed === 0) return 'nobody'
  return revealed < sealed ? 'some' : 'everybody'
}
