import type { Edition } from '#app/domain/edition.ts'
import { linkRules } from '#app/domain/links.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { between } from '#app/domain/time.ts'
import { record } from '#app/features/audit/record.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { linksEmail } from '#app/features/nominations/emails.ts'
import { countLinks, findLinked, type Linked } from '#app/features/nominations/links.queries.server.ts'
import { canSendLink } from '#app/features/nominations/policy.ts'
import { findNominationIn, getSentAnswers } from '#app/features/nominations/queries.server.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import type { JobPayload } from '#app/platform/jobs/catalogue.ts'
import { enqueue } from '#app/platform/jobs/queue.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'

/**
 * Has the nominator sent a new link to their nomination, when the receipt is lost. `seen`: how many links had been made
 * when the page was shown, so that pressing twice sends one. Side effects: a link, a message, audit.
 */
export async function sendLinkAgain(ctx: Ctx, edition: Edition, nominationId: string, seen: number): Promise<Result> {
  const nomination = await findNominationIn(ctx, edition, nominationId)
  if (!nomination) return denied('not-found')
  const may = canSendLink(ctx.actor, edition, nomination)
  if (!may.ok) return may
  const { name: nomineeName = '' } = await getSentAnswers(ctx, nomination)
  const { id, reference, nominator_name, nominator_email: email } = nomination
  return inTransaction(ctx, async (trx) => {
    await holdAlone(trx.db, `link:${id}`)
    if ((await countLinks(trx, id)) !== seen) return ok()
    await writeLinksTo(trx, edition, { email, nominatorName: nominator_name, nominations: [{ id, reference, nomineeName }], drafts: [] }, id)
    await record(trx, { verb: 'nomination.link-sent', edition, objectId: id })
    return ok()
  })
}

/**
 * Somebody asks for the links to what they sent or began. Nothing here tells whether the address is known, by what is
 * answered or by how long it takes: a job looks for it. Side effect: that job.
 */
export async function askForLinks(ctx: Ctx, email: string): Promise<void> {
  const asked = { email: ctx.keys.seal(email), askedAt: ctx.now }
  await inTransaction(ctx, (trx) => enqueue(trx, 'nomination.links', asked, { key: `nomination.links:${newId()}`, urgent: true }))
}

/** Writes to an address that asked: one message, with a new link to everything it has. Side effects: links, a message. */
export async function writeAskedLinks(ctx: Ctx, { email: sealed, askedAt }: JobPayload<'nomination.links'>): Promise<void> {
  const email = ctx.keys.open(sealed)
  if (between(askedAt, ctx.now) >= (linkRules.draft.livesMs ?? 0)) return
  const linked = await findLinked(ctx, email)
  if (!linked) return
  const edition = await getEditionById(ctx, linked.editionId)
  await inTransaction(ctx, async (trx) => {
    await holdAlone(trx.db, `links:${email}`)
    if (await isWritten(trx, linked, askedAt)) return // by a process that did not live to say so
    await writeLinksTo(trx, edition, linked, linked.nominations[0]?.id ?? linked.drafts[0])
  })
}

async function isWritten(trx: TrxCtx, { nominations: [nomination], drafts: [draft] }: Linked, askedAt: string): Promise<boolean> {
  return (await countLinks(trx, nomination?.id ?? draft ?? '', askedAt)) > 0
}

/** One message with a new link to each. */
async function writeLinksTo(trx: TrxCtx, edition: Edition, { email, nominatorName, nominations, drafts }: Linked, aboutId?: string): Promise<void> {
  const sent = []
  for (const { id, ...named } of nominations) sent.push({ ...named, link: `${trx.baseUrl}/nomination/${(await createLink(trx, 'status', id)).token}` })
  const begun = []
  for (const id of drafts) begun.push(`${trx.baseUrl}/nominate/link/${(await createLink(trx, 'draft', id)).token}`)
  await queueEmail(trx, {
    kind: 'nomination.links', urgent: true, edition, aboutId,
    to: { name: nominatorName, email }, replyTo: edition.settings.host.email,
    email: linksEmail({ edition, nominatorName, nominations: sent, drafts: begun }),
  })
}
