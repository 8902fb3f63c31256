import type { Edition } from '#app/domain/edition.ts'
import type { Ctx } from '#app/platform/context.server.ts'

type Reading = Pick<Ctx, 'db'>

/**
 * Ids of nominees, and of their entries, of whom a file that leaves us says nothing but that they are there: who objected,
 * with every record merged into theirs, and who is known only from nominations that were withdrawn. Two reads.
 */
export async function listSilenced(ctx: Reading, edition: Pick<Edition, 'id'>): Promise<Set<string>> {
  const nominees = await silencedNominees(ctx, edition).execute()
  const entries = await ctx.db.selectFrom('entry').select('entry.id').where('entry.nominee_id', 'in', silencedNominees(ctx, edition)).execute()
  return new Set([...nominees, ...entries].map(({ id }) => id))
}

function silencedNominees({ db }: Reading, { id }: Pick<Edition, 'id'>) {
  const objectors = db.selectFrom('nominee as o').select((o) => o.fn.coalesce('o.merged_into', 'o.id').as('who')).where('o.edition_id', '=', id).where('o.answer', '=', 'objected')
  return db.selectFrom('nominee').select('nominee.id').where('nominee.edition_id', '=', id).where((e) => {
    const who = e.fn.coalesce('nominee.merged_into', 'nominee.id')
    const live = e.selectFrom('nomination').select('nomination.id').where('nomination.nominee_id', '=', who).where('nomination.state', '=', 'live')
    return e.or([e(who, 'in', objectors), e.not(e.exists(live))])
  })
}
