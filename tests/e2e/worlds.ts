import { sql } from 'kysely'
import type { Account } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { csvLine } from '#app/domain/csv.ts'
import { valueOf } from '#app/domain/result.ts'
import { listBegun } from '#app/features/assisted/queries.server.ts'
import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { matchColumns, startImport, uploadFile } from '#app/features/importing/commands.server.ts'
import { findImport, listRows } from '#app/features/importing/queries.server.ts'
import { listCards } from '#app/features/judging/desk.queries.server.ts'
import { inviteJudge } from '#app/features/judging/judges.commands.server.ts'
import { beginAmendment } from '#app/features/moderation/decisions.commands.server.ts'
import { moveMessage } from '#app/features/messages/commands.server.ts'
import { draftOfNomination, startDraft } from '#app/features/nominations/drafts.commands.server.ts'
import { findNomination, getAsked } from '#app/features/nominations/queries.server.ts'
import { withdrawNomination } from '#app/features/nominations/sending.commands.server.ts'
import { listMatches } from '#app/features/screening/matches.queries.server.ts'
import { mergeNominees } from '#app/features/screening/merging.commands.server.ts'
import { findNominee, fingerprintOfSides, readSide } from '#app/features/screening/merging.queries.server.ts'
import { markTold, tellByEmail } from '#app/features/screening/notices.commands.server.ts'
import { coverWords } from '#app/features/screening/redaction.commands.server.ts'
import { listPassages } from '#app/features/screening/redaction.queries.server.ts'
import { standDown } from '#app/features/screening/screening.commands.server.ts'
import { createDemoLink } from '#app/features/people/commands.server.ts'
import { findAccountByEmail } from '#app/features/people/queries.server.ts'
import { askToSignIn, writeSignIn } from '#app/features/people/sign-in.commands.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import { buildDemo, type DemoStage } from '#tests/demo/build.ts'
import { openAwards } from '#tests/e2e/acts.ts'
import { closeAllScoring, decide, nameConfidants, proposeOne, seal } from '#tests/demo/moderate.ts'
import { makeCtx, makeDraft } from '#tests/factories/index.ts'
import type { EntryRow } from '#db/schema.ts'
import type { Served } from '#tests/setup/serve.ts'

/** Where things are in an edition of the demo: ids, secrets and people. */
export interface Here {
  slug: string
  /** another one */
  rehearsal: string
  people: Record<'owner' | 'organiser' | 'assistant' | 'judge' | 'newcomer' | 'witness', Account>
  grants: Record<'owner' | 'judge', string>
  /** one that was just begun, and one that is complete */
  drafts: Record<'empty' | 'full', string>
  /** sent, sent and withdrawn; each with the draft that this device holds and the link of its receipt */
  sent: Record<'live' | 'withdrawn', { id: string; draft: string; link: string }>
  messages: Record<'ready' | 'held' | 'failed', string>
  /** an entry to screen, of somebody with an email address who is being written to, and one that stands down, of somebody told by letter */
  screened: Record<'open' | 'down', { entry: string; cover: string; nominee: string; link: string }>
  /** two who may be the same, and a merge of two others */
  alike: Record<'one' | 'other' | 'merge', string>
  /** once there is judging: a judge, the slug of a category that they judge, two entries by the state of their scorecards, and somebody invited, with their link */
  judges: Record<'seated' | 'category' | 'open' | 'finished' | 'invited' | 'invitation', string>
  /** what organisers write in for somebody: not sent, and sent with a letter to post; a file that was checked, and one that was taken in */
  byHand: Record<'begun' | 'sent' | 'checked' | 'taken', string>
  /** a nomination that somebody should look at first */
  toLookAt: string
  links: Record<'draft' | 'signIn' | 'demo' | 'noReminders', string>
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
    witness: await personCalled(ctx, 'ivy.tregear'),
  }
  const category = await db.selectFrom('category').select('id').where('edition_id', '=', edition.id).orderBy('position').executeTakeFirstOrThrow()
  const complete = await makeDraft(db, edition, category, { name: 'Asha Pillai' })
  await nameSomebody(ctx, edition, complete)
  const drafts = { full: complete.id, empty: stage === 'nominating' ? valueOf(await startDraft(ctx, edition)).draftId : complete.id }
  const judges = stage === 'judging' ? await findJudges(ctx, edition, people.judge) : { seated: '', category: '', open: '', finished: '', invited: '', invitation: '' }
  const received = stage === 'nominating' ? await receive(ctx, edition, people.organiser) : nothingReceived
  const { sent } = received
  const toLookAt = await db.selectFrom('nomination').select('id').where('suspicions', '<>', '[]').where('looked_at', 'is', null).executeTakeFirst()
  return {
    slug: edition.slug, rehearsal, people: { ...people, newcomer: stage === 'judging' ? await personCalled(ctx, newcomer) : people.judge }, drafts, judges, ...received,
    grants: { owner: await grantOf(ctx, people.owner), judge: await grantOf(ctx, people.judge) },
    links: {
      draft: await linkTo(ctx, 'draft', drafts.full), signIn: await linkTo(ctx, 'sign-in', people.judge.accountId),
      demo: await inTransaction(ctx, (trx) => createDemoLink(trx, people.owner.accountId)), noReminders: await linkTo(ctx, 'no-reminders', 'hash-of-an-address'),
    },
    toLookAt: toLookAt?.id ?? '',
    byHand: stage === 'nominating' ? await findByHand({ ...ctx, actor: people.organiser }, edition) : { begun: '', sent: '', checked: '', taken: '' },
    ring: await app.ringOf(...Object.values(drafts), sent.live.draft, sent.withdrawn.draft),
  }
}

