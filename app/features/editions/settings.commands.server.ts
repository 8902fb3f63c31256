import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { momentText } from '#app/domain/time.ts'
import { agrees, canChange, listChanged, withChange, type EditionChange, type SettingKey } from '#app/domain/settings-rules.ts'
import { changeEdition, type Change, type Seen } from '#app/features/editions/change.server.ts'
import { listOpeningGaps } from '#app/features/editions/readiness.queries.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { Instant } from '#db/schema.ts'

/**
 * Changes settings of an edition. Once nominations are open, what people nominate and judge by takes a reason, which the
 * audit trail keeps with what was and what is; while an opening is on the clock, nothing may leave a gap.
 */
export async function changeSettings(ctx: Ctx, seen: Seen, wanted: EditionChange, reason = ''): Promise<Result> {
  return changeEdition(ctx, seen, async (edition, trx) => {
    const keys = listChanged(edition, wanted)
    if (keys.length === 0) return ok(undefined)
    const changed = withChange(edition, wanted)
    for (const rule of [canChange(edition, keys, reason), agrees(changed, keys), await keepsOpening(trx, changed)]) {
      if (!rule.ok) return rule
    }
    return ok<Change>({
      verb: 'edition.changed', set: columnsOf(changed),
      facts: { changes: keys.map((key) => describeChange(key, edition, changed)), ...(reason && { reason }) },
    })
  })
}

/** Moves the moment at which nominations close. Once they are open that takes a reason; once closed, `reopenNominations`. */
export function changeClosing(ctx: Ctx, seen: Seen, closesAt: Instant, reason = ''): Promise<Result> {
  return changeSettings(ctx, seen, { closes_at: closesAt }, reason)
}

/** While an opening is on the clock it must still be to come, and nothing may be missing at that moment. */
async function keepsOpening(trx: TrxCtx, changed: Edition): Promise<Result> {
  if (!changed.opensByClock) return ok()
  if (changed.opens_at <= changed.now) return denied('opening-in-past', { opens: momentText(changed.opens_at, changed.time_zone) })
  const [gap] = await listOpeningGaps(trx, changed, changed.opens_at)
  return gap ? denied('opening-needs-it', { missing: gap.missing }) : ok()
}

function columnsOf({ name, ceremony_at, ceremony_place, opens_at, closes_at, grace_minutes, settings }: Edition) {
  return { name, ceremony_at, ceremony_place, opens_at, closes_at, grace_minutes, settings: JSON.stringify(settings) }
}

/** "quorum: 3 → 2". Of texts, only which one: the audit trail holds no names and no addresses. */
function describeChange(key: SettingKey, before: Edition, after: Edition): string {
  const [was, is] = [before, after].map((edition) => ({ ...edition, ...edition.settings })[key])
  if (typeof was === 'object' || typeof is === 'object' || texts.includes(key)) return key
  return `${key}: ${was} → ${is}`
}

const texts: SettingKey[] = ['name', 'ceremony_place', 'noticeVersion']
