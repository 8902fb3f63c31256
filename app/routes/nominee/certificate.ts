import type { LoaderFunctionArgs } from '@remix-run/node'
import { printCertificates } from '#app/features/certificates/print.server.ts'
import { listCertificatesOf } from '#app/features/certificates/queries.server.ts'
import { findByLink, hasOwnEntries } from '#app/features/screening/nominee.queries.server.ts'
import { pdfResponse } from '#app/platform/pdf.server.ts'
import { need, notFound } from '#app/platform/respond.server.ts'

/** One of a nominee's own certificates, for whoever has the link of their notice. */
export async function loader({ context: { ctx }, params }: LoaderFunctionArgs) {
  const nominee = need(await findByLink(ctx, params.token ?? ''))
  const own = hasOwnEntries(nominee) ? await listCertificatesOf(ctx, nominee.edition, nominee.entriesOf) : []
  const certificate = own.find(({ code }) => code === params.code)
  if (!certificate) throw notFound()
  return pdfResponse(`certificate-${certificate.code}.pdf`, await printCertificates(nominee.edition, [certificate], ctx.baseUrl))
}
