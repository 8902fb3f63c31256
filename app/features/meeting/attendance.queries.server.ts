import type { Edition } from '#app/domain/edition.ts'
import type { Attendant, RoomMember } from '#app/features/meeting/attendance.ts'
import { listConfidants } from '#app/features/moderation/embargo.queries.server.ts'
import { listTied } from '#app/features/moderation/ties.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { CategoryRow } from '#db/schema.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

/** By name. Five reads. */
export async function listAttendants(ctx: Reading, edition: Pick<Edition, 'id'>): Promise<Attendant[]> {
  const confidants = (await listConfidants(ctx, edition)).filter(({ isOn, role }) => isOn && role !== 'witness')
  const seats = await ctx.db
    .selectFrom('panel_member').innerJoin('category', 'category.id', 'panel_member.category_id')
    .innerJoin('judge', 'judge.id', 'panel_member.judge_id').innerJoin('account', 'account.id', 'judge.account_id')
    .select(['account.id as accountId', 'account.name', 'category.id as categoryId', 'category.name as category', 'panel_member.chair'])
    .where('category.edition_id', '=', edition.id).where('category.state', 'in', ['moderating', 'settled'])
    .where('judge.state', '=', 'accepted').where('panel_member.removed_at', 'is', null)
    .orderBy('category.position').execute()
  const here = await ctx.db.selectFrom('meeting_presence').select('account_id').where('edition_id', '=', edition.id).where('left_at', 'is', null).execute()
  const people = new Map([...confidants, ...seats].map(({ accountId, name }) => [accountId, name]))
  return [...people]
    .map(([accountId, name]): Attendant => {
      const own = seats.filter((seat) => seat.accountId === accountId)
      return {
        accountId, name, seesResults: confidants.some((one) => one.accountId === accountId), panels: own.map(({ category }) => category),
        chairs: own.filter(({ chair }) => chair === 1).map(({ categoryId }) => categoryId), present: here.some((one) => one.account_id === accountId),
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.accountId < b.accountId ? -1 : 1))
}

/** Who is in the room, or has results on a screen, as one item concerns them. */
export async function listRoom(ctx: Reading, edition: Pick<Edition, 'id'>, category: Pick<CategoryRow, 'id'>): Promise<RoomMember[]> {
  const people = (await listAttendants(ctx, edition)).filter(({ present, seesResults }) => present || seesResults)
  const tied = await listTied(ctx, [category], people.map(({ accountId }) => accountId))
  const out = await ctx.db.selectFrom('step_out').select(['account_id', 'reason']).where('category_id', '=', category.id).where('back_at', 'is', null).execute()
  return people.map((one) => {
    const stepped = out.find(({ account_id }) => account_id === one.accountId)
    return { ...one, ties: tied.find(({ accountId }) => accountId === one.accountId)?.ties ?? [], out: stepped !== undefined, reason: stepped?.reason ?? '' }
  })
}
