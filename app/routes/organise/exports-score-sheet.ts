import type { LoaderFunctionArgs } from '@remix-run/node'
import { sheetCsv } from '#app/domain/scoring/sheet-csv.ts'
import { download } from '#app/features/exports/files.server.ts'
import { listOpenResults } from '#app/features/moderation/embargo.server.ts'
import { readCategorySheet } from '#app/features/moderation/score-sheet.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { notFound } from '#app/platform/respond.server.ts'

/** What the standings of a category were worked out from, for `npm run results`. Entries and judges stand as ids. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const category = (await listOpenResults(ctx, edition)).find(({ slug }) => slug === args.params.category)
  if (!category) throw notFound()
  const { sheet } = await readCategorySheet(ctx, edition, category)
  return download(ctx, edition, { file: `score-sheet-${category.slug}.csv`, results: [category], parts: [sheetCsv(sheet)] })
}
