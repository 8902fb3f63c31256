import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { findPublicEdition } from '#app/features/editions/queries.server.ts'
import { notFound } from '#app/platform/respond.server.ts'

/** An edition's own address: the first page for the one that is shown there, its categories for any other. */
export async function loader({ context: { ctx }, params }: LoaderFunctionArgs) {
  const edition = await findPublicEdition(ctx, params.edition ?? '')
  if (!edition) throw notFound()
  return redirect(edition.current ? '/' : `/${edition.slug}/categories`)
}

/** Never shown: the page of whatever refused is. */
export default function EditionAddress() {
  return null
}
