import type { Account } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { valueOf } from '#app/domain/result.ts'
import { pressStage } from '#app/features/ceremony/commands.server.ts'
import { makeRunningOrder } from '#app/features/ceremony/order.commands.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { saveDecision } from '#app/features/moderation/decisions.commands.server.ts'
import { addToEmbargo, removeFromEmbargo } from '#app/features/moderation/embargo.commands.server.ts'
import { findModerated } from '#app/features/moderation/moderated.queries.server.ts'
import { confirmSeal, proposeSeal } from '#app/features/moderation/sealing.commands.server.ts'
import { settleDecision } from '#app/features/moderation/steps.commands.server.ts'
import { fingerprintOfSeal, readToSeal } from '#app/features/moderation/to-seal.queries.server.ts'
import { record } from '#app/features/audit/record.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { Db, EntryRow, JudgeRow } from '#db/schema.ts'
import { makeFinished } from '#tests/db/features/moderation/scene.ts'
import { makeAccount, makeCategory, makeCtx, makeEntry, makeJudge, testNow } from '#tests/factories/index.ts'
import { fillWithMarkers, type Planted } from '#tests/setup/planted.ts'
import type { Served } from '#tests/setup/serve.ts'

/** Stands in everything that is said of a decision, and in what judges wrote; in nothing else. */
export const secretWord = /winnerzq/i
/** Stands in the names of finalists who have agreed to nothing, so that they are known to organisers alone. */
export const secretName = /hiddenzq/i

/** How far the categories with a secret are: decided, settled, sealed; or all of them sealed, with the finalists on stage. */
export type Ground = 'moderating' | 'sealed'
/** By slug: how far each goes while the edition is being moderated. The seal of what is settled is asked for. */
const goals = { 'secret-decided': 'decided', 'secret-settled': 'settled', 'secret-sealed': 'sealed' } as const
type Slug = keyof typeof goals
export const secretSlugs = Object.keys(goals) as Slug[]

/** An edition in which everything is there but who won: two finalists in each category, and people to ask. The witness is on no list. */
export interface Worlds {
  here: Planted
  edition: Edition
  /** the two of each category, either of whom may win */
  rivals: Record<Slug, [EntryRow, EntryRow]>
  /** the first of each, by a link of their notice */
  nomineeLinks: string[]
  /** judged what is secret, and scored both the same */
  panelJudge: Account
  /** an owner whom nobody put on the embargo list */
  otherOwner: Account
  confidants: [Account, Account]
}

export async function makeWorlds(app: Pick<Served, 'db' | 'ringOf' | 'env'>, ground: Ground): Promise<Worlds> {
  const { db } = app
  const here = await fillWithMarkers(app)
  const { id } = await db.selectFrom('edition').select('id').where('slug', '=', here.slug).executeTakeFirstOrThrow()
  await db.updateTable('edition').set({ stage: 'judging' }).where('id', '=', id).execute()
  if (ground === 'sealed') await db.updateTable('category').set({ state: 'no-award' }).where('edition_id', '=', id).execute()
  const edition = await getEditionById(makeCtx(db), id)
  const second = await makeAccount(db, { role: 'organiser', edition })
  const owner = makeCtx(db, { actor: here.accounts.owner })
  valueOf(await addToEmbargo(owner, edition, second.accountId))
  valueOf(await removeFromEmbargo(owner, edition, here.accounts.witness.accountId))
  const panelJudge = await makeJudge(db, edition)
  const rivals = {} as Worlds['rivals']
  for (const slug of secretSlugs) rivals[slug] = await makeRivals(db, edition, slug, panelJudge)
  valueOf(await makeRunningOrder(makeCtx(db), edition))
  return {
    here, edition, rivals, panelJudge: panelJudge.account, otherOwner: await makeAccount(db, { role: 'owner' }), confidants: [here.accounts.owner, second],
    nomineeLinks: await Promise.all(secretSlugs.map((slug) => linkToNominee(db, rivals[slug][0]))),
  }
}

