import type { Insertable } from 'kysely'
import type { Account } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { record } from '#app/features/audit/record.server.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import { hashOf, openStorage } from '#app/platform/storage.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { CategoryRow, Database, Db, NominationRow } from '#db/schema.ts'
import { makeAccount, makeCategory, makeCtx, makeDraft, makeEdition, makeEntry, makeJudge, makeMerge, makeNomination, makeQuestion, makeScorecard, testNow } from '#tests/factories/index.ts'
import type { Served } from '#tests/setup/serve.ts'

/** Stands in every text about people in a planted database, and in no text of ours. */
export const marker = /plantedzq/i
const planted = (what: string) => `Plantedzq ${what}`
const plantedEmail = (who: string) => `plantedzq.${who}@people.example`

/** Of the planted certificate, whose nominee has not agreed to their name being public. */
export const plantedCode = '2345-6789-CFHJ'

/** Where the planted things are: ids, slugs and secrets to make addresses of. */
export interface Planted {
  slug: string
  otherSlug: string
  rehearsalSlug: string
  category: string
  nomination: string
  /** of that nomination, its entry and an answer of its */
  nominee: string
  entry: string
  /** another nominee who may be the same, and the merge of a third into the first */
  lookAlike: string
  merge: string
  question: string
  message: string
  /** of the running order */
  cue: string
  /** with its category, given to the judge */
  judgedEntry: string
  judgedCategory: string
  /** invited, and on the panel of that category */
  invitedJudge: string
  judgeInvitation: string
  /** categories with a decision: still to be settled, and settled */
  moderated: string
  /** the finalist of the first */
  moderatedEntry: string
  settled: string
  /** of a judge */
  grant: string
  draft: string
  sentDraft: string
  /** the files added to them */
  file: string
  sentFile: string
  /** one that organisers write in for somebody, and a file that was checked */
  assistedDraft: string
  import: string
  /** the cookie of the device that holds both drafts */
  ring: string
  draftLink: string
  statusLink: string
  noRemindersLink: string
  nomineeLink: string
  signInLink: string
  demoLink: string
  /** by role in the edition, and one who organises the other; the owner and the witness are on the embargo list, and the owner has asked to seal what is settled */
  accounts: Record<'nobody' | 'judge' | 'stageCrew' | 'witness' | 'assistant' | 'organiser' | 'owner' | 'organiserElsewhere', Account>
}

