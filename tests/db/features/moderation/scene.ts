import type { Edition } from '#app/domain/edition.ts'
import { valueOf } from '#app/domain/result.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { saveDecision } from '#app/features/moderation/decisions.commands.server.ts'
import { addToEmbargo } from '#app/features/moderation/embargo.commands.server.ts'
import { findModerated } from '#app/features/moderation/moderated.queries.server.ts'
import { confirmSeal, proposeSeal } from '#app/features/moderation/sealing.commands.server.ts'
import { closeScoring, settleDecision } from '#app/features/moderation/steps.commands.server.ts'
import { fingerprintOfSeal, readToSeal } from '#app/features/moderation/to-seal.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { CategoryRow, Db, EntryRow, JudgeRow, ScorecardRow } from '#db/schema.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition, makeEntry, makeJudge, makeScorecard, testNow } from '#tests/factories/index.ts'

/** One category that three judges have scored, and two people under embargo. */
export interface Scene {
  db: Db
  edition: Edition
  category: CategoryRow
  /** Asha, Bea and Cem, with 5, 4 and 3 points from everybody */
  entries: [EntryRow, EntryRow, EntryRow]
  judges: JudgeRow[]
  cards: ScorecardRow[]
  owner: Ctx
  first: Ctx
  second: Ctx
  /** organises, and is not on the embargo list */
  outsider: Ctx
}

export async function makeScene(db: Db, own: Parameters<typeof makeEdition>[1] = {}): Promise<Scene> {
  const edition = await makeEdition(db, { stage: 'judging', finalists_announced_at: testNow, ...own })
  const category = await makeCategory(db, edition, { slug: 'care', name: 'Home Care', state: 'judging' })
  const people = await Promise.all((['owner', 'organiser', 'organiser', 'organiser'] as const).map((role, index) => makeAccount(db, { name: `Person ${index}`, role, edition: role === 'owner' ? null : edition })))
  const [owner, first, second, outsider] = people.map((actor) => makeCtx(db, { actor })) as [Ctx, Ctx, Ctx, Ctx]
  for (const { actor } of [first, second]) if (actor.kind === 'account') valueOf(await addToEmbargo(owner, edition, actor.accountId))
  const scored = await scoreCategory(db, edition, category)
  return { db, edition, category, ...scored, owner, first, second, outsider }
}

/** Three entries and three judges, every scorecard finished. */
export async function scoreCategory(db: Db, edition: Edition, category: CategoryRow): Promise<Pick<Scene, 'entries' | 'judges' | 'cards'>> {
  const entries: EntryRow[] = []
  for (const name of ['Asha', 'Bea', 'Cem']) entries.push(await makeEntry(db, edition, category, { shortlist: 'in', nomination: { nominator_email: '', nominee: { name, employer: `${name}’s` } } }))
  const judges: JudgeRow[] = []
  for (const name of ['Ann', 'Bob', 'Cat']) judges.push(await makeJudge(db, edition, { name, panels: [category] }))
  const cards: ScorecardRow[] = []
  for (const [index, entry] of entries.entries()) for (const judge of judges) cards.push(await makeFinished(db, judge, entry, 5 - index))
  return { entries: entries as Scene['entries'], judges, cards }
}

/** A finished scorecard with so many points on the category's one criterion. */
export async function makeFinished(db: Db, judge: JudgeRow, entry: EntryRow, points: number | null): Promise<ScorecardRow> {
  const card = await makeScorecard(db, judge, entry, { state: 'finished', version: 1, finished_at: testNow })
  const criterion = await db.selectFrom('criterion').select('id').where('category_id', '=', entry.category_id).executeTakeFirstOrThrow()
  await db.insertInto('mark').values({ scorecard_id: card.id, criterion_id: criterion.id, value: points, cannot_judge: points === null ? 1 : 0, reason: 'Yes' }).execute()
  return card
}

export const editionNow = ({ first, edition }: Scene) => getEditionById(first, edition.id)
export const categoryNow = async ({ first, edition, category }: Scene) => (await findModerated(first, edition, category.slug))!

/** Asha wins, Bea is highly commended, Cem is the reserve. */
export function inOrder({ entries: [asha, bea, cem] }: Scene) {
  return [
    { entryId: asha.id, kind: 'winner' as const, reason: '', citation: 'Asha is kind.' },
    { entryId: bea.id, kind: 'highly-commended' as const, reason: '', citation: '' },
    { entryId: cem.id, kind: 'reserve' as const, reason: '', citation: '' },
  ]
}

export async function close(scene: Scene): Promise<void> {
  valueOf(await closeScoring(scene.first, await editionNow(scene), scene.category.slug))
}

export async function settle(scene: Scene): Promise<void> {
  await close(scene)
  valueOf(await saveDecision(scene.first, scene.edition, scene.category.slug, { version: 0, reason: '', awards: inOrder(scene) }))
  valueOf(await settleDecision(scene.first, await editionNow(scene), scene.category.slug))
}

/** What there is to seal now, as the page shows it. */
export async function shownNow(scene: Scene): Promise<string> {
  return fingerprintOfSeal(await readToSeal(scene.first, await editionNow(scene), await categoryNow(scene)))
}

/** The first asks, the second seals. */
export async function sealBoth(scene: Scene, reason = ''): Promise<void> {
  const shown = await shownNow(scene)
  valueOf(await proposeSeal(scene.first, scene.edition, scene.category.slug, { shown, reason }))
  valueOf(await confirmSeal(scene.second, await editionNow(scene), scene.category.slug, shown))
}

/** The category's winner was shown on stage, and is public from `publicAt` on. */
export async function reveal({ db, edition, category }: Scene, publicAt = testNow): Promise<void> {
  await db.insertInto('reveal').values({ id: `r-${category.id}`, edition_id: edition.id, category_id: category.id, number: 1, revealed_at: testNow, public_at: publicAt, undone_at: null }).execute()
}
