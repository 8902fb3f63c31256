import type { LoaderFunctionArgs } from '@remix-run/node'
import { findPublicEdition } from '#app/features/editions/queries.server.ts'
import { readPublishedSeal } from '#app/features/moderation/seals.queries.server.ts'
import { notFound } from '#app/platform/respond.server.ts'

/** The seal as a file: to keep, and to check with `npm run seal:verify`. */
export async function loader({ context: { ctx }, params }: LoaderFunctionArgs) {
  const edition = await findPublicEdition(ctx, params.edition ?? '')
  if (!edition) throw notFound()
  return new Response(`${JSON.stringify(await readPublishedSeal(ctx, edition), null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': `attachment; filename="seal-${edition.slug}.json"` },
  })
}
