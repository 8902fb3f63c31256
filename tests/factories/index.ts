import type { Insertable, Updateable } from 'kysely'
import { randomBytes } from 'node:crypto'
import { system, type Account } from '#app/domain/actor.ts'
import type { Edition, Settings } from '#app/domain/edition.ts'
import { later, minutes } from '#app/domain/time.ts'
import { employerKey } from '#app/domain/employer.ts'
import { referenceFrom } from '#app/domain/reference.ts'
import { editionFromRow } from '#app/features/editions/queries.server.ts'
import type { Answers } from '#app/features/nominations/journey.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { keysFrom, newId } from '#app/platform/tokens.server.ts'
import type { CategoryRow, Database, Db, EntryRow, JudgeRow, NominationRow, NomineeRow, QuestionRow, ScorecardRow } from '#db/schema.ts'
import type { Role } from '#db/vocabulary.ts'

/** The smallest valid things, put straight into the database. Each test says itself what matters to it. */

/** A Tuesday in the middle of the default nominating weeks. */
export const testNow = '2026-12-01T10:00:00.000Z'
export const testSecret = 'a-secret-of-tests-with-more-than-32-characters'

const keys = keysFrom([testSecret])

export function makeCtx(db: Db, overrides: Partial<Ctx> = {}): Ctx {
  return { db, now: testNow, actor: system, requestId: 'test', baseUrl: 'http://localhost:3000', keys, ...overrides }
}

export function makeSettings(overrides: Partial<Settings> = {}): Settings {
  return {
    host: {
      name: 'Caring Plymouth', partners: '', email: 'awards@host.example', phone: '01752 000 000', address: '',
      dataController: 'Plymouth City Council', dataProtectionEmail: 'dpo@host.example', careersUrl: '', trainingUrl: '',
    },
    timetable: {
      screeningDone: '2027-01-23T17:00:00.000Z', shortlist: '2027-02-06T17:00:00.000Z',
      judgingOpens: '2027-02-09T09:00:00.000Z', judgingCloses: '2027-02-22T17:00:00.000Z',
      moderation: '2027-02-24T09:00:00.000Z', seal: '2027-02-27T17:00:00.000Z',
      rsvpCloses: '2027-03-06T17:00:00.000Z', scriptFrozen: '2027-03-18T17:00:00.000Z',
    },
    eligibility: [],
    selfNomination: false,
    panelSize: 4,
    quorum: 3,
    quorumRule: 'not-ranked',
    oneAwardEach: false,
    ordering: 'raw',
    shortlistSize: 5,
    noticeVersion: '1',
    retentionMonths: { unsuccessful: 6, shortlisted: 24 },
    relationships: ['colleague'],
    choosing: [],
    attachments: false,
    ...overrides,
  }
}

type EditionOverrides = Partial<Omit<Insertable<Database['edition']>, 'settings'>> & { settings?: Partial<Settings> }