/** Two finalists whom three judges have scored; the third found them equal. Those of the first category are public. */
async function makeRivals(db: Db, edition: Edition, slug: Slug, panelJudge: JudgeRow): Promise<[EntryRow, EntryRow]> {
  const category = await makeCategory(db, edition, { slug, name: slug, state: 'moderating' })
  await db.insertInto('panel_member').values({ category_id: category.id, judge_id: panelJudge.id, ties_said_at: testNow, created_at: testNow }).execute()
  const yes = JSON.stringify({ name: 'yes', employer: 'yes', photo: 'yes', story: 'yes', stage: 'yes' })
  const open = slug === 'secret-decided' ? ({ answer: 'accepted', publicity: yes } as const) : {}
  const called = (name: string) => ({ name: slug === 'secret-decided' ? `Publiczq ${name}` : `Hiddenzq ${slug} ${name}`, employer: `${name}’s`, ...open })
  const [one, other] = [await makeRival(db, edition, category, called('Ada')), await makeRival(db, edition, category, called('Bea'))]
  const judges = [await makeJudge(db, edition, { panels: [category] }), await makeJudge(db, edition, { panels: [category] }), panelJudge]
  for (const judge of judges) for (const entry of [one, other]) await makeFinished(db, judge, entry, 3)
  const own = (await db.selectFrom('scorecard').select('id').where('judge_id', '=', panelJudge.id).execute()).map((card) => card.id)
  await db.updateTable('scorecard').set({ note: 'Winnerzq note', citation: 'Winnerzq sentence' }).where('entry_id', 'in', [one.id, other.id]).where('id', 'not in', own).execute()
  return [one, other]
}

async function makeRival(db: Db, edition: Edition, category: { id: string }, nominee: object): Promise<EntryRow> {
  const entry = await makeEntry(db, edition, category, { shortlist: 'in', nomination: { nominator_email: '', nominee } })
  const { id } = await db.selectFrom('nomination').select('id').where('nominee_id', '=', entry.nominee_id).executeTakeFirstOrThrow()
  await inTransaction(makeCtx(db), (trx) => record(trx, { verb: 'nomination.sent', edition, objectId: id }))
  return entry
}

async function linkToNominee(db: Db, { nominee_id }: EntryRow): Promise<string> {
  const notice = { id: newId(), nominee_id, route: 'letter', due_at: testNow, message_id: null, told_at: testNow, created_at: testNow } as const
  await db.insertInto('notice').values(notice).execute()
  return inTransaction(makeCtx(db), async (trx) => (await createLink(trx, 'nominee', notice.id)).token)
}

/** Makes the first (0) or the second (1) of the two win everywhere, by scores and by decision, as far as the ground goes. */
export async function letWin(db: Db, { edition, rivals, confidants, here }: Worlds, ground: Ground, winner: 0 | 1): Promise<void> {
  const [first, second] = confidants.map((actor) => makeCtx(db, { actor })) as [Ctx, Ctx]
  const now = () => getEditionById(first, edition.id)
  for (const slug of secretSlugs) {
    const [one, other] = rivals[slug]
    const [won, lost] = winner === 0 ? [one, other] : [other, one]
    await setPoints(db, won, 5)
    await setPoints(db, lost, 4)
    const say = (what: string) => `Winnerzq ${what}`
    const awards = [{ entryId: won.id, kind: 'winner' as const, reason: say('why'), citation: say('citation') }, { entryId: lost.id, kind: 'reserve' as const, reason: say('why'), citation: '' }]
    valueOf(await saveDecision(first, await now(), slug, { version: 0, reason: say('reason'), awards }))
    const goal = ground === 'sealed' ? 'sealed' : goals[slug]
    if (goal !== 'decided') valueOf(await settleDecision(first, await now(), slug))
    if (goal === 'settled') await askForSeal(first, edition.id, slug)
    if (goal === 'sealed') await sealIt(first, second, edition.id, slug)
  }
  if (ground === 'sealed') await showFinalists({ ...first, actor: here.accounts.stageCrew }, edition.id)
}

/** Of all judges but the one who found them equal. */
async function setPoints(db: Db, { id }: EntryRow, value: number): Promise<void> {
  const cards = db.selectFrom('scorecard').select('id').where('entry_id', '=', id).where('note', '<>', '')
  await db.updateTable('mark').set({ value, reason: 'Winnerzq mark' }).where('scorecard_id', 'in', cards).execute()
}

async function sealIt(first: Ctx, second: Ctx, editionId: string, slug: string): Promise<void> {
  const shown = await askForSeal(first, editionId, slug)
  valueOf(await confirmSeal(second, await getEditionById(first, editionId), slug, shown))
}

/** The fingerprint of what is to be sealed. */
async function askForSeal(ctx: Ctx, editionId: string, slug: string): Promise<string> {
  const edition = await getEditionById(ctx, editionId)
  const category = await findModerated(ctx, edition, slug)
  if (!category) throw new Error(slug)
  const shown = fingerprintOfSeal(await readToSeal(ctx, edition, category))
  valueOf(await proposeSeal(ctx, edition, slug, { shown, reason: '' }))
  return shown
}

/** The welcome, the first award's title, its finalists: the next press is the reveal. */
async function showFinalists(crew: Ctx, editionId: string): Promise<void> {
  for (let version = 0; version < 3; version += 1) valueOf(await pressStage(crew, await getEditionById(crew, editionId), 'next', version))
}
