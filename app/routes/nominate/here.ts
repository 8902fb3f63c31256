import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { notFound, seeOther } from '#app/platform/respond.server.ts'
import type { LoaderFunctionArgs } from '@remix-run/node'

/** The address people guess: where this year's nominating begins. */
export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  const edition = await findCurrentEdition(ctx)
  if (!edition) throw notFound()
  return seeOther(`/${edition.slug}/nominate`)
}