const newcomer = 'nell.newcomer'

/** A judge of the demo on one of their panels, and somebody who was asked to judge and has not answered. */
async function findJudges(ctx: Ctx, edition: Edition, judge: Account): Promise<Here['judges']> {
  const { id: seated, slug: category } = await ctx.db
    .selectFrom('judge').innerJoin('panel_member', 'panel_member.judge_id', 'judge.id').innerJoin('category', 'category.id', 'panel_member.category_id')
    .select(['judge.id', 'category.slug']).where('judge.account_id', '=', judge.accountId).orderBy('category.position').executeTakeFirstOrThrow()
  const { judgeId: invited } = valueOf(await inviteJudge(ctx, edition, { name: 'Nell Newcomer', email: `${newcomer}@example.org` }))
  const cards = await listCards(ctx, { id: seated })
  const entryOf = (finished: boolean) => cards.find(({ progress }) => (progress === 'finished') === finished)?.entry.id ?? ''
  return { seated, category, open: entryOf(false), finished: entryOf(true), invited, invitation: await linkTo(ctx, 'judge-invitation', invited) }
}

const nothing = { id: '', draft: '', link: '' }
const nobody = { entry: '', cover: '', nominee: '', link: '' }
const nothingReceived: Pick<Here, 'sent' | 'messages' | 'screened' | 'alike'> = {
  sent: { live: nothing, withdrawn: nothing }, messages: { ready: '', held: '', failed: '' }, screened: { open: nobody, down: nobody }, alike: { one: '', other: '', merge: '' },
}

/** Of what came in, two that their nominators come back to, and receipts in every state. */
async function receive(ctx: Ctx, edition: Edition, organiser: Account): Promise<Pick<Here, 'sent' | 'messages' | 'screened' | 'alike'>> {
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
  return { sent, messages: { ready: ready.id, held: held.id, failed: failed.id }, screened: await screenSome(ctx, edition), alike: await mergeSome({ ...ctx, actor: organiser }, edition) }
}

/** What the demo has begun and sent for others; of its file a copy with another submission is taken in. */
async function findByHand(ctx: Ctx, edition: Edition): Promise<Here['byHand']> {
  const { db } = ctx
  const [begun] = await listBegun(ctx, edition)
  const letter = await db.selectFrom('nomination').select('id').where('channel', '=', 'paper').executeTakeFirst()
  const checked = await db.selectFrom('nomination_import').select('id').where('state', '=', 'checked').executeTakeFirstOrThrow()
  return { begun: begun?.id ?? '', sent: letter?.id ?? '', checked: checked.id, taken: await takeCopy(ctx, edition, checked.id) }
}

