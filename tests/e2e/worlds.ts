import { sql } from 'kysely'
import type { Account } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { valueOf } from '#app/domain/result.ts'
import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { moveMessage } from '#app/features/messages/commands.server.ts'
import { draftOfNomination, startDraft } from '#app/features/nominations/drafts.commands.server.ts'
import { findNomination } from '#app/features/nominations/queries.server.ts'
import { withdrawNomination } from '#app/features/nominations/sending.commands.server.ts'
import { createDemoLink } from '#app/features/people/commands.server.ts'
import { findAccountByEmail } from '#app/features/people/queries.server.ts'
import { askToSignIn, writeSignIn } from '#app/features/people/sign-in.commands.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import { buildDemo, type DemoStage } from '#tests/demo/build.ts'
import { openAwards } from '#tests/e2e/acts.ts'
import { makeCtx, makeDraft } from '#tests/factories/index.ts'
import type { Served } from '#tests/setup/serve.ts'

/** Where things are in an edition of the demo: ids, secrets and people. */
export interface Here {
  slug: string
  /** another one */
  rehearsal: string
  people: Record<'owner' | 'organiser' | 'assistant' | 'judge', Account>
  grants: Record<'owner' | 'judge', string>
  /** one that was just begun, and one that is complete */
  drafts: Record<'empty' | 'full', string>
  /** sent, sent and withdrawn; each with the draft that this device holds and the link of its receipt */
  sent: Record<'live' | 'withdrawn', { id: string; draft: string; link: string }>
  messages: Record<'ready' | 'held' | 'failed', string>
  links: Record<'draft' | 'signIn' | 'demo', string>
  /** the cookie of the device that holds the drafts */
  ring: string
}

/** The demo at a stage, with so many nominations, and one of everything that a page can show. */
export async function makeDemo(app: Served, stage: DemoStage, size: number): Promise<Here> {
  const { db, clock } = app
  const ctx = makeCtx(db, { now: clock.now, baseUrl: app.env.BASE_URL })
  await buildDemo({ ...ctx, stage, size, say: () => undefined })
  const edition = await findCurrentEdition(ctx)
  if (!edition) throw new Error('the demo has no edition')
  const rehearsal = `${edition.slug}-rehearsal`
  await openAwards(app, { slug: rehearsal, rehearsal: true })
  const people = {
    owner: await personCalled(ctx, 'ruth.pascoe'), organiser: await personCalled(ctx, 'dan.hocking'),
    assistant: await personCalled(ctx, 'wendy.trout'), judge: await personCalled(ctx, 'grace.opoku'),
  }
  const category = await db.selectFrom('category').select('id').where('edition_id', '=', edition.id).orderBy('position').executeTakeFirstOrThrow()
  const complete = await makeDraft(db, edition, category, { name: 'Asha Pillai' })
  const drafts = { full: complete.id, empty: stage === 'nominating' ? valueOf(await startDraft(ctx, edition)).draftId : complete.id }
  const received = stage === 'nominating' ? await receive(ctx, edition, people.organiser) : nothingReceived
  const { sent } = received
  return {
    slug: edition.slug, rehearsal, people, drafts, ...received,
    grants: { owner: await grantOf(ctx, people.owner), judge: await grantOf(ctx, people.judge) },
    links: {
      draft: await linkTo(ctx, 'draft', drafts.full), signIn: await linkTo(ctx, 'sign-in', people.judge.accountId),
      demo: await inTransaction(ctx, (trx) => createDemoLink(trx, people.owner.accountId)),
    },
    ring: await app.ringOf(...Object.values(drafts), sent.live.draft, sent.withdrawn.draft),
  }
}

const nothing = { id: '', draft: '', link: '' }
const nothingReceived: Pick<Here, 'sent' | 'messages'> = { sent: { live: nothing, withdrawn: nothing }, messages: { ready: '', held: '', failed: '' } }

