import type { LoaderFunctionArgs } from '@remix-run/node'
import { download, plainFiles } from '#app/features/exports/files.server.ts'
import { listOpenResults } from '#app/features/moderation/embargo.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { notFound } from '#app/platform/respond.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const file = args.params.file ?? ''
  const write = Object.hasOwn(plainFiles, file) ? plainFiles[file] : undefined
  if (!write) throw notFound()
  const results = file === 'edition.json' ? await listOpenResults(ctx, edition) : []
  return download(ctx, edition, { file, results, parts: write(ctx, edition, results) })
}
