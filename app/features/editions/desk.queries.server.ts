import type { Edition } from '#app/domain/edition.ts'
import { dayKey } from '#app/domain/time.ts'
import { countOverdueMail } from '#app/features/messages/queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export interface DeskCounts {
  /** received, the withdrawn ones too */
  received: number
  withdrawn: number
  today: number
  messagesFailed: number
  messagesHeld: number
  /** due for a quarter of an hour and not gone; none in a demo, which delivers nothing */
  messagesOverdue: number
}
/** `day` is `2027-01-12`, in the edition's time zone */
export interface DayCount {
  day: string
  count: number
}

/** What an organiser's morning begins with. */
export async function countForDesk(ctx: Pick<Ctx, 'db' | 'now'>, edition: Edition, byDay: DayCount[]): Promise<DeskCounts> {
  const states = await ctx.db
    .selectFrom('nomination').select(['state', (e) => e.fn.countAll<number>().as('count')])
    .where('edition_id', '=', edition.id).groupBy('state').execute()
  const messages = await ctx.db
    .selectFrom('message').select(['state', (e) => e.fn.countAll<number>().as('count')])
    .where('edition_id', '=', edition.id).where('state', 'in', ['failed', 'held']).groupBy('state').execute()
  const countOf = (rows: { state: string; count: number }[], state: string) => rows.find((one) => one.state === state)?.count ?? 0
  const withdrawn = countOf(states, 'withdrawn')
  return {
    received: countOf(states, 'live') + withdrawn, withdrawn,
    today: byDay.find((one) => one.day === dayKey(edition.now, edition.time_zone))?.count ?? 0,
    messagesFailed: countOf(messages, 'failed'), messagesHeld: countOf(messages, 'held'),
    messagesOverdue: await countOverdueMail(ctx, edition),
  }
}

/**
 * Nominations received on each day that had any. The database counts by hour, which it can do alike on both engines; a
 * day in London begins on the hour, in winter and in summer.
 */
export async function listNominationsByDay({ db }: Pick<Ctx, 'db'>, { id, time_zone }: Edition): Promise<DayCount[]> {
  const hours = await db
    .selectFrom('nomination')
    .select((e) => [e.fn<string>('substr', ['received_at', e.val(1), e.val(13)]).as('hour'), e.fn.countAll<number>().as('count')])
    .where('edition_id', '=', id).groupBy('hour').orderBy('hour').execute()
  const days = new Map<string, number>()
  for (const { hour, count } of hours) {
    const day = dayKey(`${hour}:00:00.000Z`, time_zone)
    days.set(day, (days.get(day) ?? 0) + count)
  }
  return [...days].map(([day, count]) => ({ day, count }))
}
