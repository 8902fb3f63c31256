import type { LoaderFunctionArgs } from '@remix-run/node'
import { paperForm } from '#app/features/assisted/paper-form.server.ts'
import { isPaperLayout } from '#app/features/assisted/paper.ts'
import { findPublicEdition } from '#app/features/editions/queries.server.ts'
import { getAsked } from '#app/features/nominations/queries.server.ts'
import { pdfResponse } from '#app/platform/pdf.server.ts'
import { notFound } from '#app/platform/respond.server.ts'

/** The form to print and send by post. */
export async function loader({ context: { ctx }, params }: LoaderFunctionArgs) {
  const edition = await findPublicEdition(ctx, params.edition ?? '')
  const layout = (params.file ?? '').replace(/\.pdf$/, '')
  if (!edition || !isPaperLayout(layout)) throw notFound()
  return pdfResponse(`nomination-form-${edition.slug}-${layout}.pdf`, await paperForm(edition, await getAsked(ctx, edition), layout))
}
