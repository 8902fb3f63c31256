import type { LoaderFunctionArgs } from '@remix-run/node'
import { readCertificateCode } from '#app/domain/reference.ts'
import { allowCheck } from '#app/features/certificates/limits.server.ts'
import { printCertificates } from '#app/features/certificates/print.server.ts'
import { findCertificate } from '#app/features/certificates/queries.server.ts'
import { pdfResponse } from '#app/platform/pdf.server.ts'
import { need, notFound } from '#app/platform/respond.server.ts'

/** A certificate for whoever holds its code, which stands on the paper. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  need(allowCheck(context))
  const code = readCertificateCode(params.code ?? '')
  const found = code && (await findCertificate(context.ctx, code))
  if (!found) throw notFound()
  return pdfResponse(`certificate-${code}.pdf`, await printCertificates(found.edition, [found.certificate], context.ctx.baseUrl))
}
