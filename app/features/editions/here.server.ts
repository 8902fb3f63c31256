import type { LoaderFunctionArgs } from '@remix-run/node'
import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { notFound, seeOther } from '#app/platform/respond.server.ts'

/** The loader of an address people guess, without a year: it leads to that page of the current edition. */
export function toThisYears(page: string) {
  return async ({ context: { ctx } }: Pick<LoaderFunctionArgs, 'context'>) => {
    const edition = await findCurrentEdition(ctx)
    if (!edition) throw notFound()
    return seeOther(`/${edition.slug}/${page}`)
  }
}
