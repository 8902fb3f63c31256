import type { Edition } from '#app/domain/edition.ts'
import { countUncertified } from '#app/features/certificates/commands.server.ts'
import { countCertificates } from '#app/features/certificates/queries.server.ts'
import type { YearTask } from '#app/features/judging/year-tasks.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** What there is to do about certificates, from the first winner that is public. */
export async function listCertificateTasks(ctx: Ctx, edition: Edition): Promise<YearTask[]> {
  if (edition.stage !== 'ceremony' && edition.stage !== 'archived') return []
  const left = await countUncertified(ctx, edition)
  if (left === 0 && (await countCertificates(ctx, edition)) === 0) return []
  return [{ title: 'Make the certificates, and hand them out', at: 'certificates', left, of: 'to make' }]
}
