import type { Edition } from '#app/domain/edition.ts'
import { valueOf } from '#app/domain/result.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { noteAttendance } from '#app/features/meeting/attendance.commands.server.ts'
import { inTheRoom, mustStepOut } from '#app/features/meeting/attendance.ts'
import { listAttendants, listRoom } from '#app/features/meeting/attendance.queries.server.ts'
import { addNote, closeItem, openItem, propose, stepOut } from '#app/features/meeting/items.commands.server.ts'
import { saveDecision } from '#app/features/moderation/decisions.commands.server.ts'
import { addToEmbargo } from '#app/features/moderation/embargo.commands.server.ts'
import { findModerated, listModerated, type Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import { confirmSeal, proposeSeal } from '#app/features/moderation/sealing.commands.server.ts'
import { readStandings, type StandingRow } from '#app/features/moderation/standings.queries.server.ts'
import { closeScoring, decideNoAward, settleDecision } from '#app/features/moderation/steps.commands.server.ts'
import { fingerprintOfSeal, readToSeal } from '#app/features/moderation/to-seal.queries.server.ts'
import { findAccount } from '#app/features/people/queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Role } from '#db/vocabulary.ts'

/** Two people who see results before they are revealed. */
export interface Confidants {
  first: Ctx
  second: Ctx
}

/** The owner puts themselves, an organiser and the witness on the embargo list. */
export async function nameConfidants(ctx: Ctx, edition: Edition): Promise<Confidants> {
  const first = await asRole(ctx, 'owner')
  const second = await asRole(ctx, 'organiser')
  for (const { actor } of [first, second, await asRole(ctx, 'witness')]) if (actor.kind === 'account') valueOf(await addToEmbargo(first, edition, actor.accountId))
  return { first, second }
}

async function asRole(ctx: Ctx, role: Role): Promise<Ctx> {
  const { account_id } = await ctx.db.selectFrom('role_grant').select('account_id').where('role', '=', role).where('revoked_at', 'is', null).orderBy('granted_at').orderBy('id').executeTakeFirstOrThrow()
  const account = await findAccount(ctx, account_id)
  if (!account) throw new Error(`the demo has no ${role}`)
  return { ...ctx, actor: account }
}

/** Closes the scoring of every category that is being judged. */
export async function closeAllScoring({ second: ctx }: Confidants, edition: Edition): Promise<void> {
  for (const { slug, state } of await listModerated(ctx, edition)) if (state === 'judging') valueOf(await closeScoring(ctx, await getEditionById(ctx, edition.id), slug))
}

/** The panels meet and decide by the order of the scores. `some`: two categories are settled, one is before the meeting, the others wait. */
export async function decide({ second: ctx }: Confidants, edition: Edition, decided: 'some' | 'all'): Promise<void> {
  const waiting = (await listModerated(ctx, edition)).filter(({ state }) => state === 'moderating')
  valueOf(await noteAttendance(ctx, edition, (await listAttendants(ctx, edition)).map(({ accountId }) => accountId)))
  for (const [index, category] of waiting.slice(0, decided === 'some' ? 3 : undefined).entries()) {
    const { rows } = await readStandings(ctx, edition, category)
    const ranked = rows.filter(({ place }) => place !== null)
    if (ranked.length === 0) {
      valueOf(await decideNoAward(ctx, await getEditionById(ctx, edition.id), category.slug, 'No entry had enough scores.'))
      continue
    }
    await discuss(ctx, edition, category, ranked)
    valueOf(await saveDecision(ctx, edition, category.slug, { version: 0, reason: reasonOf(ranked), awards: ranked.slice(0, 3).map(awardOf) }))
    if (decided === 'some' && index === 2) continue
    valueOf(await settleDecision(ctx, await getEditionById(ctx, edition.id), category.slug))
    valueOf(await closeItem(ctx, edition, category.slug))
  }
}

/** Whoever has a tie steps out, the item opens, and somebody proposes the first. */
async function discuss(ctx: Ctx, edition: Edition, category: Moderated, [first, second]: StandingRow[]): Promise<void> {
  const { slug } = category
  for (const { accountId } of mustStepOut(await listRoom(ctx, edition, category))) valueOf(await stepOut(ctx, edition, slug, accountId, ''))
  const panel = inTheRoom(await listRoom(ctx, edition, category)).filter(({ panels }) => panels.includes(category.name))
  const chair = panel.find(({ chairs }) => chairs.includes(category.id)) ?? panel[0]
  const proposer = panel.find((one) => one !== chair)
  if (!chair || !proposer || !first) throw new Error(`nobody decides ${slug}`)
  valueOf(await openItem(ctx, edition, slug, chair.accountId))
  if (second) valueOf(await addNote(ctx, edition, slug, `The panel talked about ${first.name} and ${second.name}.`))
  valueOf(await propose(ctx, edition, slug, { person: proposer.accountId, entry: first.entryId, proposal: 'winner', words: 'The clearest example of all.' }))
}

/** Where two are equal the panel votes. */
function reasonOf(ranked: StandingRow[]): string {
  return ranked.filter(({ place }) => place === 1).length > 1 ? 'Equal on every rung of the ladder: the panel voted, three to one.' : ''
}

const kinds = ['winner', 'highly-commended', 'reserve'] as const

function awardOf({ entryId, name }: StandingRow, index: number) {
  const kind = kinds[index] ?? 'reserve'
  return { entryId, kind, reason: '', citation: kind === 'reserve' ? '' : (citations[index] ?? '').replace('NAME', name) }
}

const citations = [
  'NAME notices what others walk past. When a quiet evening went wrong, nobody had to ask: a chair was moved closer, a kettle was filled, and a family was rung before they could worry. Colleagues say that shifts feel shorter beside somebody who is so steady, so funny and so kind.',
  'NAME found the words when there were none, and stayed when it would have been easy to go. What changed is small enough to miss and large enough to fill a life: a walk to the window every morning, and somebody there who knows your name and how you take your tea.',
]

/** Two people seal what is settled; with the last category the edition goes on to the ceremony. `most` leaves one to be sealed. */
export async function seal({ first, second }: Confidants, edition: Edition, sealed: 'most' | 'all'): Promise<void> {
  const settled = (await listModerated(first, edition)).filter(({ state }) => state === 'settled')
  for (const category of settled.slice(0, sealed === 'most' ? -1 : undefined)) await sealOne({ first, second }, edition, category)
}

/** The second of the two asks for one seal. */
export async function proposeOne({ second }: Confidants, edition: Edition, slug: string): Promise<void> {
  const category = await findModerated(second, edition, slug)
  if (!category) throw new Error(`no category ${slug}`)
  valueOf(await proposeSeal(second, edition, slug, { shown: fingerprintOfSeal(await readToSeal(second, edition, category)), reason: '' }))
}

async function sealOne({ first, second }: Confidants, edition: Edition, category: Moderated): Promise<void> {
  const shown = fingerprintOfSeal(await readToSeal(first, edition, category))
  await proposeOne({ first, second }, edition, category.slug)
  valueOf(await confirmSeal(first, await getEditionById(first, edition.id), category.slug, shown))
}
