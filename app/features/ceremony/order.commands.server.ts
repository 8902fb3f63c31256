import type { AuditVerb } from '#app/domain/audit-events.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { holdStage } from '#app/features/ceremony/commands.server.ts'
import { listCues, readStage, type Cue } from '#app/features/ceremony/queries.server.ts'
import { openingOf, type CueWords } from '#app/features/ceremony/words.ts'
import { getProgramme, type Category } from '#app/features/categories/queries.server.ts'
import { changeEdition, type Change, type Seen } from '#app/features/editions/change.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { CueKind } from '#db/vocabulary.ts'

/**
 * Puts every category that will have an award, and is not in the running order yet, at its end, in the order of the
 * programme; an empty one begins with a welcome and ends with thanks. Side effects: cues, edition, audit.
 */
export async function makeRunningOrder(ctx: Ctx, seen: Seen): Promise<Result> {
  return changeOrder(ctx, seen, async (edition, trx, order) => {
    const { categories } = await getProgramme(trx, edition)
    const missing = categories.filter(({ id, state }) => state !== 'no-award' && !order.some(({ categoryId }) => categoryId === id))
    if (missing.length === 0) return ok(undefined)
    const cues = missing.map((category) => ({ kind: 'category' as const, categoryId: category.id, ...openingOf(category) }))
    return ok<Change>({
      verb: 'order.made', facts: { categories: missing.length },
      also: (then) => insertCues(then, edition, order, order.length ? cues : [welcome(edition), ...cues, thanks]),
    })
  })
}

const welcome = ({ name }: Edition): NewCue => ({ kind: 'words', title: `Welcome to ${name}`, script: 'Good evening, and welcome. Tonight we say thank you.' })
const thanks: NewCue = { kind: 'words', title: 'Thank you, and good night', script: 'Thank you to everybody who was nominated, to everybody who wrote, and to the judges.' }

/** Adds words or a break at the end. Side effects: a cue, edition, audit. */
export async function addCue(ctx: Ctx, seen: Seen, cue: CueWords & { kind: Exclude<CueKind, 'category'> }): Promise<Result> {
  return changeOrder(ctx, seen, (edition, _, order) =>
    ok<Change>({ verb: 'cue.added', also: (then) => insertCues(then, edition, order, [cue]) }))
}

/** Writes what the presenter says; the title of a category is the category's. Side effects: the cue, edition, audit. */
export async function changeCue(ctx: Ctx, seen: Seen, cueId: string, { title, script }: CueWords): Promise<Result> {
  return changeOne(ctx, seen, cueId, 'cue.changed', (cue) =>
    ok((trx) => trx.db.updateTable('cue').set({ script, title: cue.kind === 'category' ? cue.title : title }).where('id', '=', cueId).execute()))
}

/** Changes places with the cue before or after it; at an end it stays. Side effects: two cues, edition, audit. */
export async function moveCue(ctx: Ctx, seen: Seen, cueId: string, towards: 'up' | 'down'): Promise<Result> {
  return changeOne(ctx, seen, cueId, 'cue.moved', (cue, order) => {
    const here = order.indexOf(cue)
    const other = order[towards === 'up' ? here - 1 : here + 1]
    const places = order.with(here, other ?? cue)
    if (other) places[order.indexOf(other)] = cue
    return ok((trx) => putInPlaces(trx, places))
  })
}

/** Takes a cue out of the order: not the one on stage, nor one whose winner was shown. Side effects: the cue, edition, audit. */
export async function removeCue(ctx: Ctx, seen: Seen, cueId: string): Promise<Result> {
  return changeOne(ctx, seen, cueId, 'cue.removed', (cue, _, onStage) => {
    if (cue.id === onStage || cue.revealed) return denied('cue-on-stage')
    return ok((trx) => trx.db.deleteFrom('cue').where('id', '=', cueId).execute())
  })
}

type Write = (trx: TrxCtx) => Promise<unknown>

/** One cue's change; `decide` is told the order and which cue is on stage. */
function changeOne(ctx: Ctx, seen: Seen, cueId: string, verb: AuditVerb, decide: (cue: Cue, order: Cue[], onStage: string | null) => Result<Write>): Promise<Result> {
  return changeOrder(ctx, seen, async (edition, trx, order) => {
    const cue = order.find(({ id }) => id === cueId)
    if (!cue) return denied('not-found')
    const decided = decide(cue, order, (await readStage(trx, edition.id)).cueId)
    return decided.ok ? ok<Change>({ verb, objectId: cue.id, also: decided.value }) : decided
  })
}

/** A change to the running order, which is part of its edition; nobody presses meanwhile. */
function changeOrder(
  ctx: Ctx, seen: Seen, decide: (edition: Edition, trx: TrxCtx, order: Cue[]) => Result<Change | undefined> | Promise<Result<Change | undefined>>,
): Promise<Result> {
  return changeEdition(ctx, seen, async (edition, trx) => {
    if (edition.stage === 'archived') return denied('wrong-stage', { stage: edition.stage })
    await holdStage(trx, edition)
    return decide(edition, trx, await listCues(trx, edition))
  })
}

interface NewCue extends CueWords {
  kind: CueKind
  categoryId?: Category['id']
}

async function insertCues(trx: TrxCtx, { id: edition_id }: Edition, order: Cue[], added: NewCue[]): Promise<void> {
  const rows = added.map(({ categoryId = null, ...cue }, index) => ({ id: newId(), edition_id, position: order.length + index + 1, category_id: categoryId, ...cue }))
  await putInPlaces(trx, order)
  await trx.db.insertInto('cue').values(rows).execute()
}

async function putInPlaces({ db }: TrxCtx, order: Pick<Cue, 'id'>[]): Promise<void> {
  for (const [index, { id }] of order.entries()) await db.updateTable('cue').set({ position: index + 1 }).where('id', '=', id).execute()
}
