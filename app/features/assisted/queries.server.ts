import type { Edition } from '#app/domain/edition.ts'
import { answersSchema, type Answers } from '#app/features/nominations/journey.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { AssistedRow, NominationRow } from '#db/schema.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>
type InEdition = Pick<Edition, 'id'>

export interface Assisted extends AssistedRow {
  answers: Answers
  updatedAt: string
}

/** A draft of this edition that organisers write in; those that nominators have on their own devices are not found. */
export async function findAssisted({ db }: Reading, edition: InEdition, draftId: string): Promise<Assisted | undefined> {
  const row = await db
    .selectFrom('assisted').innerJoin('draft', 'draft.id', 'assisted.draft_id')
    .selectAll('assisted').select(['draft.answers', 'draft.updated_at as updatedAt'])
    .where('assisted.draft_id', '=', draftId).where('draft.edition_id', '=', edition.id)
    .executeTakeFirst()
  return row && { ...row, answers: answersSchema.parse(JSON.parse(row.answers)) }
}

/** How the nominator of what an organiser entered gets the receipt; undefined for what came another way. */
export async function findAssistedOf({ db }: Reading, { draft_id }: Pick<NominationRow, 'draft_id'>): Promise<AssistedRow | undefined> {
  return draft_id === null ? undefined : db.selectFrom('assisted').selectAll().where('draft_id', '=', draft_id).executeTakeFirst()
}

const listed = 50

export interface BegunLine {
  id: string
  nominee: string
  nominator: string
  channel: AssistedRow['channel']
  updatedAt: string
}

function begun({ db }: Reading, edition: InEdition) {
  return db
    .selectFrom('assisted').innerJoin('draft', 'draft.id', 'assisted.draft_id').leftJoin('nomination', 'nomination.draft_id', 'draft.id')
    .where('draft.edition_id', '=', edition.id).where('nomination.id', 'is', null)
}

/** Calls that broke off and forms half typed in, the last one first. */
export async function listBegun(ctx: Reading, edition: InEdition): Promise<BegunLine[]> {
  const rows = await begun(ctx, edition)
    .select(['draft.id', 'draft.answers', 'draft.updated_at', 'assisted.channel'])
    .orderBy('draft.updated_at', 'desc').limit(listed).execute()
  return rows.map(({ id, answers, channel, updated_at: updatedAt }) => {
    const { name = '', nominatorName = '' } = answersSchema.parse(JSON.parse(answers))
    return { id, nominee: name, nominator: nominatorName, channel, updatedAt }
  })
}

export interface ReceiptLine {
  nominationId: string
  reference: string
  nominator: string
  route: AssistedRow['receipt']
}

function receiptsToGive({ db }: Reading, edition: InEdition) {
  return db
    .selectFrom('assisted').innerJoin('nomination', 'nomination.draft_id', 'assisted.draft_id')
    .where('nomination.edition_id', '=', edition.id).where('nomination.state', '=', 'live')
    .where('assisted.receipt', 'in', ['letter', 'call']).where('assisted.receipt_given_at', 'is', null)
}

/** Letters that are not in the post yet, and references not told yet, the oldest first. */
export async function listReceiptsToGive(ctx: Reading, edition: InEdition): Promise<ReceiptLine[]> {
  return receiptsToGive(ctx, edition)
    .select(['nomination.id as nominationId', 'nomination.reference', 'nomination.nominator_name as nominator', 'assisted.receipt as route'])
    .orderBy('nomination.received_at').limit(listed).execute()
}

/** How many of both there are. */
export async function countToEnter(ctx: Reading, edition: InEdition): Promise<{ begun: number; receipts: number }> {
  const unsent = await begun(ctx, edition).select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const ungiven = await receiptsToGive(ctx, edition).select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return { begun: unsent.count, receipts: ungiven.count }
}

export async function findByReference({ db }: Reading, edition: InEdition, reference: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('nomination').select('id').where('edition_id', '=', edition.id).where('reference', '=', reference).executeTakeFirst()
}
