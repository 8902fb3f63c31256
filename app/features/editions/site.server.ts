import { hasWinnersPage, nominationPhase } from '#app/domain/edition.ts'
import { currentEditionOfPage, listRehearsals } from '#app/features/editions/queries.server.ts'
import type { Site } from '#app/features/editions/ui/site.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export async function getSite(ctx: Pick<Ctx, 'db' | 'now'>): Promise<Site> {
  const edition = await currentEditionOfPage(ctx)
  const host = edition?.settings.host
  return {
    host: host?.name ?? '',
    phone: host?.phone ?? '',
    email: host?.email ?? '',
    rehearsals: await listRehearsals(ctx),
    edition: edition ? { slug: edition.slug, phase: nominationPhase(edition, edition.now), finalists: edition.finalists_announced_at !== null, winners: hasWinnersPage(edition) } : null,
  }
}
