import { gapsBeforeOpening, type CategoryFacts, type Gap } from '#app/domain/gaps.ts'
import { countAsked } from '#app/domain/question-rules.ts'
import type { Edition } from '#app/domain/edition.ts'
import type { Db, Instant, Trx } from '#db/schema.ts'

type Reading = { db: Db | Trx }

/** What is missing before nominations may open: the one list behind the guard, the pages and the refusal. */
export async function listOpeningGaps(ctx: Reading, edition: Edition, at: Instant = edition.now): Promise<Gap[]> {
  return gapsBeforeOpening(edition, await listCategoryFacts(ctx, edition.id), at)
}

/** Every nomination ever received, the withdrawn ones too. */
export async function countNominations({ db }: Reading, editionId: string): Promise<number> {
  const { count } = await db
    .selectFrom('nomination').select((e) => e.fn.countAll<number>().as('count')).where('edition_id', '=', editionId)
    .executeTakeFirstOrThrow()
  return count
}

async function listCategoryFacts({ db }: Reading, editionId: string): Promise<CategoryFacts[]> {
  const categories = await db.selectFrom('category').select(['id', 'slug', 'name']).where('edition_id', '=', editionId).orderBy('position').execute()
  const criteria = await db
    .selectFrom('criterion').innerJoin('category', 'category.id', 'criterion.category_id')
    .select(['criterion.category_id', 'weight', 'scale_min', 'scale_max', 'anchors']).where('edition_id', '=', editionId).execute()
  const questions = await db.selectFrom('question').select(['category_id as categoryId', 'optional']).where('edition_id', '=', editionId).execute()
  return categories.map(({ id, slug, name }) => {
    const own = criteria.filter((one) => one.category_id === id)
    return {
      slug, name,
      ...countAsked(questions.map((one) => ({ ...one, optional: one.optional === 1 })), id),
      weightTotal: own.reduce((total, one) => total + one.weight, 0),
      criteriaWithoutAnchors: own.filter((one) => !hasWordForEveryPoint(one)).length,
    }
  })
}

function hasWordForEveryPoint(criterion: { scale_min: number; scale_max: number; anchors: string }): boolean {
  const anchors: unknown = JSON.parse(criterion.anchors)
  const points = criterion.scale_max - criterion.scale_min + 1
  return Array.isArray(anchors) && anchors.length === points && anchors.every((one) => typeof one === 'string' && one.trim() !== '')
}