/** Two editions with one of everything that tells of people, marked wherever it does. */
export async function fillWithMarkers(app: Pick<Served, 'db' | 'ringOf' | 'env'>): Promise<Planted> {
  const { db } = app
  const edition = await makeEdition(db, { finalists_announced_at: testNow })
  const other = await makeEdition(db, { slug: '2026', current: 0, stage: 'archived' })
  const rehearsal = await makeEdition(db, { slug: '2027-rehearsal', current: 0, rehearsal: 1, stage: 'preparing' })
  const story = await makeQuestion(db, edition)
  const category = await makeCategory(db, edition, { slug: 'only-here' })
  const answers = JSON.stringify({
    kind: 'person', name: planted('nominee'), job: planted('job'), employer: planted('employer'), reach: planted('reach'), categories: [category.id],
    relationship: planted('relationship'), shareName: 'no', nominatorName: planted('nominator'), nominatorEmail: plantedEmail('nominator'),
    story: { [story.id]: `Mrs Carter knew ${planted('story')}.` },
  })
  const drafts = [newId(), newId()] as const
  for (const id of drafts) await db.insertInto('draft').values({ id, edition_id: edition.id, answers, created_at: testNow, updated_at: testNow }).execute()
  const personal = {
    nominator_name: planted('nominator'), nominator_email: plantedEmail('nominator'), nominator_phone: planted('phone'), relationship: planted('relationship'),
    nominee: { name: planted('nominee'), job: planted('job'), employer: planted('employer'), reach: planted('reach') },
  }
  const nomination = await makeNomination(db, edition, category, { ...personal, draft_id: drafts[1] })
  const [file, sentFile] = [await addFile(app, drafts[0]), await addFile(app, drafts[1], nomination)]
  const elsewhere = await makeNomination(db, other, await makeCategory(db, other, { state: 'no-award' }), { ...personal, nominator_email: '' })
  const judged = await makeCategory(db, edition, { slug: 'judged', state: 'judging' })
  const judgedEntry = await makeEntry(db, edition, judged, { shortlist: 'in', nomination: { ...personal, nominator_email: '' } })
  const judgedNomination = await db.selectFrom('nomination').select('id').where('nominee_id', '=', judgedEntry.nominee_id).executeTakeFirstOrThrow()
  const twin = await makeNomination(db, edition, category, { ...personal, nominator_email: '' })
  const merge = await makeMerge(db, twin, nomination)
  await db.updateTable('entry').set({ state: 'withdrawn' }).where('nominee_id', '=', twin.nominee_id).execute()
  const judging = await makeJudge(db, edition, { panels: [judged] })
  await makeScorecard(db, judging, judgedEntry)
  await db.updateTable('answer').set({ text: planted('story') }).execute()

  const judge = await makeAccount(db, { name: planted('judge'), email: plantedEmail('judge'), role: 'judge', edition })
  const invitedJudge = { id: newId(), edition_id: edition.id, account_id: judge.accountId, state: 'invited', invited_at: testNow, ended_reason: planted('reason') } as const
  await db.insertInto('judge').values(invitedJudge).execute()
  await db.insertInto('judge_tie').values({ id: newId(), judge_id: invitedJudge.id, kind: 'employer', name: planted('tie'), employer_key: 'tie' }).execute()
  await db.insertInto('panel_member').values({ category_id: judged.id, judge_id: invitedJudge.id, chair: 1, created_at: testNow }).execute()
  const { id: grant } = await db.selectFrom('role_grant').select('id').where('account_id', '=', judge.accountId).executeTakeFirstOrThrow()
  const ctx = makeCtx(db)
  const { nominee_id } = nomination
  const entry = await db.selectFrom('entry').select('id').where('nominee_id', '=', nominee_id).executeTakeFirstOrThrow()
  await db.insertInto('certificate').values({ id: newId(), entry_id: entry.id, code: plantedCode, made_at: testNow }).execute()
  const question = await db.selectFrom('question').select('id').where('category_id', '=', category.id).executeTakeFirstOrThrow()
  const notice = { id: newId(), nominee_id, route: 'letter', due_at: testNow, message_id: null, told_at: testNow, created_at: testNow } as const
  await db.insertInto('notice').values(notice).execute()
  await db.insertInto('notice_nomination').values({ notice_id: notice.id, nomination_id: nomination.id }).execute()
  const owner = await makeAccount(db, { role: 'owner' })
  const witness = await makeAccount(db, { role: 'witness', edition })
  for (const { accountId } of [owner, witness]) await db.insertInto('embargo').values({ id: newId(), edition_id: edition.id, account_id: accountId, added_at: testNow, removed_at: null }).execute()
  const settled = await makeCategory(db, edition, { slug: 'settled', state: 'settled' })
  const decided = [
    await decide(db, edition, await makeCategory(db, edition, { slug: 'moderated', state: 'moderating' }), personal.nominee, owner),
    await decide(db, edition, settled, personal.nominee, owner),
  ]
  await db.insertInto('seal_proposal').values({ id: newId(), category_id: settled.id, shown: 'x', reason: '', account_id: owner.accountId, proposed_at: testNow, ended_at: null }).execute()
  const { message, ...links } = await inTransaction(ctx, async (trx) => {
    await record(trx, { verb: 'nomination.sent', edition, objectId: nomination.id })
    await record(trx, { verb: 'nomination.sent', edition, objectId: judgedNomination.id })
    await record(trx, { verb: 'nomination.sent', edition, objectId: twin.id })
    for (const { id } of decided) await record(trx, { verb: 'nomination.sent', edition, objectId: id })
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
      noRemindersLink: (await createLink(trx, 'no-reminders', 'hash-of-an-address')).token,
      nomineeLink: (await createLink(trx, 'nominee', notice.id)).token,
      signInLink: (await createLink(trx, 'sign-in', judge.accountId)).token,
      judgeInvitation: (await createLink(trx, 'judge-invitation', invitedJudge.id)).token,
      demoLink: (await createLink(trx, 'demo', judge.accountId)).token,
    }
  })
  const cue = newId()
  await db.insertInto('cue').values({ id: cue, edition_id: edition.id, position: 1, kind: 'words', title: 'Welcome', script: '' }).execute()
  await db.updateTable('message').set({ last_error: planted('error') }).execute()
  return {
    slug: edition.slug, otherSlug: other.slug, rehearsalSlug: rehearsal.slug, category: category.slug, nomination: nomination.id, nominee: nominee_id, entry: entry.id, lookAlike: judgedEntry.nominee_id, merge: merge.id, question: question.id, message, cue, grant, judgedEntry: judgedEntry.id, judgedCategory: judged.slug, invitedJudge: invitedJudge.id, moderated: 'moderated', moderatedEntry: decided[0]!.entry, settled: 'settled', ...links,
    draft: drafts[0], sentDraft: drafts[1], file, sentFile, assistedDraft: await assist(db, edition, category), import: await upload(db, edition), ring: await app.ringOf(...drafts),
    accounts: {
      nobody: await makeAccount(db),
      judge: judging.account,
      stageCrew: await makeAccount(db, { role: 'stage-crew', edition }),
      witness,
      assistant: await makeAccount(db, { role: 'assistant', edition }),
      organiser: await makeAccount(db, { role: 'organiser', edition }),
      owner,
      organiserElsewhere: await makeAccount(db, { role: 'organiser', edition: other }),
    },
  }
}

