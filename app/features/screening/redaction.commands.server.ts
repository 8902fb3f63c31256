import type { Edition } from '#app/domain/edition.ts'
import { findWords, notYetCovered, type Span } from '#app/domain/redaction.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { canScreen } from '#app/features/screening/policy.ts'
import { findPassage, type Passage } from '#app/features/screening/redaction.queries.server.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'

/** A passage of an entry, in the version that somebody saw. */
export interface SeenPassage {
  entryId: string
  nominationId: string
  questionId: string
  version: number
}

/** Where the words of each line stand in a passage; words that do not stand there are named. */
export function spansOf(text: string, lines: string): Result<Span[]> {
  const spans: Span[] = []
  for (const words of lines.split('\n').map((one) => one.trim()).filter(Boolean)) {
    const found = findWords(text, words)
    if (found.length === 0) return denied('words-not-found', { words })
    spans.push(...found)
  }
  return ok(spans)
}

/**
 * Covers words wherever they stand in a passage: judges never get them, and the original is kept. Covering what is
 * covered does nothing. Side effects: the dossier versions of the entries that show the passage, audit.
 */
export function coverWords(ctx: Ctx, edition: Edition, seen: SeenPassage, lines: string): Promise<Result> {
  return changeCovers(ctx, edition, seen, async (trx, passage) => {
    const spans = spansOf(passage.text, lines)
    if (!spans.ok) return spans
    const fresh = notYetCovered(spans.value, passage.covers)
    if (fresh.length === 0) return ok()
    const { nominationId: nomination_id, version, questionId: question_id } = passage
    await trx.db
      .insertInto('redaction')
      .values(fresh.map(({ from, to }) => ({ id: newId(), nomination_id, version, question_id, from_char: from, to_char: to, created_at: edition.now, lifted_at: null })))
      .execute()
    await raiseDossiers(trx, passage)
    await record(trx, { verb: 'passage.covered', edition, objectId: nomination_id, facts: { version, question: question_id, places: fresh.length } })
    return ok()
  })
}

/** Takes a cover away: judges get the words again. Side effects: dossier versions, audit. */
export function liftCover(ctx: Ctx, edition: Edition, seen: SeenPassage, coverId: string): Promise<Result> {
  return changeCovers(ctx, edition, seen, async (trx, passage) => {
    if (!passage.covers.some(({ id }) => id === coverId)) return denied('changed-meanwhile')
    await trx.db.updateTable('redaction').set({ lifted_at: edition.now }).where('id', '=', coverId).execute()
    await raiseDossiers(trx, passage)
    const { nominationId, version, questionId: question } = passage
    await record(trx, { verb: 'passage.uncovered', edition, objectId: nominationId, facts: { version, question } })
    return ok()
  })
}

/** The passage as it was seen, held so that nobody else covers it meanwhile. */
async function changeCovers(
  ctx: Ctx, edition: Edition, seen: SeenPassage, change: (trx: TrxCtx, passage: Passage) => Promise<Result>,
): Promise<Result> {
  const may = canScreen(ctx.actor, edition)
  if (!may.ok) return may
  return inTransaction(ctx, async (trx) => {
    await holdAlone(trx.db, `passage:${seen.nominationId}`)
    const passage = await findPassage(trx, edition, seen.entryId, seen.nominationId, seen.questionId)
    if (!passage) return denied('not-found')
    return passage.version === seen.version ? change(trx, passage) : denied('changed-meanwhile')
  })
}

/** Every entry whose judges get the passage has another dossier now. */
async function raiseDossiers({ db }: TrxCtx, { nominationId, questionId }: Pick<Passage, 'nominationId' | 'questionId'>): Promise<void> {
  await db
    .updateTable('entry').set((e) => ({ dossier_version: e('dossier_version', '+', 1) }))
    .where('nominee_id', '=', (e) => e.selectFrom('nomination').select('nominee_id').where('id', '=', nominationId))
    .where('category_id', 'in', (e) =>
      e.selectFrom('nomination_category as nc').innerJoin('question as q', (join) => join.on('q.id', '=', questionId))
        .select('nc.category_id').where('nc.nomination_id', '=', nominationId)
        .where((or) => or.or([or('q.category_id', 'is', null), or('q.category_id', '=', or.ref('nc.category_id')), or('q.category_id', '=', or.ref('nc.moved_from'))])))
    .execute()
}
