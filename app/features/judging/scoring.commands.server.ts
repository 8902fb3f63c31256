import type { Updateable } from 'kysely'
import type { AuditVerb } from '#app/domain/audit-events.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import type { Criterion } from '#app/features/categories/queries.server.ts'
import { contentOf, criteriaOf, findCard, listCards, readContent, readContents, stampEvidence, type Card } from '#app/features/judging/desk.queries.server.ts'
import { putRecusal } from '#app/features/judging/recusals.commands.server.ts'
import { contentOn, gapsBeforeFinishing, isReady, markOf, sameContent, sameMark, type Content } from '#app/features/judging/scorecard.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import { hotQuery, insertRows, putRows } from '#db/hot.server.ts'
import type { Database, Flag, JudgeRow } from '#db/schema.ts'
import type { ScorecardState } from '#db/vocabulary.ts'

type Judge = Pick<JudgeRow, 'id'>

/** The version a scorecard has now, and when it was saved. */
export interface Saved {
  version: number
  at: string
}

/** A scorecard as it was filled in, and the version it was filled in on. */
export interface Filled {
  version: number
  content: Content
}

/**
 * Keeps a scorecard as its judge filled it in: its marks, and a copy of the whole as one more version. Whoever sends the
 * same again – the first answer got lost – is told it is saved, and nothing is written; whoever changed an older version
 * is refused, and nothing is lost. A finished scorecard is reopened first. The versions are the trail: no audit row.
 */
export function saveScorecard(ctx: Ctx, edition: Edition, judge: Judge, entryId: string, filled: Filled): Promise<Result<Saved>> {
  return saveSent(ctx, edition, judge, entryId, () => ok(filled))
}

/** The same for what is still to be read, by criteria that only a card in sight tells. */
export function saveSent(ctx: Ctx, edition: Edition, judge: Judge, entryId: string, read: (criteria: Criterion[]) => Result<Filled>): Promise<Result<Saved>> {
  return inTransaction(ctx, async (trx) => {
    await holdAlone(trx.db, `scorecard:${judge.id}:${entryId}`) // the same sent twice at once: the second finds what the first wrote
    const card = await findCard(trx, judge, entryId)
    if (!card) return denied('not-found')
    const criteria = await criteriaOf(trx, edition, card.entry.category_id)
    const filled = read(criteria)
    if (!filled.ok) return filled
    const [before, content] = [contentOn(criteria, await readContent(trx, card)), contentOn(criteria, filled.value.content)]
    if (sameContent(content, before)) return ok({ version: card.version, at: card.savedAt })
    if (card.state === 'finished') return denied('scorecard-finished')
    if (card.version !== filled.value.version) return denied('scorecard-changed')
    const saved = await writeVersion(trx, edition, card, before, content)
    return saved ? ok(saved) : denied('scorecard-changed')
  })
}

/** The first save is the beginning: what there is to judge then is what the card is made on, until it is finished. */
async function writeVersion(trx: TrxCtx, { now }: Edition, card: Card, before: Content, content: Content): Promise<Saved | undefined> {
  const version = card.version + 1
  const { dossier, criteria } = card.state === 'to-do' ? card.now : card.madeOn
  const [saved] = await saveCard(trx.db, version, content.note, content.citation, content.share ? 1 : 0, now, dossier, criteria, card.id, card.version, card.state)
  if (!saved) return undefined
  const changed = Object.entries(content.marks).filter(([criterionId, mark]) => !sameMark(mark, markOf(before, criterionId)))
  const marks = changed.map(([criterion_id, { value, cannotJudge, reason }]) => ({
    scorecard_id: card.id, criterion_id, value, cannot_judge: cannotJudge ? (1 as const) : (0 as const), reason,
  }))
  await putRows(trx.db, 'mark', marks, ['scorecard_id', 'criterion_id'])
  await insertRows(trx.db, 'scorecard_version', [{ scorecard_id: card.id, version, content: JSON.stringify(content), created_at: now }])
  return { version, at: now }
}

const saveCard = hotQuery((db, version: number, note: string, citation: string, share: Flag, now: string, dossier: number, criteria: number, id: string, seen: number, state: ScorecardState) =>
  db
    .updateTable('scorecard')
    .set({ state: 'in-progress', version, note, citation, share, updated_at: now, dossier_version: dossier, criteria_version: criteria })
    .where('id', '=', id).where('version', '=', seen).where('state', '=', state)
    .returning('id'))

