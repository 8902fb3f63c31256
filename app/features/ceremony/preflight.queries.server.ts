import type { Edition } from '#app/domain/edition.ts'
import { listCues } from '#app/features/ceremony/queries.server.ts'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { listStageFinalists } from '#app/features/shortlisting/finalists.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** Something to see to before the night, and where, below the edition's own address among organisers' pages. */
export interface OrderGap {
  missing: string
  at: string
}

/**
 * Looks whether every award, finalist and name is in the order and can be said. It knows nothing of who won, so that
 * what it finds tells nobody.
 */
export async function listOrderGaps(ctx: Pick<Ctx, 'db'>, edition: Edition): Promise<OrderGap[]> {
  const [{ categories }, order, finalists] = [await getProgramme(ctx, edition), await listCues(ctx, edition), await listStageFinalists(ctx, edition)]
  const awarded = categories.filter(({ state }) => state !== 'no-award')
  const nameOf = (categoryId: string) => categories.find(({ id }) => id === categoryId)?.name ?? ''
  const here = 'ceremony'
  return [
    ...awarded.filter(({ id }) => !order.some(({ categoryId }) => categoryId === id)).map(({ name }) => ({ missing: `${name} is not in the running order.`, at: here })),
    ...awarded.filter(({ state }) => state !== 'sealed' && state !== 'revealed').map(({ name }) => ({ missing: `The result of ${name} is not sealed.`, at: here })),
    ...order.filter(({ state }) => state === 'no-award').map(({ id, title }) => ({ missing: `${title} is in the running order and has no award.`, at: `${here}/${id}` })),
    ...order.filter(({ kind, script }) => kind !== 'break' && !script).map(({ id, title }) => ({ missing: `${title}: nothing is written for the presenter.`, at: `${here}/${id}` })),
    ...awarded.filter(({ id }) => !finalists.some(({ categoryId }) => categoryId === id)).map(({ name }) => ({ missing: `${name} has no finalist to show.`, at: 'shortlists' })),
    ...finalists.filter(({ agreed }) => !agreed).map(({ entryId, name, categoryId }) => ({ missing: `${name} (${nameOf(categoryId)}) has not agreed to be named on stage: should they win, screen and script say “A winner who is not named on stage”. Ask them before the night.`, at: `entries/${entryId}` })),
    ...finalists.filter(({ agreed, saidAs }) => agreed && !saidAs).map(({ entryId, name, categoryId }) => ({ missing: `${name} (${nameOf(categoryId)}) has not told us how the name is said.`, at: `entries/${entryId}` })),
  ]
}
