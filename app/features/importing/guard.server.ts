import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Edition } from '#app/domain/edition.ts'
import { findImport, type Import } from '#app/features/importing/queries.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/respond.server.ts'

/** A file of the edition, for those who organise it. */
export async function requireImport(args: LoaderFunctionArgs): Promise<{ ctx: Ctx; edition: Edition; found: Import }> {
  const { ctx, edition } = await requireOrganiser(args)
  const found = await findImport(ctx, args.params.import ?? '', edition)
  if (!found) throw notFound()
  return { ctx, edition, found }
}