async function takeCopy(ctx: Ctx, edition: Edition, id: string): Promise<string> {
  const found = await findImport(ctx, id)
  const { rows } = await listRows(ctx, { id }, 'new')
  const bytes = Buffer.from([csvLine(found?.headers ?? []), ...rows.slice(0, 2).map(({ cells }) => csvLine(['9', ...cells.slice(1)]))].join(''))
  const { importId } = valueOf(await uploadFile(ctx, edition, { name: 'Second form.csv', bytes }))
  valueOf(await matchColumns(ctx, edition, await getAsked(ctx, edition), importId, found?.columns ?? {}))
  valueOf(await startImport(ctx, edition, importId))
  return importId
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

/** Of the first two entries, one with words covered and its nominee written to, the other not eligible, stood down and told by letter. */
async function screenSome(ctx: Ctx, edition: Edition): Promise<Here['screened']> {
  const [open, down] = await ctx.db.selectFrom('entry').select(['id', 'nominee_id', 'category_id']).where('edition_id', '=', edition.id).orderBy('created_at').orderBy('id').limit(2).execute()
  if (!open || !down) throw new Error('the demo is too small')
  for (const [{ nominee_id }, reach] of [[open, 'asha@people.example'], [down, 'at the desk']] as const) await ctx.db.updateTable('nominee').set({ reach }).where('id', '=', nominee_id).execute()
  const [passage] = await listPassages(ctx, open)
  if (!passage) throw new Error('nothing was said')
  const { nominationId, questionId, version } = passage
  valueOf(await coverWords(ctx, edition, { entryId: open.id, nominationId, questionId, version }, passage.text.split(/\s/)[0] ?? ''))
  valueOf(await standDown(ctx, edition, down.id, 'They have moved away.'))
  valueOf(await tellByEmail(ctx, edition, [open.nominee_id]))
  valueOf(await markTold(ctx, edition, down.nominee_id, 'letter', 0))
  return { open: await screenedAs(ctx, open), down: await screenedAs(ctx, down) }
}

/** Of the likeliest pairs, one is merged and one is left to look at; among a handful of nominations there are none. */
async function mergeSome(ctx: Ctx, edition: Edition): Promise<Here['alike']> {
  const { rows: [first, ...others] } = await listMatches(ctx, edition, {})
  const left = first && others.find(({ one, other }) => ![one.id, other.id].some((id) => id === first.one.id || id === first.other.id))
  if (!left) return nothingReceived.alike
  const [from, into] = [await findNominee(ctx, edition, first.one.id), await findNominee(ctx, edition, first.other.id)]
  if (!from || !into) throw new Error('nobody is suggested')
  const seen = fingerprintOfSides([await readSide(ctx, from), await readSide(ctx, into)])
  const { mergeId } = valueOf(await mergeNominees(ctx, edition, { fromId: from.id, intoId: into.id, reason: 'The manager says so', seen }))
  return { one: left.one.id, other: left.other.id, merge: mergeId }
}

async function screenedAs(ctx: Ctx, entry: Pick<EntryRow, 'id' | 'nominee_id' | 'category_id'>): Promise<Here['screened']['open']> {
  const [passage] = await listPassages(ctx, entry)
  const notice = await ctx.db.selectFrom('notice').select('id').where('nominee_id', '=', entry.nominee_id).executeTakeFirstOrThrow()
  return { entry: entry.id, cover: `cover/${passage?.nominationId}/${passage?.questionId}`, nominee: entry.nominee_id, link: await linkTo(ctx, 'nominee', notice.id) }
}

async function linkTo(ctx: Ctx, kind: 'draft' | 'sign-in' | 'status' | 'nominee' | 'judge-invitation' | 'no-reminders', subject: string): Promise<string> {
  const { token } = await inTransaction(ctx, (trx) => createLink(trx, kind, subject))
  return token
}

/** Takes the demo of judging on: scoring is closed, panels decide; all but one sealed and one of those amended, or one asked to be. */
export async function moderateDemo({ db, clock, env }: Served, until: 'decided' | 'sealed'): Promise<void> {
  const ctx = makeCtx(db, { now: clock.now, baseUrl: env.BASE_URL })
  const edition = await findCurrentEdition(ctx)
  if (!edition) throw new Error('the demo has no edition')
  const confidants = await nameConfidants(ctx, edition)
  await closeAllScoring(confidants, edition)
  await decide(confidants, edition, until === 'sealed' ? 'all' : 'some')
  if (until === 'decided') return proposeOne(confidants, edition, 'home-care-worker')
  await seal(confidants, edition, 'most')
  valueOf(await beginAmendment(confidants.first, edition, 'home-care-worker'))
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

/** Nominators may add a picture or a PDF. */
export async function takeFiles({ db }: Pick<Served, 'db'>): Promise<void> {
  await db.updateTable('edition').set((e) => ({ settings: sql<string>`json_patch(settings, '{"attachments":true}')`, version: e('version', '+', 1) })).execute()
}

/** In the draft's story somebody who receives care is named. */
async function nameSomebody({ db }: Ctx, edition: Edition, { id, answers }: Awaited<ReturnType<typeof makeDraft>>): Promise<void> {
  const question = await db.selectFrom('question').select('id').where('edition_id', '=', edition.id).where('key', '=', 'difference').executeTakeFirstOrThrow()
  const story = { ...answers.story, [question.id]: 'When Mrs Carter in room 12 could not sleep, Asha sat with her. She has dementia, and she knew her name.' }
  await db.updateTable('draft').set({ answers: JSON.stringify({ ...answers, story }) }).where('id', '=', id).execute()
}
