import { sql } from 'kysely'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

/** What one address has sent or begun in an edition. */
export interface Linked {
  email: string
  nominatorName: string
  nominations: { id: string; reference: string; nomineeName: string }[]
  /** ids of drafts that were mailed to this address and are not sent */
  drafts: string[]
}

/** Edition by edition, everything to which an address may have a link. */
export async function listLinked({ db }: Reading, email: string): Promise<(Linked & { editionId: string })[]> {
  const nominations = await db
    .selectFrom('nomination as n').innerJoin('nomination_version as v', (join) => join.onRef('v.nomination_id', '=', 'n.id').onRef('v.version', '=', 'n.version'))
    .select(['n.id', 'n.edition_id', 'n.reference', 'n.nominator_name', 'v.told'])
    .where(sql<string>`lower(n.nominator_email)`, '=', email).orderBy('n.received_at')
    .execute()
  const drafts = await db
    .selectFrom('message').innerJoin('draft', 'draft.id', 'message.about_id').leftJoin('nomination', 'nomination.draft_id', 'draft.id')
    .select(['draft.id', 'draft.edition_id', 'draft.created_at']).distinct()
    .where('message.kind', '=', 'nomination.return').where('message.to_email', '=', email).where('nomination.id', 'is', null)
    .orderBy('draft.created_at')
    .execute()
  const editionIds = new Set([...nominations, ...drafts].map((one) => one.edition_id))
  return [...editionIds].map((editionId) => {
    const sent = nominations.filter((one) => one.edition_id === editionId)
    return {
      editionId, email, nominatorName: sent.at(-1)?.nominator_name ?? '',
      nominations: sent.map(({ id, reference, told }) => ({ id, reference, nomineeName: nameIn(told) })),
      drafts: drafts.filter((one) => one.edition_id === editionId).map((one) => one.id),
    }
  })
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
