import { nominationPhase } from '#app/domain/edition.ts'
import { dayKey, later } from '#app/domain/time.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { hotQuery } from '#db/hot.server.ts'

const stamped = hotQuery((db) =>
  db
    .selectFrom('edition')
    .select(['id', 'version', 'stage', 'opens_at', 'closes_at', 'grace_minutes', 'opens_by_clock', 'clock_offset_ms', 'time_zone'])
    .orderBy('id'))

/** Changes when anything that a public page shows may have changed: an edition's version, where its clock stands, the day. */
export async function readStamp({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<string> {
  const rows = await stamped(db)
  return rows
    .map((row) => {
      const offset = Number(row.clock_offset_ms)
      const at = offset ? later(now, offset) : now
      return `${row.id}:${row.version}:${nominationPhase({ ...row, opensByClock: row.opens_by_clock === 1 }, at)}:${dayOf(at, row.time_zone)}`
    })
    .join('|')
}

let latest = { key: '', day: '' }

/** The day, worked out once a minute: zones change theirs on the minute. */
function dayOf(at: string, zone: string): string {
  const key = zone + at.slice(0, 16)
  if (latest.key !== key) latest = { key, day: dayKey(at, zone) }
  return latest.day
}
