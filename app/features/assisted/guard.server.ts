import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Edition } from '#app/domain/edition.ts'
import { findAssisted, type Assisted } from '#app/features/assisted/queries.server.ts'
import type { Asked } from '#app/features/nominations/journey.ts'
import { findNominationIn, findNominationOfDraft, getAsked } from '#app/features/nominations/queries.server.ts'
import { requireAssistant } from '#app/features/people/guard.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/respond.server.ts'
import type { NominationRow } from '#db/schema.ts'

interface Entering {
  ctx: Ctx
  edition: Edition
  assisted: Assisted
  asked: Asked
  /** the nomination it has become; what is written now corrects it */
  sent?: NominationRow
}

/** What organisers write in for somebody, for those who help in its edition. */
export async function requireAssisted(args: LoaderFunctionArgs): Promise<Entering> {
  const { ctx, edition } = await requireAssistant(args)
  const assisted = await findAssisted(ctx, edition, args.params.draft ?? '')
  if (!assisted) throw notFound()
  return { ctx, edition, assisted, asked: await getAsked(ctx, edition), sent: await findNominationOfDraft(ctx, assisted.draft_id) }
}

/** A nomination of the edition, for those who help its nominator. */
export async function requireNomination(args: LoaderFunctionArgs): Promise<{ ctx: Ctx; edition: Edition; nomination: NominationRow }> {
  const { ctx, edition } = await requireAssistant(args)
  const nomination = await findNominationIn(ctx, edition, args.params.nomination ?? '')
  if (!nomination) throw notFound()
  return { ctx, edition, nomination }
}
