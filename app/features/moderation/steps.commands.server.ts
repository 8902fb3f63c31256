import type { AuditFacts, AuditVerb } from '#app/domain/audit-events.ts'
import { gapsOfSpread } from '#app/domain/award-spread.ts'
import type { Edition } from '#app/domain/edition.ts'
import { nextStage } from '#app/domain/edition-stage.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { changeEdition, type Change, type Seen } from '#app/features/editions/change.server.ts'
import { judgeDecision } from '#app/features/moderation/decision-gaps.ts'
import { freezeDecision } from '#app/features/moderation/decision-record.server.ts'
import { isUnderEmbargo } from '#app/features/moderation/embargo.server.ts'
import { writeMinute } from '#app/features/moderation/minutes.server.ts'
import { findModerated, listModerated, type Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import { phaseOf, type Phase } from '#app/features/moderation/policy.ts'
import { endProposal, putDecision } from '#app/features/moderation/put.server.ts'
import { listDecidedAwards } from '#app/features/moderation/spread.queries.server.ts'
import { readStandings } from '#app/features/moderation/standings.queries.server.ts'
import { isOut } from '#app/features/moderation/step-out.server.ts'
import { isTied } from '#app/features/moderation/ties.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import type { CategoryState, EditionStage, MinuteKind } from '#db/vocabulary.ts'

/** Closes the scoring of a category: its judges can no longer change anything. Side effects: category, edition, audit. */
export function closeScoring(ctx: Ctx, seen: Seen, slug: string): Promise<Result> {
  return stepCategory(ctx, seen, slug, { from: 'judging', to: 'moderating', verb: 'scoring.closed' })
}

/** Gives a category back to its judges, for a reason. Side effects: category, edition, audit. */
export function openScoringAgain(ctx: Ctx, seen: Seen, slug: string, reason: string): Promise<Result> {
  return stepCategory(ctx, seen, slug, { from: 'deciding', to: 'judging', verb: 'scoring.opened-again', reason })
}

/** Settles the decision; nothing may be missing. Side effects: category, edition, record, minutes, audit. */
export function settleDecision(ctx: Ctx, seen: Seen, slug: string): Promise<Result> {
  return stepCategory(ctx, seen, slug, { from: 'deciding', to: 'settled', verb: 'decision.settled', minute: { kind: 'settled' }, records: true }, async (trx, edition, category) => {
    if (await isTied(trx, category)) return denied('tied')
    const { gaps } = judgeDecision(category.decision, await readStandings(trx, edition, category))
    if (edition.settings.oneAwardEach) gaps.push(...gapsOfSpread(await listDecidedAwards(trx, edition), category.id))
    return gaps.length ? denied('decision-gaps', { gaps: gaps.join(' ') }) : ok()
  })
}

/** Opens what was settled, or the decision that there is no award, for a reason. Side effects: category, edition, seal proposal, minutes, audit. */
export function reopenDecision(ctx: Ctx, seen: Seen, slug: string, reason: string): Promise<Result> {
  return stepCategory(ctx, seen, slug, { from: ['settled', 'no-award'], to: 'moderating', verb: 'decision.reopened', reason, minute: { kind: 'reopened', words: reason } }, async (trx, edition, category) => {
    if (!category.decision) return denied('not-judged') // its shortlist was empty
    await endProposal(trx, edition, category)
    return ok()
  })
}

/** Decides that there is no award in a category, for a reason. Side effects: decision, category, edition, record, minutes, audit. */
export function decideNoAward(ctx: Ctx, seen: Seen, slug: string, reason: string): Promise<Result> {
  return stepCategory(ctx, seen, slug, { from: 'deciding', to: 'no-award', verb: 'decision.no-award', minute: { kind: 'no-award', words: reason }, records: true }, async (trx, edition, category) => {
    if (await isTied(trx, category)) return denied('tied')
    if (!reason) return denied('reason-needed') // kept with the decision alone: every organiser reads the trail
    await putDecision(trx, edition, category, { reason, awards: [] })
    return ok()
  })
}

interface Step {
  from: Phase | Phase[]
  to: CategoryState
  verb: AuditVerb
  /** where one is needed; kept in the trail */
  reason?: string
  minute?: { kind: MinuteKind; words?: string }
  /** what was decided is kept as it stands */
  records?: boolean
}

/** A step of one category by somebody under embargo. The edition goes on to the ceremony with the last category that is done, and back with it. */
async function stepCategory(
  ctx: Ctx, seen: Seen, slug: string, { from, to, verb, reason, minute, records }: Step,
  decide: (trx: TrxCtx, edition: Edition, category: Moderated) => Promise<Result> = () => Promise.resolve(ok()),
): Promise<Result> {
  return changeEdition(ctx, seen, async (edition, trx) => {
    const held = await holdToAct(trx, edition, slug)
    if (!held.ok) return held
    const category = held.value
    if (![from].flat().includes(phaseOf(category))) return denied('changed-meanwhile')
    if (reason === '') return denied('reason-needed')
    const decided = await decide(trx, edition, category)
    if (!decided.ok) return decided
    const stage = await stageWith(trx, edition, category, to)
    if (!stage.ok) return stage
    const facts: AuditFacts = reason === undefined ? {} : { reason }
    return ok<Change>({
      verb, objectId: category.id, facts, set: { stage: stage.value },
      also: async (then) => {
        await then.db.updateTable('category').set({ state: to }).where('id', '=', category.id).execute()
        if (minute) await writeMinute(then, edition, category, minute)
        if (records) await freezeDecision(then, edition, category)
      },
    })
  })
}

/** The category and its decision, which nobody else changes until the transaction ends. */
export async function holdModerated(trx: TrxCtx, edition: Edition, slug: string): Promise<Moderated | undefined> {
  await holdAlone(trx.db, `decision:${edition.id}:${slug}`)
  return findModerated(trx, edition, slug)
}

/** The same for somebody who acts on it: under embargo, and not stepped out. */
export async function holdToAct(trx: TrxCtx, edition: Edition, slug: string): Promise<Result<Moderated>> {
  const category = await holdModerated(trx, edition, slug)
  if (!category || !(await isUnderEmbargo(trx, edition))) return denied('not-found')
  return (await isOut(trx, category)) ? denied('stepped-out') : ok(category)
}

const finished: readonly CategoryState[] = ['sealed', 'revealed', 'no-award']

/** The edition's stage once `category` is in state `to`: ceremony when every category is sealed or has no award. */
export async function stageWith(trx: TrxCtx, edition: Edition, category: Pick<Moderated, 'id'>, to: CategoryState): Promise<Result<EditionStage>> {
  const states = (await listModerated(trx, edition)).map((one) => (one.id === category.id ? to : one.state))
  const isDone = states.every((state) => finished.includes(state))
  if (edition.stage === 'judging') return isDone ? nextStage(edition.stage, 'open-ceremony') : ok(edition.stage)
  return isDone ? ok(edition.stage) : nextStage(edition.stage, 'return-to-judging')
}
