import { sentencesOf } from '#app/domain/citation.ts'
import type { Edition } from '#app/domain/edition.ts'
import { readEvidence } from '#app/features/meeting/evidence.queries.server.ts'
import { readDossier } from '#app/features/screening/dossier.server.ts'
import { listPublicUses } from '#app/features/shortlisting/finalists.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { CategoryRow } from '#db/schema.ts'

/** What a citation of an entry can be made of. */
export interface CitationWords {
  judges: string[]
  /** as judges read them: nothing that was covered */
  nominators: string[]
  /** the nominee has said yes to their story being told */
  storyAgreed: boolean
}

export async function readCitationWords(ctx: Pick<Ctx, 'db'>, edition: Edition, category: Pick<CategoryRow, 'id'>, entryId: string): Promise<CitationWords> {
  const { comments } = await readEvidence(ctx, edition, category)
  const entry = await ctx.db.selectFrom('entry').select(['nominee_id', 'category_id']).where('id', '=', entryId).executeTakeFirstOrThrow()
  const dossier = await readDossier(ctx, entry)
  const once = (texts: string[]) => [...new Set(texts.flatMap(sentencesOf))]
  return {
    judges: once(comments.filter((one) => one.entryId === entryId).map(({ text }) => text)), nominators: once(dossier.flatMap(({ text }) => text)),
    storyAgreed: (await listPublicUses(ctx, edition)).get(entry.nominee_id)?.includes('story') ?? false,
  }
}