/** The current edition, taking nominations. A second one in the same database needs its own slug and `current: 0`. */
export async function makeEdition(db: Db, { settings, ...overrides }: EditionOverrides = {}): Promise<Edition> {
  const row = await db
    .insertInto('edition')
    .values({
      id: newId(), slug: '2027', name: 'Celebrating Excellence in Care 2027', current: 1, rehearsal: 0, stage: 'nominating',
      time_zone: 'Europe/London', ceremony_at: '2027-03-23T19:00:00.000Z', ceremony_place: 'Plymouth Guildhall',
      opens_at: '2026-11-03T09:00:00.000Z', closes_at: '2027-01-12T17:00:00.000Z', grace_minutes: 15, opens_by_clock: 0,
      settings: JSON.stringify(makeSettings(settings)), created_at: '2026-10-01T09:00:00.000Z', ...overrides,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return editionFromRow(row, testNow)
}

/** A category that could be opened: one criterion of weight 100 and one question of its own. */
export async function makeCategory(
  db: Db, edition: Pick<Edition, 'id'>, overrides: Partial<Insertable<Database['category']>> = {},
): Promise<CategoryRow> {
  const position = overrides.position ?? 1 + (await countIn(db, 'category', edition.id))
  const category = await db
    .insertInto('category')
    .values({
      id: newId(), edition_id: edition.id, slug: `category-${position}`, position, name: `Category ${position}`,
      who: 'Anybody who gives care', kinds: JSON.stringify(['person', 'team', 'service']), state: 'open', ...overrides,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await db
    .insertInto('criterion')
    .values({
      id: newId(), category_id: category.id, position: 1, name: 'Kindness', weight: 100, scale_min: 0, scale_max: 5,
      anchors: JSON.stringify(['none', 'little', 'some', 'good', 'strong', 'rare']),
    })
    .execute()
  await makeQuestion(db, edition, { category_id: category.id })
  return category
}

/** A question asked of every nomination; with `category_id`, of that category's. */
export async function makeQuestion(
  db: Db, edition: Pick<Edition, 'id'>, overrides: Partial<Insertable<Database['question']>> = {},
): Promise<QuestionRow> {
  const position = overrides.position ?? 1 + (await countIn(db, 'question', edition.id))
  return db
    .insertInto('question')
    .values({
      id: newId(), edition_id: edition.id, category_id: null, key: `question-${position}`, position,
      label: `Question ${position}`, hint: '', word_limit: 100, ...overrides,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

type AccountOverrides = Updateable<Database['account']> & { role?: Role; edition?: Pick<Edition, 'id'> | null }

/** Somebody who can sign in; with `role`, in `edition` or (null) in every edition. */
export async function makeAccount(db: Db, { role, edition = null, ...overrides }: AccountOverrides = {}): Promise<Account> {
  const id = newId()
  const account = { id, name: 'Alex Example', email: `${id}@people.example`, created_at: testNow, ...overrides }
  await db.insertInto('account').values(account).execute()
  const editionId = edition?.id ?? null
  if (role) {
    await db
      .insertInto('role_grant')
      .values({ id: newId(), account_id: account.id, edition_id: editionId, role, granted_at: testNow })
      .execute()
  }
  return { kind: 'account', accountId: account.id, name: account.name, email: account.email, grants: role ? [{ role, editionId }] : [] }
}

type NominationOverrides = Partial<Insertable<Database['nomination']>> & { nominee?: Partial<Insertable<Database['nominee']>> }

/** One nomination of one person in one category, with an answer to everything asked and its entry. */
export async function makeNomination(
  db: Db, edition: Pick<Edition, 'id'>, category: Pick<CategoryRow, 'id'>, overrides: NominationOverrides = {},
): Promise<NominationRow> {
  const { nominee: described, ...own } = overrides
  const nominee = await db
    .insertInto('nominee')
    .values({
      id: newId(), edition_id: edition.id, kind: 'person', name: 'Sam Carer', job: 'Care worker', employer: 'Harbour Home Care',
      reach: '', employer_key: employerKey(described?.employer ?? 'Harbour Home Care'), created_at: testNow, ...described,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const nomination = await db
    .insertInto('nomination')
    .values({
      id: newId(), edition_id: edition.id, nominee_id: nominee.id, draft_id: null, reference: referenceFrom(randomBytes(64)),
      state: 'live', channel: 'online', received_at: testNow, late: 0, version: 1, relationship: 'colleague', share_name: 0,
      nominator_name: 'Nell Nominator', nominator_email: 'nell@people.example', nominator_phone: '', notice_version: '1',
      withdrawn_at: null, ...own,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await db.insertInto('nomination_category').values({ nomination_id: nomination.id, category_id: category.id }).execute()
  await makeTelling(db, nomination, nominee, category.id)
  await db
    .insertInto('entry')
    .values({ id: newId(), edition_id: edition.id, nominee_id: nominee.id, category_id: category.id, state: nomination.state, created_at: testNow })
    .execute()
  return nomination
}

type EntryOverrides = Partial<Insertable<Database['entry']>> & { nomination?: NominationOverrides }

/** A nominee in a category, by one nomination that has been screened; eligible unless told otherwise. */
export async function makeEntry(
  db: Db, edition: Pick<Edition, 'id'>, category: Pick<CategoryRow, 'id'>, { nomination = {}, ...overrides }: EntryOverrides = {},
): Promise<EntryRow> {
  const { nominee_id } = await makeNomination(db, edition, category, { screened_version: nomination.version ?? 1, ...nomination })
  return db
    .updateTable('entry').set({ screening: 'eligible', ...overrides })
    .where('nominee_id', '=', nominee_id).where('category_id', '=', category.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

type JudgeOverrides = Partial<Insertable<Database['judge']>> & { name?: string; employer?: string; panels?: Pick<CategoryRow, 'id'>[] }

/** A judge who accepted, signed and declared; with the account, and a seat in each of `panels`. */
export async function makeJudge(
  db: Db, edition: Pick<Edition, 'id'>, { name = 'Jude Judge', employer, panels = [], ...overrides }: JudgeOverrides = {},
): Promise<JudgeRow & { account: Account }> {
  const account = await makeAccount(db, { name, role: 'judge', edition })
  const judge = await db
    .insertInto('judge')
    .values({
      id: newId(), edition_id: edition.id, account_id: account.accountId, state: 'accepted', invited_at: testNow, answered_at: testNow,
      signed_terms: '1', signed_at: testNow, declared_at: testNow, ...overrides,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (employer) await db.insertInto('judge_tie').values({ id: newId(), judge_id: judge.id, kind: 'employer', name: employer, employer_key: employerKey(employer) }).execute()
  for (const category of panels) await db.insertInto('panel_member').values({ category_id: category.id, judge_id: judge.id, ties_said_at: testNow, created_at: testNow }).execute()
  return { ...judge, account }
}

/** An entry given to a judge, nothing scored. */
export async function makeScorecard(
  db: Db, judge: Pick<JudgeRow, 'id'>, entry: Pick<EntryRow, 'id' | 'dossier_version'>, overrides: Partial<Insertable<Database['scorecard']>> = {},
): Promise<ScorecardRow> {
  return db
    .insertInto('scorecard')
    .values({
      id: newId(), judge_id: judge.id, entry_id: entry.id, state: 'to-do', dossier_version: entry.dossier_version, criteria_version: 1,
      created_at: testNow, updated_at: testNow, ...overrides,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The nominee of one nomination was found to be another's: what a merge writes, but for what it does to their entries. */
export async function makeMerge(
  db: Db, from: Pick<NominationRow, 'id' | 'edition_id' | 'nominee_id'>, into: Pick<NominationRow, 'nominee_id'>,
): Promise<{ id: string }> {
  const [id, merged_into] = [newId(), into.nominee_id]
  await db.insertInto('merge').values({ id, edition_id: from.edition_id, from_id: from.nominee_id, into_id: merged_into, reason: '', merged_at: testNow, undone_at: null }).execute()
  await db.insertInto('merge_nomination').values({ merge_id: id, nomination_id: from.id }).execute()
  await db.updateTable('nominee').set({ merged_into }).where('id', '=', from.nominee_id).execute()
  await db.updateTable('nomination').set({ nominee_id: merged_into }).where('id', '=', from.id).execute()
  return { id }
}

/** A nomination in one category that was written in twenty minutes and not sent: every answer is there. */
export async function makeDraft(
  db: Db, edition: Pick<Edition, 'id'>, category: Pick<CategoryRow, 'id'>, overrides: Partial<Answers> = {},
): Promise<{ id: string; answers: Answers }> {
  const id = newId()
  const story = Object.fromEntries((await questionsFor(db, edition.id, category.id)).map((one) => [one.id, `Answer to ${one.label}`]))
  const answers: Answers = {
    kind: 'person', name: 'Sam Carer', job: 'Care worker', employer: 'Harbour Home Care', reach: '', categories: [category.id], story,
    relationship: 'colleague', shareName: 'no', nominatorName: 'Nell Nominator', nominatorEmail: 'nell@people.example', nominatorPhone: '', ...overrides,
  }
  await db
    .insertInto('draft')
    .values({ id, edition_id: edition.id, answers: JSON.stringify(answers), email: answers.nominatorEmail, created_at: later(testNow, -minutes(20)), updated_at: testNow })
    .execute()
  return { id, answers }
}

/** What the nomination's version says: about the nominee, about the nominator, and to every question asked of it. */
async function makeTelling(db: Db, nomination: NominationRow, nominee: NomineeRow, categoryId: string): Promise<void> {
  const { id: nomination_id, version, received_at: created_at } = nomination
  const { kind, name, job, employer, reach } = nominee
  const told: Partial<Answers> = {
    kind, name, job, employer, reach, categories: [categoryId], relationship: nomination.relationship,
    shareName: nomination.share_name ? 'yes' : 'no', nominatorName: nomination.nominator_name,
    nominatorEmail: nomination.nominator_email, nominatorPhone: nomination.nominator_phone,
  }
  await db.insertInto('nomination_version').values({ nomination_id, version, told: JSON.stringify(told), created_at }).execute()
  const answers = (await questionsFor(db, nomination.edition_id, categoryId)).map(({ id, label }) => ({ nomination_id, version, question_id: id, text: `Answer to ${label}` }))
  if (answers.length) await db.insertInto('answer').values(answers).execute()
}

/** Those asked of every nomination, and the category's own. */
function questionsFor(db: Db, editionId: string, categoryId: string): Promise<Pick<QuestionRow, 'id' | 'label'>[]> {
  return db
    .selectFrom('question').select(['id', 'label'])
    .where('edition_id', '=', editionId)
    .where((e) => e.or([e('category_id', 'is', null), e('category_id', '=', categoryId)]))
    .execute()
}

async function countIn(db: Db, table: 'category' | 'question', editionId: string): Promise<number> {
  const { count } = await db
    .selectFrom(table).select((e) => e.fn.countAll<number>().as('count')).where('edition_id', '=', editionId)
    .executeTakeFirstOrThrow()
  return count
}
