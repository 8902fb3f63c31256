import type { ActionFunctionArgs } from '@remix-run/node'
import { packForm } from '#app/features/ceremony/forms.ts'
import { writePack } from '#app/features/ceremony/pack-file.server.tsx'
import { readPack } from '#app/features/ceremony/pack.queries.server.ts'
import { download } from '#app/features/exports/files.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { need, notFound, seeOther } from '#app/platform/respond.server.ts'

/** There is nothing to look at. */
export function loader() {
  throw notFound()
}

/** The stage pack, locked with the passphrase that its page showed. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const pack = need(await readPack(ctx, edition))
  const form = await readForm(args.request, packForm)
  if (!form.ok) return seeOther(`/organise/${edition.slug}/ceremony/pack`)
  return download(ctx, edition, { file: 'stage-pack.html', results: pack.results, parts: [await writePack(edition, pack, form.value.passphrase)] })
}
