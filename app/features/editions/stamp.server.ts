import { nominationPhase } from '#app/domain/edition.ts'
import { dayKey, later } from '#app/domain/time.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { hotQuery } from '#db/hot.server.ts'
import type { Instant } from '#db/schema.ts'

const stamped = hotQuery((db) =>
  db
    .selectFrom('edition')
    .select(['id', 'version', 'stage', 'opens_at', 'closes_at', 'grace_minutes', 'opens_by_clock', 'clock_offset_ms', 'time_zone'])
    .select((e) => {
      const reveals = e.selectFrom('reveal').whereRef('reveal.edition_id', '=', 'edition.id').where('reveal.undone_at', 'is', null)
      return [
        reveals.select((r) => r.fn.count<number>('reveal.id').as('reveals')).as('reveals'),
        reveals.select((r) => r.fn.min('public_at').as('first')).as('firstPublic'), reveals.select((r) => r.fn.max('public_at').as('last')).as('lastPublic'),
      ]
    })
    .orderBy('id'))

/** Changes when anything that a public page shows may have changed: an edition's version, where its clock stands, the day. */
export async function readStamp({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<string> {
  const rows = await stamped(db)
  return rows
    .map((row) => {
      const offset = Number(row.clock_offset_ms)
      const at = offset ? later(now, offset) : now
      return [row.id, row.version, nominationPhase({ ...row, opensByClock: row.opens_by_clock === 1 }, at), dayOf(at, row.time_zone), revealsAt(row, at)].join(':')
    })
    .join('|')
}

/** The winners become public one by one; what pages kept as bytes say of it changes with the first and the last. */
function revealsAt({ reveals, firstPublic, lastPublic }: { reveals: number | null; firstPublic: Instant | null; lastPublic: Instant | null }, at: Instant): string {
  if (!firstPublic || !lastPublic || at < firstPublic) return ''
  return `${reveals}${at < lastPublic ? '' : '.'}`
}

let latest = { key: '', day: '' }

/** The day, worked out once a minute: zones change theirs on the minute. */
function dayOf(at: string, zone: string): string {
  const key = zone + at.slice(0, 16)
  if (latest.key !== key) latest = { key, day: dayKey(at, zone) }
  return latest.day
}
