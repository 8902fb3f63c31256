import { employerKey } from '#app/domain/employer.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { changeEdition, type Change, type Seen } from '#app/features/editions/change.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** Says who sponsors a category, or nobody: their people have no part in deciding it. Side effects: category, edition, audit. */
export function changeSponsor(ctx: Ctx, seen: Seen, categoryId: string, sponsor: string): Promise<Result> {
  return changeEdition(ctx, seen, async (edition, { db }) => {
    const category = await db.selectFrom('category').select('sponsor').where('id', '=', categoryId).where('edition_id', '=', edition.id).executeTakeFirst()
    if (!category) return denied('not-found')
    if (category.sponsor === sponsor) return ok()
    return ok<Change>({
      verb: 'category.changed', objectId: categoryId,
      also: (then) => then.db.updateTable('category').set({ sponsor, sponsor_key: employerKey(sponsor) }).where('id', '=', categoryId).execute(),
    })
  })
}
