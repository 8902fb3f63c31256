import { denied, ok, type Result } from '#app/domain/result.ts'
import { between, days, later, momentText } from '#app/domain/time.ts'
import { changeEdition, type Change, type Seen } from '#app/features/editions/change.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Instant } from '#db/schema.ts'

/** Further than anything happens in an awards year but what is deleted at its end. */
const furthestMs = days(3 * 365)

/**
 * Moves the clock of a rehearsal on, so that a year can be walked in an afternoon. What the clock brings about follows as
 * on any other day. Side effects: the edition's clock, audit.
 */
export function moveClock(ctx: Ctx, seen: Seen, to: Instant): Promise<Result> {
  return changeEdition(ctx, seen, ({ rehearsal, now, ceremony_at, time_zone }) => {
    if (!rehearsal) return denied('not-a-rehearsal')
    if (to <= now) return denied('clock-goes-on', { now: momentText(now, time_zone) })
    const latest = later(ceremony_at, furthestMs)
    if (to > latest) return denied('clock-too-far', { latest: momentText(latest, time_zone) })
    return ok<Change>({ verb: 'edition.clock-moved', set: { clock_offset_ms: between(ctx.now, to) }, facts: { to } })
  })
}
