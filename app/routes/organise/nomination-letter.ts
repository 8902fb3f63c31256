import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireNomination } from '#app/features/assisted/guard.server.ts'
import { printReceipt } from '#app/features/assisted/letter.server.ts'
import { findAssistedOf } from '#app/features/assisted/queries.server.ts'
import { getAsked, getSentAnswers } from '#app/features/nominations/queries.server.ts'
import { pdfResponse } from '#app/platform/pdf.server.ts'

/** The receipt as a letter to post. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, nomination } = await requireNomination(args)
  const assisted = await findAssistedOf(ctx, nomination)
  const [asked, answers] = [await getAsked(ctx, edition), await getSentAnswers(ctx, nomination)]
  const { reference } = nomination
  const file = await printReceipt({ edition, asked, answers, reference, address: assisted?.postal_address ?? '' })
  return pdfResponse(`receipt-${reference}.pdf`, file)
}
