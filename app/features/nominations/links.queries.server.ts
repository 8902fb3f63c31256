import { sql } from 'kysely'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

/** What one address has sent or begun. */
export interface Linked {
  email: string
  nominatorName: string
  nominations: { id: string; reference: string; nomineeName: string }[]
  /** ids of drafts not sent that say this address, or were mailed to it */
  drafts: string[]
}

/**
 * Everything to which an address may have a link, in whatever edition, and the edition of the newest of it: its organisers
 * answer for the message. Nothing of rehearsals, whose messages reach nobody. Undefined when there is nothing.
 */
export async function findLinked({ db }: Reading, email: string): Promise<(Linked & { editionId: string }) | undefined> {
  const nominations = await db
    .selectFrom('nomination as n').innerJoin('nomination_version as v', (join) => join.onRef('v.nomination_id', '=', 'n.id').onRef('v.version', '=', 'n.version'))
    .innerJoin('edition', 'edition.id', 'n.edition_id')
    .select(['n.id', 'n.edition_id', 'n.reference', 'n.nominator_name', 'n.received_at as at', 'v.told'])
    .where(sql<string>`lower(n.nominator_email)`, '=', email).where('edition.rehearsal', '=', 0).orderBy('n.received_at')
    .execute()
  const drafts = await db
    .selectFrom('draft').innerJoin('edition', 'edition.id', 'draft.edition_id').leftJoin('nomination', 'nomination.draft_id', 'draft.id')
    .select(['draft.id', 'draft.edition_id', 'draft.created_at as at'])
    .where('nomination.id', 'is', null).where('edition.rehearsal', '=', 0)
    .where((e) => e.or([
      e('draft.email', '=', email),
      e('draft.id', 'in', e.selectFrom('message').select((m) => m.ref('about_id').$notNull().as('id')).where('kind', '=', 'nomination.return').where('to_email', '=', email)),
    ]))
    .orderBy('draft.created_at')
    .execute()
  const newest = [...nominations, ...drafts].sort((a, b) => (a.at < b.at ? 1 : -1))[0]
  return newest && email !== '' ? {
    editionId: newest.edition_id, email, nominatorName: nominations.at(-1)?.nominator_name ?? '',
    nominations: nominations.map(({ id, reference, told }) => ({ id, reference, nomineeName: nameIn(told) })),
    drafts: drafts.map(({ id }) => id),
  } : undefined
}

/** As the nominator wrote it: the record of a nominee may have been merged into another's. */
function nameIn(told: string): string {
  return (JSON.parse(told) as { name?: string }).name ?? ''
}

/** How many links were made to one thing, after a moment if one is given. */
export async function countLinks({ db }: Reading, subjectId: string, after = ''): Promise<number> {
  const { links } = await db
    .selectFrom('link').select((e) => e.fn.countAll<number>().as('links'))
    .where('subject_id', '=', subjectId).where('created_at', '>', after)
    .executeTakeFirstOrThrow()
  return links
}
