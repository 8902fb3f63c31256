import type { Edition } from '#app/domain/edition.ts'
import { listWaiting } from '#app/features/ceremony/archiving.commands.server.ts'
import { listOrderGaps } from '#app/features/ceremony/preflight.queries.server.ts'
import type { YearTask } from '#app/features/judging/year-tasks.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** What the night asks of organisers. Nothing here tells a result. */
export async function listCeremonyTasks(ctx: Pick<Ctx, 'db'>, edition: Edition): Promise<YearTask[]> {
  if (edition.stage !== 'ceremony') return []
  return [
    { title: 'Make the running order, and see to its names', at: 'ceremony', left: (await listOrderGaps(ctx, edition)).length, of: 'to see to' },
    { title: 'Name the winners on stage', at: 'ceremony', left: (await listWaiting(ctx, edition)).length, of: 'to name' },
    { title: 'Archive the year', at: 'archive', left: 1, of: 'not yet' },
  ]
}
