import { acceptsNominations, type Edition } from '#app/domain/edition.ts'
import { nextStage } from '#app/domain/edition-stage.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { agrees } from '#app/domain/settings-rules.ts'
import { momentText } from '#app/domain/time.ts'
import { findLatestFacts } from '#app/features/audit/queries.server.ts'
import { record } from '#app/features/audit/record.server.ts'
import { changeEdition, type Change, type Seen } from '#app/features/editions/change.server.ts'
import { canOwn } from '#app/features/editions/policy.ts'
import { findCurrentEdition, holdEdition } from '#app/features/editions/queries.server.ts'
import { countNominations, listOpeningGaps } from '#app/features/editions/readiness.queries.server.ts'
import { editionRow, insertProgramme, type NewEdition } from '#app/features/editions/template.server.ts'
import { updateEdition } from '#app/features/editions/update.server.ts'
import { inTransactionOrNot, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import type { Instant } from '#db/schema.ts'

/**
 * Starts an edition from the template: settings, categories, criteria, questions, and `edition.created` in the audit
 * trail. Made current, it takes the place of the one that was (`edition.changed`), unless that one takes nominations or is set to.
 */
export async function createEditionFromTemplate(ctx: Ctx, wanted: NewEdition): Promise<Result<{ id: string; slug: string }>> {
  const allowed = canOwn(ctx.actor)
  if (!allowed.ok) return allowed
  if (wanted.rehearsal && wanted.current) return denied('rehearsal-not-current')
  const edition = editionRow(ctx, wanted)
  return inTransactionOrNot(ctx, async (trx) => {
    await holdAlone(trx.db, 'editions')
    const taken = await trx.db.selectFrom('edition').select('id').where('slug', '=', wanted.slug).executeTakeFirst()
    if (taken) return denied('slug-taken')
    const freed = wanted.current ? await freeCurrent(trx) : ok()
    if (!freed.ok) return freed
    await trx.db.insertInto('edition').values(edition).execute()
    await insertProgramme(trx, edition.id)
    await record(trx, {
      verb: 'edition.created', edition: { id: edition.id, now: trx.now }, objectId: edition.id,
      facts: { slug: edition.slug, rehearsal: edition.rehearsal === 1, current: edition.current === 1 },
    })
    return ok({ id: edition.id, slug: edition.slug })
  })
}

/** Makes this the edition that the public pages show. Writes `edition.changed`, also for the one that was. */
export async function makeCurrent(ctx: Ctx, seen: Seen): Promise<Result> {
  const allowed = canOwn(ctx.actor)
  if (!allowed.ok) return allowed
  return changeEdition(ctx, seen, async (edition, trx) => {
    await holdAlone(trx.db, 'editions')
    if (edition.rehearsal) return denied('rehearsal-not-current')
    const freed = await freeCurrent(trx)
    return freed.ok ? ok<Change>({ verb: 'edition.changed', set: { current: 1 }, facts: { changes: ['current'] } }) : freed
  })
}

/** No edition is current any more: `edition.changed` for the one that was. Refused while that takes nominations, or is set to. */
async function freeCurrent(trx: TrxCtx): Promise<Result> {
  const current = await findCurrentEdition(trx)
  if (!current) return ok()
  if (current.opensByClock || acceptsNominations(current, current.now)) return denied('current-is-open', { name: current.name })
  if (!(await updateEdition(trx, current, { current: 0 }))) return denied('changed-meanwhile')
  await record(trx, { verb: 'edition.changed', edition: current, objectId: current.id, facts: { changes: ['current'] } })
  return ok()
}

async function isReady(trx: TrxCtx, edition: Edition, at: Instant): Promise<Result> {
  const gaps = await listOpeningGaps(trx, edition, at)
  return gaps.length ? denied('gaps', { count: gaps.length, codes: gaps.map((gap) => gap.code).join(' ') }) : ok()
}

/** Opens nominations now, which becomes the opening time; what is missing, if anything, refuses it. */
export async function openNominations(ctx: Ctx, seen: Seen): Promise<Result> {
  return changeEdition(ctx, seen, async (edition, trx) => {
    const stage = nextStage(edition.stage, 'open-nominations')
    if (!stage.ok) return stage
    const ready = await isReady(trx, edition, edition.now)
    if (!ready.ok) return ready
    return ok<Change>({
      verb: 'edition.open-nominations', set: { stage: stage.value, opens_at: edition.now, opens_by_clock: 0 },
      facts: { byClock: false, planned: edition.opens_at },
    })
  })
}

/** Lets nominations open by themselves at the opening time; asks now what the clock will not ask then. */
export async function scheduleOpening(ctx: Ctx, seen: Seen): Promise<Result> {
  return changeEdition(ctx, seen, async (edition, trx) => {
    const stage = nextStage(edition.stage, 'open-nominations')
    if (!stage.ok) return stage
    if (edition.opensByClock) return denied('already-scheduled')
    if (edition.opens_at <= edition.now) return denied('opening-in-past', { opens: momentText(edition.opens_at, edition.time_zone) })
    const ready = await isReady(trx, edition, edition.opens_at)
    if (!ready.ok) return ready
    return ok<Change>({ verb: 'edition.opening-scheduled', set: { opens_by_clock: 1 }, facts: { opens_at: edition.opens_at } })
  })
}

/** Takes the opening off the clock again. */
export async function unscheduleOpening(ctx: Ctx, seen: Seen): Promise<Result> {
  return changeEdition(ctx, seen, (edition) =>
    edition.opensByClock ? ok<Change>({ verb: 'edition.opening-unscheduled', set: { opens_by_clock: 0 } }) : denied('not-scheduled'))
}

/** Back to preparing, while nobody has sent anything. The opening is again planned for when it was before it was opened by hand. */
export async function returnToPreparing(ctx: Ctx, seen: Seen): Promise<Result> {
  return changeEdition(ctx, seen, async (edition, trx) => {
    const stage = nextStage(edition.stage, 'return-to-preparing')
    if (!stage.ok) return stage
    await holdEdition(trx, edition.id, 'alone')
    const received = await countNominations(trx, edition.id)
    if (received > 0) return denied('nominations-received', { count: received })
    const opened = await findLatestFacts(trx, edition.id, 'edition.open-nominations')
    const opens_at = typeof opened?.planned === 'string' ? opened.planned : edition.opens_at
    return ok<Change>({ verb: 'edition.return-to-preparing', set: { stage: stage.value, opens_at, opens_by_clock: 0 } })
  })
}

/** Closes nominations now: this moment becomes the close, and what arrives within the grace still counts. */
export async function closeNominations(ctx: Ctx, seen: Seen): Promise<Result> {
  return changeEdition(ctx, seen, (edition) => {
    const stage = nextStage(edition.stage, 'close-nominations')
    if (!stage.ok) return stage
    const { now, closes_at } = edition
    return ok<Change>({
      verb: 'edition.close-nominations', set: { stage: stage.value, closes_at: now < closes_at ? now : closes_at }, facts: { byClock: false, planned: closes_at },
    })
  })
}

/** Takes nominations again until `closesAt`, for a reason that the audit trail keeps. */
export async function reopenNominations(ctx: Ctx, seen: Seen, closesAt: Instant, reason: string): Promise<Result> {
  return changeEdition(ctx, seen, (edition) => {
    const stage = nextStage(edition.stage, 'reopen-nominations')
    if (!stage.ok) return stage
    if (!reason) return denied('reason-needed')
    const dates = agrees({ ...edition, closes_at: closesAt }, ['closes_at'])
    if (!dates.ok) return dates
    return ok<Change>({ verb: 'edition.reopen-nominations', set: { stage: stage.value, closes_at: closesAt }, facts: { closes_at: closesAt, reason } })
  })
}
