import type { Edition } from '#app/domain/edition.ts'
import { seededRandom } from '#app/domain/random.ts'
import { valueOf } from '#app/domain/result.ts'
import { getProgramme, type Category, type Criterion } from '#app/features/categories/queries.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { applyAssignment } from '#app/features/judging/assignment.commands.server.ts'
import { propose } from '#app/features/judging/assignment.queries.server.ts'
import { listCards, type Card } from '#app/features/judging/desk.queries.server.ts'
import { declareTies, signTerms, type Tie } from '#app/features/judging/judges.commands.server.ts'
import { openJudging } from '#app/features/judging/opening.commands.server.ts'
import { changePanel } from '#app/features/judging/panels.commands.server.ts'
import { tellTies } from '#app/features/judging/recusals.commands.server.ts'
import type { Mark } from '#app/features/judging/scorecard.ts'
import { finishAll, saveScorecard, stepAside } from '#app/features/judging/scoring.commands.server.ts'
import { findAccount } from '#app/features/people/queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** A judge, signed in; `severity`: points that they give everybody on top of what is due. */
interface Judge {
  id: string
  ctx: Ctx
  severity: number
}

/** Judges sign and declare, get panels and entries, and judging opens. */
export async function seatJudges(ctx: Ctx, edition: Edition): Promise<void> {
  const judges = await listJudges(ctx, edition)
  for (const [index, judge] of judges.entries()) {
    valueOf(await signTerms(judge.ctx, edition, judge))
    valueOf(await declareTies(judge.ctx, edition, judge, tiesOf[index] ?? []))
  }
  const { categories } = await getProgramme(ctx, edition)
  const judged = categories.filter(({ state }) => state === 'shortlisted')
  for (const [index, category] of judged.entries()) await seatPanel(ctx, edition, category, panelFor(judges, index, edition.settings.panelSize))
  for (const judge of judges) valueOf(await tellTies(judge.ctx, edition, judge, []))
  for (const { slug } of judged) await assignEntries(ctx, edition, slug)
  valueOf(await openJudging(ctx, await getEditionById(ctx, edition.id)))
}

const tiesOf: Tie[][] = [
  [{ kind: 'employer', name: 'Hallowtree Nursing Home' }],
  [{ kind: 'past-employer', name: 'Merrivane Lodge' }, { kind: 'employer', name: 'University Hospitals Plymouth' }],
  [],
  [{ kind: 'sponsor', name: 'Orrery House' }],
]

/** In the order of their names. Some mark kindly, some hard. */
async function listJudges(ctx: Ctx, edition: Edition): Promise<Judge[]> {
  const rows = await ctx.db
    .selectFrom('judge').innerJoin('account', 'account.id', 'judge.account_id').select(['judge.id', 'account.id as accountId'])
    .where('judge.edition_id', '=', edition.id).orderBy('account.name').execute()
  const judges: Judge[] = []
  for (const [index, { id, accountId }] of rows.entries()) {
    const account = await findAccount(ctx, accountId)
    if (account) judges.push({ id, ctx: { ...ctx, actor: account }, severity: [0.7, -0.6, 0.1, -0.9, 0.3, 0, -0.2, 0.5][index % 8] ?? 0 })
  }
  return judges
}

/** Each panel shares members with the next, so that all judges can be compared. */
function panelFor(judges: Judge[], index: number, size: number): Judge[] {
  return Array.from({ length: size }, (_, place) => judges[(index * 3 + place) % judges.length]).filter((judge) => judge !== undefined)
}

async function seatPanel(ctx: Ctx, edition: Edition, category: Category, panel: Judge[]): Promise<void> {
  for (const judge of panel) valueOf(await changePanel(ctx, edition, category, 'join', judge.id))
  if (panel[0]) valueOf(await changePanel(ctx, edition, category, 'chair', panel[0].id))
}

