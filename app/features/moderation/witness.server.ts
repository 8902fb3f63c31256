import type { LoaderFunctionArgs } from '@remix-run/node'
import { canWitness, type Account } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { witnessEmail } from '#app/features/moderation/emails.ts'
import { listConfidants } from '#app/features/moderation/embargo.queries.server.ts'
import { isListed, noteLook } from '#app/features/moderation/embargo.server.ts'
import { listModerated, type Moderated, type Proposal } from '#app/features/moderation/moderated.queries.server.ts'
import { maySeal } from '#app/features/moderation/policy.ts'
import { listOutOf } from '#app/features/moderation/step-out.server.ts'
import { listTied } from '#app/features/moderation/ties.server.ts'
import { requireWitness } from '#app/features/people/guard.server.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/respond.server.ts'

type Asking = Pick<Ctx | TrxCtx, 'db' | 'actor'>

/** A category whose seal somebody has asked for. */
type Proposed = Moderated & { proposal: Proposal }
const isProposed = (category: Moderated): category is Proposed => maySeal(category) && category.proposal !== undefined

/**
 * What waits for the witness who asks: categories whose seal somebody else has asked for. The witness is on the embargo list, and
 * of what they have stepped out of or have a tie to, they are shown nothing: nobody else would keep them from it, as they are at no meeting.
 */
export async function listToWitness(ctx: Asking, edition: Edition): Promise<Proposed[]> {
  const { actor } = ctx
  if (actor.kind !== 'account' || !canWitness(actor, edition.id) || !(await isListed(ctx, edition))) return []
  const asked = (await listModerated(ctx, edition)).filter(isProposed).filter(({ proposal }) => proposal.accountId !== actor.accountId)
  const out = await listOutOf(ctx, asked)
  const tied = await listTied(ctx, asked, [actor.accountId])
  return asked.filter(({ id }) => !out.has(id) && !tied.some(({ categoryId }) => categoryId === id))
}

export async function findToWitness(ctx: Asking, edition: Edition, slug: string): Promise<Moderated | undefined> {
  return (await listToWitness(ctx, edition)).find((one) => one.slug === slug)
}

type Asked = Pick<LoaderFunctionArgs, 'context' | 'params' | 'request'>

interface ToWitness {
  ctx: Ctx
  edition: Edition
  category: Moderated
}

/** A category that waits for the witness who asks; to everybody else, and until it does, there is nothing at the address. */
export async function requireToWitness(asked: Asked): Promise<ToWitness> {
  const { ctx, edition } = await requireWitness(asked)
  const category = await findToWitness(ctx, edition, asked.params.category ?? '')
  if (!category) throw notFound()
  return { ctx, edition, category }
}

/** The same for the page that shows the result. Side effect: audit, that somebody looked. */
export async function lookAsWitness(asked: Asked): Promise<ToWitness> {
  const found = await requireToWitness(asked)
  await inTransaction(found.ctx, (trx) => noteLook(trx, found.edition, [found.category]))
  return found
}

/**
 * Tells the witnesses on the list that a seal was asked for. Of which category is not said: that a seal is being amended
 * would be news to those who read the outbox. Side effect: messages.
 */
export async function tellWitnesses(trx: TrxCtx, edition: Edition, asker: Account): Promise<void> {
  const witnesses = (await listConfidants(trx, edition)).filter(({ isOn, role }) => isOn && role === 'witness')
  const url = `${trx.baseUrl}/witness/${edition.slug}`
  for (const { accountId, name, email } of witnesses) {
    await queueEmail(trx, {
      kind: 'seal.witness', edition, aboutId: accountId, to: { name, email }, replyTo: edition.settings.host.email,
      email: witnessEmail({ name, editionName: edition.name, askedBy: asker.name, url }),
    })
  }
}
