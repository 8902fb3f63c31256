import type { AuditVerb } from '#app/domain/audit-events.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { inTheRoom, mustStepOut, type RoomMember } from '#app/features/meeting/attendance.ts'
import { listRoom } from '#app/features/meeting/attendance.queries.server.ts'
import { findOpenItem, type OpenItem } from '#app/features/meeting/items.queries.server.ts'
import type { Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import { writeMinute } from '#app/features/moderation/minutes.server.ts'
import type { MinuteFacts, Proposal } from '#app/features/moderation/minutes.ts'
import { phaseOf } from '#app/features/moderation/policy.ts'
import { readStandings } from '#app/features/moderation/standings.queries.server.ts'
import { holdToAct } from '#app/features/moderation/steps.commands.server.ts'
import { inTransactionOrNot, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { MinuteKind } from '#db/vocabulary.ts'

/**
 * Opens a category's item with somebody in the chair. Whoever has a tie to it, and is there or sees results, has stepped out
 * before. Side effects: item, minutes, audit.
 */
export function openItem(ctx: Ctx, edition: Edition, slug: string, chair: string): Promise<Result> {
  return inItem(ctx, edition, slug, 'item.opened', async (trx, { category, open, room }) => {
    if (open) return denied('item-open')
    if (phaseOf(category) !== 'deciding') return denied('decision-closed')
    const left = mustStepOut(room)
    if (left.length) return denied('must-step-out', { names: left.map(({ name }) => name).join(', ') })
    const present = inTheRoom(room).map(({ accountId }) => accountId)
    if (!present.includes(chair)) return denied('not-in-the-room')
    await trx.db.insertInto('meeting_item').values({ id: newId(), category_id: category.id, chair_id: chair, opened_at: edition.now, closed_at: null }).execute()
    return minute('opened', { chair, present })
  })
}

/** Closes an item; whoever stepped out is back. Side effects: item, step-outs, minutes, audit. */
export function closeItem(ctx: Ctx, edition: Edition, slug: string): Promise<Result> {
  return inItem(ctx, edition, slug, 'item.closed', async ({ db }, { category, open }) => {
    if (!open) return denied('item-not-open')
    await db.updateTable('meeting_item').set({ closed_at: edition.now }).where('id', '=', open.id).execute()
    await db.updateTable('step_out').set({ back_at: edition.now }).where('category_id', '=', category.id).where('back_at', 'is', null).execute()
    return minute('closed')
  })
}

/** Notes that somebody has left the room for an item: from then on it is closed to them. Side effects: step-out, minutes, audit. */
export function stepOut(ctx: Ctx, edition: Edition, slug: string, person: string, reason: string): Promise<Result> {
  return inItem(ctx, edition, slug, 'item.stepped-out', async ({ db }, { category, open, room }) => {
    const member = room.find(({ accountId }) => accountId === person)
    if (!member || member.out) return denied('changed-meanwhile')
    if (open?.chairId === person) return denied('in-the-chair')
    if (member.ties.length === 0 && !reason) return denied('reason-needed')
    await db.insertInto('step_out').values({ id: newId(), category_id: category.id, account_id: person, reason, out_at: edition.now, back_at: null }).execute()
    return minute('stepped-out', { person }, reason)
  })
}

/** Notes that somebody is back before the item is closed; who has a tie to it is not. Side effects: step-out, minutes, audit. */
export function comeBack(ctx: Ctx, edition: Edition, slug: string, person: string): Promise<Result> {
  return inItem(ctx, edition, slug, 'item.came-back', async ({ db }, { category, open, room }) => {
    const member = room.find(({ accountId }) => accountId === person)
    if (open && member?.ties.length) return denied('must-step-out', { names: member.name })
    const back = await db
      .updateTable('step_out').set({ back_at: edition.now }).where('category_id', '=', category.id).where('account_id', '=', person).where('back_at', 'is', null).executeTakeFirst()
    return back.numUpdatedRows === 1n ? minute('came-back', { person }) : denied('changed-meanwhile')
  })
}

export interface Proposed {
  person: string
  /** none: for giving no award */
  entry: string
  proposal: Proposal
  words: string
}

/** Notes what somebody in the room proposes. Side effects: minutes, audit. */
export function propose(ctx: Ctx, edition: Edition, slug: string, { person, entry, proposal, words }: Proposed): Promise<Result> {
  return inItem(ctx, edition, slug, 'item.minuted', async (trx, { category, open, room }) => {
    if (!open) return denied('item-not-open')
    if (!inTheRoom(room).some(({ accountId }) => accountId === person)) return denied('not-in-the-room')
    if (proposal === 'none') return minute('proposed', { person, proposal }, words)
    const { rows } = await readStandings(trx, edition, category)
    return rows.some(({ entryId }) => entryId === entry) ? minute('proposed', { person, entry, proposal }, words) : denied('changed-meanwhile')
  })
}

/** Notes the chair's casting decision, where entries stay equal to the end of the ladder. Side effects: minutes, audit. */
export function castVote(ctx: Ctx, edition: Edition, slug: string, entry: string, reason: string): Promise<Result> {
  return inItem(ctx, edition, slug, 'item.minuted', async (trx, { category, open }) => {
    if (!open) return denied('item-not-open')
    if (!reason) return denied('reason-needed')
    const { rows } = await readStandings(trx, edition, category)
    return rows.some((row) => row.entryId === entry && row.tie === 'equal') ? minute('cast', { person: open.chairId, entry }, reason) : denied('nothing-equal')
  })
}

/** Adds words to the minutes of an open item. Side effects: minutes, audit. */
export function addNote(ctx: Ctx, edition: Edition, slug: string, words: string): Promise<Result> {
  return inItem(ctx, edition, slug, 'item.minuted', (_, { open }) => Promise.resolve(open ? minute('note', {}, words) : denied('item-not-open')))
}

interface Line {
  kind: MinuteKind
  facts: MinuteFacts
  words: string
}

function minute(kind: MinuteKind, facts: MinuteFacts = {}, words = ''): Result<Line> {
  return ok({ kind, facts, words })
}

interface Held {
  category: Moderated
  open?: OpenItem
  room: RoomMember[]
}

/** Something that is done in the meeting about one category, by somebody under embargo who is in the room; with its line in the minutes. */
function inItem(ctx: Ctx, edition: Edition, slug: string, verb: AuditVerb, write: (trx: TrxCtx, held: Held) => Promise<Result<Line>>): Promise<Result> {
  return inTransactionOrNot(ctx, async (trx) => {
    const held = await holdToAct(trx, edition, slug)
    if (!held.ok) return held
    const category = held.value
    const written = await write(trx, { category, open: await findOpenItem(trx, category), room: await listRoom(trx, edition, category) })
    if (!written.ok) return written
    await writeMinute(trx, edition, category, written.value)
    const { person } = written.value.facts
    await record(trx, { verb, edition, objectId: category.id, facts: person ? { other: person } : {} })
    return ok()
  })
}