async function assignEntries(ctx: Ctx, edition: Edition, slug: string): Promise<void> {
  const category = await ctx.db.selectFrom('category').select('id').where('edition_id', '=', edition.id).where('slug', '=', slug).executeTakeFirstOrThrow()
  const wanted = edition.settings.panelSize
  const { hash } = await propose(ctx, edition, category, wanted)
  valueOf(await applyAssignment(ctx, edition, slug, { wanted, hash }))
}

/**
 * How far the scoring is: `some` leaves cards half done, a judge who has not begun and one who steps aside; `all` leaves one
 * entry half done by two judges, which so falls below the quorum.
 */
export type Scored = 'some' | 'all'

/** Scores that look like people's: entries differ, judges are severe or kind, and noise lies over both. */
export async function score(ctx: Ctx, edition: Edition, scored: Scored): Promise<void> {
  const random = seededRandom(23)
  const worth = new Map<string, number>()
  const judges = await listJudges(ctx, edition)
  const given = await Promise.all(judges.map((judge) => listCards(ctx, judge)))
  const late = scored === 'all' ? lateCards(given) : []
  for (const [index, judge] of judges.entries()) {
    const cards = given[index] ?? []
    const aside = scored === 'some' && index === 2 ? cards.shift() : undefined
    if (aside) valueOf(await stepAside(judge.ctx, edition, judge, aside.entry.id, 'I know the family'))
    const begun = scored === 'all' ? cards : cards.slice(0, index === 5 ? 0 : Math.ceil(cards.length * 0.7))
    for (const [place, card] of begun.entries()) {
      if (!worth.has(card.entry.id)) worth.set(card.entry.id, 3.2 + (random() + random() + random() - 1.5) * 1.6)
      const half = late.includes(card) || (scored === 'some' && place === begun.length - 1)
      await fillCard(judge, edition, card, { worth: worth.get(card.entry.id) ?? 3, half, random })
    }
  }
}

/** Two judges do not come to finish the same entry. */
function lateCards(given: Card[][]): Card[] {
  const first = given.flat()[0]?.entry.id
  return given.flat().filter(({ entry }) => entry.id === first).slice(0, 2)
}

interface Filling {
  worth: number
  /** only begun */
  half: boolean
  random: () => number
}

async function fillCard(judge: Judge, edition: Edition, { entry }: Card, { worth, half, random }: Filling): Promise<void> {
  const { categories } = await getProgramme(judge.ctx, edition)
  const criteria = categories.find(({ id }) => id === entry.category_id)?.criteria ?? []
  const scoredOn = half ? criteria.slice(0, 2) : criteria
  const marks = Object.fromEntries(scoredOn.map((criterion) => [criterion.id, markOf(criterion, worth + judge.severity + (random() - 0.5) * 2, random)]))
  const note = random() < 0.2 ? 'Read again before the meeting.' : ''
  const citation = random() < 0.4 ? drawn(citations, random) : ''
  const content = { marks, note, citation, share: citation.length > 25 }
  valueOf(await saveScorecard(judge.ctx, edition, judge, entry.id, { version: 0, content }))
  if (!half) valueOf(await finishAll(judge.ctx, edition, judge, [entry.id]))
}

/** Now and then a judge cannot tell. */
function markOf({ scaleMin, scaleMax }: Criterion, wished: number, random: () => number): Mark {
  if (random() < 0.03) return { value: null, cannotJudge: true, reason: '' }
  const value = Math.min(scaleMax, Math.max(scaleMin, Math.round(wished)))
  const reason = value === scaleMax ? drawn(praise, random) : value === scaleMin ? 'Nothing written speaks of this.' : ''
  return { value, cannotJudge: false, reason }
}

function drawn(all: string[], random: () => number): string {
  return all[Math.floor(random() * all.length)] ?? ''
}

const praise = ['Two people tell of it independently.', 'The result is there, and others noticed.', 'I have not read a clearer example.']
const citations = [
  'Saw the person first, every time.', 'Noticed what others had walked past.', 'Made an ordinary Tuesday worth getting up for.', 'Steady when it mattered.',
]
