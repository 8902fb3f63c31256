import type { AuditVerb } from '#app/domain/audit-events.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { writeMinute } from '#app/features/moderation/minutes.server.ts'
import type { Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import { mayDecide, phaseOf } from '#app/features/moderation/policy.ts'
import { putDecision, type NewDecision } from '#app/features/moderation/put.server.ts'
import { readStandings } from '#app/features/moderation/standings.queries.server.ts'
import { holdToAct } from '#app/features/moderation/steps.commands.server.ts'
import { isTied } from '#app/features/moderation/ties.server.ts'
import { inTransactionOrNot, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'

/**
 * Writes down what the panel decides, as far as it goes: it is settled later. `version`: of the decision that was seen, 0
 * for none. Side effects: decision, awards, minutes, audit.
 */
export function saveDecision(ctx: Ctx, edition: Edition, slug: string, { version, ...decision }: NewDecision & { version: number }): Promise<Result> {
  return change(ctx, edition, slug, 'decision.saved', async (trx, category) => {
    if (!mayDecide(category)) return denied('decision-closed')
    if (await isTied(trx, category)) return denied('tied')
    if ((category.decision?.version ?? 0) !== version) return denied('changed-meanwhile')
    const { rows } = await readStandings(trx, edition, category)
    if (decision.awards.some(({ entryId }) => !rows.some((row) => row.entryId === entryId))) return denied('changed-meanwhile')
    await putDecision(trx, edition, category, decision)
    await writeMinute(trx, edition, category, { kind: 'decided', facts: { awards: decision.awards.map(({ entryId, kind }) => ({ entry: entryId, kind })) }, words: decision.reason })
    return ok()
  })
}

/** Begins to amend a seal, with a copy of what it holds. Nothing changes until two people seal that. Side effects: decision, awards, audit. */
export function beginAmendment(ctx: Ctx, edition: Edition, slug: string): Promise<Result> {
  return change(ctx, edition, slug, 'seal.amendment-begun', async (trx, category) => {
    if (phaseOf(category) !== 'sealed' || !category.decision) return denied('changed-meanwhile')
    const { reason, awards } = category.decision
    await putDecision(trx, edition, category, { reason, awards: awards.map(({ entryId, kind, reason: why, citation }) => ({ entryId, kind, reason: why, citation })) })
    return ok()
  })
}

/** Forgets an amendment that was not sealed. Side effects: decision, awards, audit. */
export function dropAmendment(ctx: Ctx, edition: Edition, slug: string): Promise<Result> {
  return change(ctx, edition, slug, 'seal.amendment-dropped', async ({ db }, { id, ...category }) => {
    if (phaseOf(category) !== 'amending' || category.proposal) return denied('changed-meanwhile')
    await db.deleteFrom('award').where('category_id', '=', id).where('number', '>', category.seals).execute()
    await db.deleteFrom('decision').where('category_id', '=', id).where('number', '>', category.seals).execute()
    return ok()
  })
}

/** A change to a decision by somebody under embargo, alone. */
function change(ctx: Ctx, edition: Edition, slug: string, verb: AuditVerb, write: (trx: TrxCtx, category: Moderated) => Promise<Result>): Promise<Result> {
  return inTransactionOrNot(ctx, async (trx) => {
    const held = await holdToAct(trx, edition, slug)
    if (!held.ok) return held
    const written = await write(trx, held.value)
    if (written.ok) await record(trx, { verb, edition, objectId: held.value.id })
    return written
  })
}
