import type { LoaderFunctionArgs } from '@remix-run/node'
import { record } from '#app/features/audit/record.server.ts'
import { readWay } from '#app/features/certificates/paths.ts'
import { printCertificates } from '#app/features/certificates/print.server.ts'
import { listCertificates } from '#app/features/certificates/queries.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { pdfResponse } from '#app/platform/pdf.server.ts'
import { notFound } from '#app/platform/respond.server.ts'

/** The certificates of one list, to be printed. Noted in the trail before the first byte goes out. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const { way, part } = readWay(new URL(args.request.url).searchParams)
  const [first, ...more] = await listCertificates(ctx, edition, way, part)
  if (!first) throw notFound()
  const file = await printCertificates(edition, [first, ...more], ctx.baseUrl)
  await inTransaction(ctx, (trx) => record(trx, { verb: 'export.downloaded', edition, facts: { file: 'certificates.pdf' } }))
  return pdfResponse(`certificates-${edition.slug}-${part}.pdf`, file)
}
