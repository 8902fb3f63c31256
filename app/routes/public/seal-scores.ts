import type { LoaderFunctionArgs } from '@remix-run/node'
import { sealedCsv, sealedScores } from '#app/domain/sealed-scores.ts'
import { findPublicEdition } from '#app/features/editions/queries.server.ts'
import { readPublishedSeal } from '#app/features/moderation/seals.queries.server.ts'
import { notFound } from '#app/platform/respond.server.ts'

/** The score sheet in an opened seal, for `npm run results`. */
export async function loader({ context: { ctx }, params }: LoaderFunctionArgs) {
  const edition = await findPublicEdition(ctx, params.edition ?? '')
  const { leaves = [] } = edition ? await readPublishedSeal(ctx, edition) : {}
  const leaf = leaves.find(({ category, number }) => category === params.category && String(number) === params.number)
  const scores = leaf?.opened ? sealedScores(leaf.opened.leaf) : null
  if (!scores) throw notFound()
  const name = `scores-${params.edition}-${leaf?.category}-${leaf?.number}.csv`
  return new Response(sealedCsv(scores), { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"` } })
}
