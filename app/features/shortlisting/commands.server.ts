import { canOrganise } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { gapsOfShortlist, isOverQuota } from '#app/domain/shortlist.ts'
import { record } from '#app/features/audit/record.server.ts'
import { changeEdition, type Change, type Seen } from '#app/features/editions/change.server.ts'
import { takesPart } from '#app/features/screening/waiting.server.ts'
import { findShortlist, type CategoryShortlist } from '#app/features/shortlisting/queries.server.ts'
import { inTransactionOrNot, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import type { CategoryState, ShortlistPlace } from '#db/vocabulary.ts'

export interface Choice {
  entryId: string
  /** where it was when somebody decided */
  was: ShortlistPlace
  place: ShortlistPlace
  reason: string
}

/**
 * Puts entries of a category in or out, with reasons: all of them or, when one is not as it was seen, none. Writes an audit
 * row for each that moved.
 */
export async function choose(ctx: Ctx, edition: Edition, categorySlug: string, choices: Choice[]): Promise<Result> {
  if (!canOrganise(ctx.actor, edition.id)) return denied('not-yours')
  return inTransactionOrNot(ctx, async (trx) => {
    const category = await holdCategory(trx, edition, categorySlug)
    if (!category) return denied('not-found')
    if (category.state !== 'open') return denied('shortlist-finished')
    for (const choice of choices) {
      if (!(await putChoice(trx, category.id, choice))) return denied('changed-meanwhile')
      if (choice.place !== choice.was) await record(trx, { verb: 'entry.shortlisted', edition, objectId: choice.entryId, facts: { place: choice.place, reason: choice.reason } })
    }
    return ok()
  })
}

/** The category's shortlist, which nobody else changes until the transaction ends. */
async function holdCategory(trx: TrxCtx, edition: Edition, slug: string): Promise<CategoryShortlist | undefined> {
  await holdAlone(trx.db, `shortlist:${edition.id}:${slug}`)
  return findShortlist(trx, edition, slug)
}

async function putChoice({ db }: TrxCtx, categoryId: string, { entryId, was, place, reason }: Choice): Promise<boolean> {
  const put = await db
    .updateTable('entry').set({ shortlist: place, shortlist_reason: place === 'undecided' ? '' : reason })
    .where('id', '=', entryId).where('category_id', '=', categoryId).where('shortlist', '=', was).where('screening', '=', 'eligible')
    .where(takesPart)
    .executeTakeFirst()
  return put.numUpdatedRows === 1n
}

/** Finishes a category's shortlist: those who are in are its finalists. More than the quota takes a reason. */
export async function finishShortlist(ctx: Ctx, seen: Seen, categorySlug: string, reason = ''): Promise<Result> {
  return changeCategory(ctx, seen, categorySlug, 'open', 'shortlisted', (category) => {
    const gaps = gapsOfShortlist(category)
    if (gaps.length) return denied('shortlist-gaps', { gaps: gaps.join(' ') })
    if (isOverQuota(category) && !reason) return denied('over-quota', { chosen: category.chosen, quota: category.quota })
    return ok({ chosen: category.chosen, ...(reason && { reason }) })
  })
}

/** Says that nobody of a category goes on, and why. */
export async function giveNoAward(ctx: Ctx, seen: Seen, categorySlug: string, reason: string): Promise<Result> {
  return changeCategory(ctx, seen, categorySlug, 'open', 'no-award', (category) => {
    if (category.chosen) return denied('somebody-chosen', { count: category.chosen })
    return reason ? ok({ reason }) : denied('reason-needed')
  })
}

/** Opens a category's shortlist again; once the finalists have been told, for a reason. */
export async function reopenShortlist(ctx: Ctx, seen: Seen, categorySlug: string, reason = ''): Promise<Result> {
  return changeCategory(ctx, seen, categorySlug, ['shortlisted', 'no-award'], 'open', (_, edition) =>
    edition.finalists_announced_at && !reason ? denied('reason-needed') : ok({ ...(reason && { reason }) }))
}

type Facts = Record<string, string | number>

/** A step of one category's state while its edition is in screening, with an audit row. */
async function changeCategory(
  ctx: Ctx, seen: Seen, slug: string, from: CategoryState | CategoryState[], to: CategoryState,
  decide: (category: CategoryShortlist, edition: Edition) => Result<Facts>,
): Promise<Result> {
  return changeEdition(ctx, seen, async (edition, trx) => {
    if (edition.stage !== 'screening') return denied('wrong-stage', { stage: edition.stage })
    const category = await holdCategory(trx, edition, slug)
    if (!category) return denied('not-found')
    if (![from].flat().includes(category.state)) return denied('changed-meanwhile')
    const facts = decide(category, edition)
    if (!facts.ok) return facts
    return ok<Change>({
      verb: 'category.stepped', objectId: category.id, facts: { to, ...facts.value },
      also: (then) => then.db.updateTable('category').set({ state: to }).where('id', '=', category.id).execute(),
    })
  })
}
