import type { Account } from '#app/domain/actor.ts'
import { record } from '#app/features/audit/record.server.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition, makeNomination, makeQuestion, testNow } from '#tests/factories/index.ts'
import type { Served } from '#tests/setup/serve.ts'

/** Stands in every text about people in a planted database, and in no text of ours. */
export const marker = /plantedzq/i
const planted = (what: string) => `Plantedzq ${what}`
const plantedEmail = (who: string) => `plantedzq.${who}@people.example`

/** Where the planted things are: ids, slugs and secrets to make addresses of. */
export interface Planted {
  slug: string
  otherSlug: string
  category: string
  nomination: string
  message: string
  /** of a judge */
  grant: string
  draft: string
  sentDraft: string
  /** the cookie of the device that holds both drafts */
  ring: string
  draftLink: string
  statusLink: string
  signInLink: string
  demoLink: string
  /** by role in the edition, and one who organises the other */
  accounts: Record<'nobody' | 'judge' | 'stageCrew' | 'assistant' | 'organiser' | 'owner' | 'organiserElsewhere', Account>
}

/** Two editions with one of everything that tells of people, marked wherever it does. */
export async function fillWithMarkers(app: Pick<Served, 'db' | 'ringOf'>): Promise<Planted> {
  const { db } = app
  const edition = await makeEdition(db, { finalists_announced_at: testNow })
  const other = await makeEdition(db, { slug: '2026', current: 0, stage: 'archived' })
  await makeQuestion(db, edition)
  const category = await makeCategory(db, edition, { slug: 'only-here' })
  const answers = JSON.stringify({
    kind: 'person', name: planted('nominee'), job: planted('job'), employer: planted('employer'), reach: planted('reach'), categories: [category.id],
    relationship: planted('relationship'), shareName: 'no', nominatorName: planted('nominator'), nominatorEmail: plantedEmail('nominator'),
  })
  const drafts = [newId(), newId()] as const
  for (const id of drafts) await db.insertInto('draft').values({ id, edition_id: edition.id, answers, created_at: testNow, updated_at: testNow }).execute()
  const personal = {
    nominator_name: planted('nominator'), nominator_email: plantedEmail('nominator'), nominator_phone: planted('phone'), relationship: planted('relationship'),
    nominee: { name: planted('nominee'), job: planted('job'), employer: planted('employer'), reach: planted('reach') },
  }
  const nomination = await makeNomination(db, edition, category, { ...personal, draft_id: drafts[1] })
  const elsewhere = await makeNomination(db, other, await makeCategory(db, other), { ...personal, nominator_email: '' })
  await db.updateTable('answer').set({ text: planted('story') }).execute()

  const judge = await makeAccount(db, { name: planted('judge'), email: plantedEmail('judge'), role: 'judge', edition })
  const { id: grant } = await db.selectFrom('role_grant').select('id').where('account_id', '=', judge.accountId).executeTakeFirstOrThrow()
  const ctx = makeCtx(db)
  const { message, ...links } = await inTransaction(ctx, async (trx) => {
    await record(trx, { verb: 'nomination.sent', edition, objectId: nomination.id })
    await record(trx, { verb: 'nomination.sent', edition: other, objectId: elsewhere.id })
    await record(trx, { verb: 'role.granted', edition, objectId: judge.accountId, facts: { role: 'judge' } })
    return {
      message: await queueEmail(trx, {
        kind: 'nomination.receipt', edition, aboutId: nomination.id, to: { name: planted('nominator'), email: plantedEmail('nominator') },
        replyTo: plantedEmail('host'), held: true,
        email: { subject: planted('subject'), body: [{ kind: 'text', text: planted('body') }], secrets: { link: planted('secret') } },
      }),
      draftLink: (await createLink(trx, 'draft', drafts[0])).token,
      statusLink: (await createLink(trx, 'status', nomination.id)).token,
      signInLink: (await createLink(trx, 'sign-in', judge.accountId)).token,
      demoLink: (await createLink(trx, 'demo', judge.accountId)).token,
    }
  })
  await db.updateTable('message').set({ last_error: planted('error') }).execute()
  return {
    slug: edition.slug, otherSlug: other.slug, category: category.slug, nomination: nomination.id, message, grant, ...links,
    draft: drafts[0], sentDraft: drafts[1], ring: await app.ringOf(...drafts),
    accounts: {
      nobody: await makeAccount(db),
      judge: await makeAccount(db, { role: 'judge', edition }),
      stageCrew: await makeAccount(db, { role: 'stage-crew', edition }),
      assistant: await makeAccount(db, { role: 'assistant', edition }),
      organiser: await makeAccount(db, { role: 'organiser', edition }),
      owner: await makeAccount(db, { role: 'owner' }),
      organiserElsewhere: await makeAccount(db, { role: 'organiser', edition: other }),
    },
  }
}