/** Of what came in, two that their nominators come back to, and receipts in every state. */
async function receive(ctx: Ctx, edition: Edition, organiser: Account): Promise<Pick<Here, 'sent' | 'messages'>> {
  const { db } = ctx
  const [live, withdrawn] = await db.selectFrom('nomination').select('id').where('nominator_email', '<>', '').where('channel', '=', 'online').orderBy('received_at', 'desc').limit(2).execute()
  const [ready, held, failed] = await db.selectFrom('message').select(['id', 'version']).orderBy('created_at', 'desc').orderBy('id').limit(3).execute()
  if (!live || !withdrawn || !ready || !held || !failed) throw new Error('the demo is too small')
  valueOf(await moveMessage({ ...ctx, actor: organiser }, edition, 'hold', { messageId: held.id, version: held.version }))
  await db.updateTable('message').set({ state: 'failed', attempts: 3, last_error: 'The mail service refused the address: 422 validation_error' }).where('id', '=', failed.id).execute()
  const sent = { live: await sentAs(ctx, edition, live.id), withdrawn: await sentAs(ctx, edition, withdrawn.id) }
  const taken = await findNomination(ctx, withdrawn.id)
  if (taken) valueOf(await withdrawNomination(ctx, edition, taken))
  await askAWayIn(ctx, organiser)
  return { sent, messages: { ready: ready.id, held: held.id, failed: failed.id } }
}

async function sentAs(ctx: Ctx, edition: Edition, id: string): Promise<Here['sent']['live']> {
  const nomination = await findNomination(ctx, id)
  if (!nomination) throw new Error('no such nomination')
  return { id, draft: await draftOfNomination(ctx, edition, nomination), link: await linkTo(ctx, 'status', id) }
}

/** So that the mail of no edition has a message. */
async function askAWayIn(ctx: Ctx, { accountId, email }: Account): Promise<void> {
  const request = await askToSignIn(ctx, email, '')
  await writeSignIn(ctx, { subjectId: accountId, to: '', askedAt: ctx.now, request: ctx.keys.seal(request) })
}

async function personCalled(ctx: Ctx, name: string): Promise<Account> {
  const person = await findAccountByEmail(ctx, `${name}@example.org`)
  if (!person) throw new Error(`nobody is called ${name}`)
  return person
}

async function grantOf({ db }: Ctx, { accountId }: Account): Promise<string> {
  const grant = await db.selectFrom('role_grant').select('id').where('account_id', '=', accountId).executeTakeFirstOrThrow()
  return grant.id
}

async function linkTo(ctx: Ctx, kind: 'draft' | 'sign-in' | 'status', subject: string): Promise<string> {
  const { token } = await inTransaction(ctx, (trx) => createLink(trx, kind, subject))
  return token
}

/** Sixty letters, most of them in one word. */
export const longName = 'Jo Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'
const longAddress = 'jo.llanfairpwllgwyngyllgogerychwyrndrobwllll@antysiliogogogoch.example'

/** Everything that has a name gets the longest. */
export async function lengthenNames({ db }: Served): Promise<void> {
  await db.updateTable('edition').set((e) => ({ name: longName, ceremony_place: longName, version: e('version', '+', 1) })).execute()
  await db.updateTable('category').set({ name: longName }).execute()
  await db.updateTable('nominee').set({ name: longName, job: longName, employer: longName, reach: longAddress }).execute()
  await db.updateTable('nomination').set({ nominator_name: longName }).execute()
  await db.updateTable('account').set({ name: longName }).execute()
  await db.updateTable('message').set({ to_name: longName, to_email: longAddress, subject: `We have your nomination for ${longName}` }).execute()
  const long = JSON.stringify({ name: longName, job: longName, employer: longName, reach: longAddress, nominatorName: longName, nominatorEmail: longAddress, relationship: longName })
  await db.updateTable('nomination_version').set({ told: sql<string>`json_patch(told, ${long})` }).execute()
  await db.updateTable('draft').set({ answers: sql<string>`json_patch(answers, ${long})` }).execute()
  const host = JSON.stringify({ host: { name: longName, email: longAddress } })
  await db.updateTable('edition').set({ settings: sql<string>`json_patch(settings, ${host})` }).execute()
}