/** Whether the card was still as it was read. */
async function changeCard({ db }: TrxCtx, { id, version, state }: Card, set: Updateable<Database['scorecard']>): Promise<boolean> {
  const changed = await db.updateTable('scorecard').set(set).where('id', '=', id).where('version', '=', version).where('state', '=', state).executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

function madeOnColumns({ now }: Pick<Card, 'now'>) {
  return { dossier_version: now.dossier, criteria_version: now.criteria }
}

/**
 * Finishes a scorecard on the evidence its judge has before them; again, when that has changed since. `stamp`: what the
 * page showed. Refused with everything that is missing. Writes the evidence it was made on and an audit row.
 */
export function finishScorecard(ctx: Ctx, edition: Edition, judge: Judge, entryId: string, seen: { version: number; stamp: string }): Promise<Result> {
  return inTransaction(ctx, async (trx) => {
    const card = await findCard(trx, judge, entryId)
    if (!card) return denied('not-found')
    if (card.version !== seen.version) return denied('scorecard-changed')
    const gaps = gapsBeforeFinishing(await criteriaOf(trx, edition, card.entry.category_id), await readContent(trx, card))
    if (gaps.length) return denied('scorecard-gaps', { gaps: gaps.map(({ missing }) => missing).join(' ') })
    if ((await stampEvidence(trx, card)) !== seen.stamp) return denied('evidence-changed')
    if (card.progress === 'finished') return ok()
    return (await finish(trx, edition, card)) ? ok() : denied('scorecard-changed')
  })
}

async function finish(trx: TrxCtx, edition: Edition, card: Card): Promise<boolean> {
  const finished = await changeCard(trx, card, { state: 'finished', finished_at: edition.now, ...madeOnColumns(card) })
  if (finished) await recordOf(trx, edition, card, 'scorecard.finished')
  return finished
}

/** About the entry, as that is what organisers look for; never what was scored. */
function recordOf(trx: TrxCtx, edition: Edition, card: Card, verb: AuditVerb): Promise<void> {
  return record(trx, { verb, edition, objectId: card.entry.id, facts: { scorecard: card.id, version: card.version } })
}

/**
 * Finishes those of a judge's scorecards that are named, complete and made on the evidence as it is; answers how many
 * that were. An audit row for each.
 */
export function finishAll(ctx: Ctx, edition: Edition, judge: Judge, entryIds: string[]): Promise<Result<{ count: number }>> {
  return inTransaction(ctx, async (trx) => {
    const named = (await listCards(trx, judge)).filter(({ entry }) => entryIds.includes(entry.id))
    const contents = await readContents(trx, named)
    let count = 0
    for (const card of named) {
      const ready = isReady(card, await criteriaOf(trx, edition, card.entry.category_id), contentOf(contents, card))
      if (ready && (await finish(trx, edition, card))) count += 1
    }
    return ok({ count })
  })
}

/** Opens a finished scorecard for changes, as long as its category is judged: it does not count until it is finished again. */
export function reopenScorecard(ctx: Ctx, edition: Edition, judge: Judge, entryId: string): Promise<Result> {
  return inTransaction(ctx, async (trx) => {
    const card = await findCard(trx, judge, entryId)
    if (!card) return denied('not-found')
    if (card.state !== 'finished') return ok()
    if (!(await changeCard(trx, card, { state: 'in-progress', finished_at: null }))) return denied('scorecard-changed')
    await recordOf(trx, edition, card, 'scorecard.reopened')
    return ok()
  })
}

/**
 * Takes an entry out of a judge's sight at their own word. What was scored is kept and does not count. Writes the recusal,
 * the scorecard's state and an audit row.
 */
export function stepAside(ctx: Ctx, edition: Edition, judge: Judge, entryId: string, reason: string): Promise<Result> {
  return inTransaction(ctx, async (trx) => {
    const card = await findCard(trx, judge, entryId)
    if (!card) return denied('not-found')
    await putRecusal(trx, edition, { judge_id: judge.id, entry_id: entryId, source: 'declared', reason })
    await recordOf(trx, edition, card, 'scorecard.stepped-aside')
    return ok()
  })
}