/** A file that was added to a draft, and sent with the nomination if there is one. */
async function addFile({ db, env }: Pick<Served, 'db' | 'env'>, draftId: string, nomination?: NominationRow): Promise<string> {
  const bytes = Buffer.from(planted('file'))
  const attachment = { id: newId(), kind: 'pdf', bytes: bytes.length } as const
  await db.insertInto('attachment').values({ ...attachment, draft_id: draftId, sha256: hashOf(bytes), created_at: testNow }).execute()
  await openStorage(env.STORAGE_DIR).put(attachment.id, bytes)
  const { answers } = await db.selectFrom('draft').select('answers').where('id', '=', draftId).executeTakeFirstOrThrow()
  await db.updateTable('draft').set({ answers: JSON.stringify({ ...(JSON.parse(answers) as object), attachment }) }).where('id', '=', draftId).execute()
  if (!nomination) return attachment.id
  const { told } = await db.selectFrom('nomination_version').select('told').where('nomination_id', '=', nomination.id).executeTakeFirstOrThrow()
  await db.updateTable('nomination_version').set({ told: JSON.stringify({ ...(JSON.parse(told) as object), attachment }) }).where('nomination_id', '=', nomination.id).execute()
  return attachment.id
}

/** Somebody is on the telephone, and everything is written down. */
async function assist(db: Db, edition: Edition, category: CategoryRow): Promise<string> {
  const { id } = await makeDraft(db, edition, category, { name: planted('nominee'), nominatorName: planted('nominator'), nominatorEmail: '', nominatorPhone: '01632 960 001' })
  await db.updateTable('draft').set({ email: '' }).where('id', '=', id).execute()
  await db.insertInto('assisted').values({ draft_id: id, channel: 'phone', notice_read_at: testNow, receipt: 'letter', postal_address: planted('address'), created_at: testNow }).execute()
  return id
}

/** A file with one row that cannot be taken in. */
async function upload(db: Db, edition: Edition): Promise<string> {
  const id = newId()
  const columns = JSON.stringify({ kind: 'Kind', name: 'Name', category: 'Award' })
  await db.insertInto('nomination_import').values({ id, edition_id: edition.id, file_name: planted('file.csv'), headers: '["Kind","Name","Award"]', columns, state: 'checked', created_at: testNow }).execute()
  await db.insertInto('import_row').values({ import_id: id, number: 2, cells: JSON.stringify(['A person', planted('nominee'), planted('award')]), outcome: 'error' }).execute()
  return id
}

/** A category that its panel has decided: its one finalist wins. The nomination behind it, and its entry. */
async function decide(db: Db, edition: Edition, category: CategoryRow, nominee: Partial<Insertable<Database['nominee']>>, chair: Account): Promise<{ id: string; entry: string }> {
  const entry = await makeEntry(db, edition, category, { shortlist: 'in', nomination: { nominator_email: '', nominee } })
  await db.insertInto('decision').values({ category_id: category.id, reason: planted('reason'), decided_at: testNow }).execute()
  await db.insertInto('award').values({ id: newId(), category_id: category.id, entry_id: entry.id, kind: 'winner', place: 1, citation: planted('citation') }).execute()
  await db.insertInto('meeting_item').values({ id: newId(), category_id: category.id, chair_id: chair.accountId, opened_at: testNow, closed_at: null }).execute()
  await db.insertInto('minute').values({ category_id: category.id, number: 1, at: testNow, kind: 'note', facts: '{}', words: planted('note') }).execute()
  const content = JSON.stringify({ parts: [{ heading: 'What was decided', lines: [planted('record')] }], scores: [], names: [] })
  await db.insertInto('decision_record').values({ category_id: category.id, number: 1, decision_number: 1, decision_version: 1, edition_version: 1, made_at: testNow, content }).execute()
  const { id } = await db.selectFrom('nomination').select('id').where('nominee_id', '=', entry.nominee_id).executeTakeFirstOrThrow()
  return { id, entry: entry.id }
}
