import type { LoaderFunctionArgs } from '@remix-run/node'
import { download, resultFiles } from '#app/features/exports/files.server.ts'
import { listOpenResults } from '#app/features/moderation/embargo.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { notFound } from '#app/platform/respond.server.ts'

/** With the categories whose results the asker may see; when that is none, there is nothing here. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const file = args.params.file ?? ''
  const write = Object.hasOwn(resultFiles, file) ? resultFiles[file] : undefined
  const results = await listOpenResults(ctx, edition)
  if (!write || results.length === 0) throw notFound()
  return download(ctx, edition, { file, results, parts: write(ctx, edition, results) })
}
