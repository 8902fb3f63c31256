import { randomBytes } from 'node:crypto'
import type { Edition } from '#app/domain/edition.ts'
import { referenceFrom } from '#app/domain/reference.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { dayText } from '#app/domain/time.ts'
import { record } from '#app/features/audit/record.server.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { noticeEmail } from '#app/features/screening/emails.ts'
import { noticeBody } from '#app/features/screening/notices.content.ts'
import { addressed, isMailUnderWay, listNotices, listPersons, type Addressed, type ToldPerson } from '#app/features/screening/notices.queries.server.ts'
import { canScreen } from '#app/features/screening/policy.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import type { Block } from '#app/platform/email.ts'
import { createLink } from '#app/platform/links.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import type { NoticeRoute } from '#db/vocabulary.ts'

/** More than this many are told in several goes. */
export const mostAtOnce = 500

/**
 * Writes to nominees that they have been nominated: those of `ids` who have an email address and whom no message is
 * under way to. Side effects for each: a notice with what it shows, a link, a message, audit.
 */
export async function tellByEmail(ctx: Ctx, edition: Edition, ids: string[]): Promise<Result<{ count: number }>> {
  return tell(ctx, edition, async (trx) => {
    const free = (await listPersons(trx, edition, ids)).filter((person) => person.email && !isMailUnderWay(person))
    if (free.length === 0) return denied('nobody-to-tell')
    const facts = await addressed(trx, free)
    for (const person of free) {
      const about = facts.get(person.id)
      if (about) await mailNotice(trx, edition, person, about)
    }
    return ok({ count: free.length })
  })
}

/** One after the other: two organisers who press at once tell nobody twice. */
async function tell<T>(ctx: Ctx, edition: Edition, work: (trx: TrxCtx) => Promise<Result<T>>): Promise<Result<T>> {
  const may = canScreen(ctx.actor, edition)
  if (!may.ok) return may
  return inTransaction(ctx, async (trx) => {
    await holdAlone(trx.db, `notices:${edition.id}`)
    return work(trx)
  })
}

async function mailNotice(trx: TrxCtx, edition: Edition, person: ToldPerson, about: Addressed): Promise<void> {
  const { id: nomineeId, name, email = '' } = person
  const [noticeId, messageId] = [newId(), newId()]
  const { token } = await createLink(trx, 'nominee', noticeId)
  await queueEmail(trx, {
    id: messageId, kind: 'nominee.notice', edition, aboutId: nomineeId, to: { name, email }, replyTo: edition.settings.host.email,
    email: noticeEmail({ edition, nominee: about, link: `${trx.baseUrl}/nominee/${token}` }),
  })
  await insertNotice(trx, edition, person, { id: noticeId, route: 'email', messageId })
  await showIn(trx, noticeId, about)
  await record(trx, { verb: 'notice.queued', edition, objectId: nomineeId })
}

interface NewNotice {
  id: string
  route: NoticeRoute
  messageId?: string
  toldAt?: string
}

async function insertNotice({ db }: TrxCtx, { now }: Edition, { id: nominee_id, due }: ToldPerson, { id, route, messageId, toldAt }: NewNotice): Promise<void> {
  await db
    .insertInto('notice')
    .values({ id, nominee_id, route, due_at: due, message_id: messageId ?? null, told_at: toldAt ?? null, created_at: now })
    .execute()
}

/** What the links of a notice show: what points to the nominee when they are made. */
async function showIn({ db }: TrxCtx, notice_id: string, { nominationIds }: Addressed): Promise<void> {
  await db
    .insertInto('notice_nomination').values(nominationIds.map((nomination_id) => ({ notice_id, nomination_id })))
    .onConflict((c) => c.doNothing())
    .execute()
}

/** A notice to be printed. */
export interface PrintedLetter {
  nomineeId: string
  name: string
  /** where it goes, as far as we were told */
  to: string[]
  /** whom to answer */
  from: string[]
  day: string
  reference: string
  body: Block[]
}

/**
 * Makes the letters of those of `ids` to whom no email is under way, with a reference and a code each that open their
 * page. The codes are in what this answers and nowhere else; printing again makes new ones, and the old go on working.
 * Side effects for each: a notice that waits to be marked as posted, a link, audit.
 */
export async function printLetters(ctx: Ctx, edition: Edition, ids: string[]): Promise<Result<PrintedLetter[]>> {
  return tell(ctx, edition, async (trx) => {
    const free = (await listPersons(trx, edition, ids)).filter((person) => !isMailUnderWay(person))
    if (free.length === 0) return denied('nobody-to-tell')
    const facts = await addressed(trx, free)
    const letters = []
    for (const person of free) {
      const about = facts.get(person.id)
      if (about) letters.push(await printLetter(trx, edition, person, about))
    }
    return ok(letters)
  })
}

async function printLetter(trx: TrxCtx, edition: Edition, person: ToldPerson, about: Addressed): Promise<PrintedLetter> {
  const open = openByHand(person)
  const noticeId = open ?? newId()
  if (!open) await insertNotice(trx, edition, person, { id: noticeId, route: 'letter' })
  await showIn(trx, noticeId, about)
  const reference = referenceFrom(randomBytes(32))
  const { code = '' } = await createLink(trx, 'nominee', noticeId, reference.replace('-', ''))
  await record(trx, { verb: 'notice.printed', edition, objectId: person.id })
  const way: Block[] = [
    { kind: 'facts', rows: [{ label: 'On the web', value: `${trx.baseUrl}/nominee` }, { label: 'Reference', value: reference }, { label: 'Code', value: code }] },
    { kind: 'text', text: `They work for 60 days. No internet? Ring ${edition.settings.host.phone} and have the reference with you.` },
  ]
  const { host: { name, address, phone, email } } = edition.settings
  return {
    nomineeId: person.id, name: person.name, to: [person.employer, person.reach].filter(Boolean), from: [name, address, phone, email].filter(Boolean),
    day: dayText(edition.now, edition.time_zone), reference, body: noticeBody(edition, about, way),
  }
}

/** A letter that was printed and not marked as posted yet. */
function openByHand({ notice }: ToldPerson): string | undefined {
  return notice && !notice.message && notice.toldAt === null ? notice.id : undefined
}

/**
 * Notes that somebody was told by hand: their letter was posted, or it was said to them. `seen`: how many notices there
 * were on the page. Side effects: a notice, audit.
 */
export async function markTold(ctx: Ctx, edition: Edition, nomineeId: string, route: Exclude<NoticeRoute, 'email'>, seen: number): Promise<Result> {
  return tell(ctx, edition, async (trx) => {
    const [person] = await listPersons(trx, edition, [nomineeId])
    if (!person) return denied('not-found')
    if ((await listNotices(trx, [nomineeId])).filter(({ toldAt }) => toldAt).length !== seen) return denied('changed-meanwhile')
    const open = openByHand(person)
    if (open) {
      await trx.db.updateTable('notice').set({ route, told_at: edition.now }).where('id', '=', open).where('told_at', 'is', null).execute()
    } else {
      const id = newId()
      await insertNotice(trx, edition, person, { id, route, toldAt: edition.now })
      const about = (await addressed(trx, [person])).get(nomineeId)
      if (about) await showIn(trx, id, about)
    }
    await record(trx, { verb: 'notice.told', edition, objectId: nomineeId, facts: { route } })
    return ok()
  })
}
