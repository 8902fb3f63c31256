import { sql } from 'kysely'
import { getSentAnswers } from '#app/features/nominations/queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { hashOf, type Storage } from '#app/platform/storage.server.ts'
import type { AttachmentRow, Db, Instant, NominationRow } from '#db/schema.ts'

type Reading = Pick<Ctx, 'db'>

/** A file of one draft, or of the nomination that was sent from it. */
export function findAttachment({ db }: Reading, draftId: string, id: string): Promise<AttachmentRow | undefined> {
  return db.selectFrom('attachment').selectAll().where('id', '=', id).where('draft_id', '=', draftId).executeTakeFirst()
}

/** That of the version in force; of what was withdrawn nothing is. */
export async function findSentAttachment(ctx: Reading, nomination: NominationRow): Promise<AttachmentRow | undefined> {
  const { attachment } = nomination.state === 'live' ? await getSentAnswers(ctx, nomination) : {}
  return attachment && nomination.draft_id ? findAttachment(ctx, nomination.draft_id, attachment.id) : undefined
}

export async function hasAttachments({ db }: Reading): Promise<boolean> {
  return (await db.selectFrom('attachment').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** All that there are, with their draft and the version in force of what was sent from it. */
function withThoseWhoName({ db }: Reading) {
  return db
    .selectFrom('attachment as a').leftJoin('draft', 'draft.id', 'a.draft_id').leftJoin('nomination as n', 'n.draft_id', 'draft.id')
    .leftJoin('nomination_version as v', (join) => join.onRef('v.nomination_id', '=', 'n.id').onRef('v.version', '=', 'n.version'))
}

/** Whether somebody names it: an id is too random to stand in their JSON by chance. */
const isNamed = sql<boolean>`coalesce(draft.answers, '') || coalesce(v.told, '') like '%' || a.id || '%'`
const isWithdrawn = sql<boolean>`coalesce(n.state, '') = 'withdrawn'`

/** Files received before a moment that belong to nothing any more: nobody names them, or they were withdrawn. */
export async function listLeft(ctx: Reading, before: Instant, limit: number): Promise<string[]> {
  const rows = await withThoseWhoName(ctx)
    .select('a.id').where('a.created_at', '<', before).where(sql<boolean>`(not (${isNamed}) or ${isWithdrawn})`)
    .orderBy('a.id').limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Files that somebody names and that are not there, or not as they were received. */
export async function listMissingFiles(db: Db, storage: Storage): Promise<string[]> {
  const named = await withThoseWhoName({ db }).select(['a.id', 'a.sha256']).where(isNamed).where(sql<boolean>`not (${isWithdrawn})`).orderBy('a.id').execute()
  const missing: string[] = []
  for (const { id, sha256 } of named) {
    const bytes = await storage.get(id)
    if (!bytes || hashOf(bytes) !== sha256) missing.push(id)
  }
  return missing
}
