import { hasWinnersPage, type Edition } from '#app/domain/edition.ts'
import { listPublicAwards, type ShownAward } from '#app/features/ceremony/awards.queries.server.ts'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { findPublicEdition, listEditions } from '#app/features/editions/queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** One category as the public knows it; without awards, its winner is still to be named. */
export interface CategoryWinners {
  slug: string
  name: string
  noAward: boolean
  winners: ShownAward[]
  commended: ShownAward[]
}

export async function listWinners(ctx: Pick<Ctx, 'db'>, edition: Edition): Promise<CategoryWinners[]> {
  const { categories } = await getProgramme(ctx, edition)
  const awards = Map.groupBy(await listPublicAwards(ctx, edition), (one) => one.categoryId)
  return categories.map(({ id, slug, name, state }) => {
    const [winners, commended] = (['winner', 'highly-commended'] as const).map((kind) => (awards.get(id) ?? []).filter((one) => one.kind === kind))
    return { slug, name, noAward: state === 'no-award', winners: winners ?? [], commended: commended ?? [] }
  })
}

export async function findEditionOfWinners(ctx: Ctx, slug: string): Promise<Edition | undefined> {
  const edition = await findPublicEdition(ctx, slug)
  return edition && hasWinnersPage(edition) ? edition : undefined
}

/** The editions with a page for their winners, the newest first. Rehearsals are nobody's awards. */
export async function listYears(ctx: Pick<Ctx, 'db' | 'now'>): Promise<Edition[]> {
  return (await listEditions(ctx)).filter((edition) => hasWinnersPage(edition) && !edition.rehearsal)
}
