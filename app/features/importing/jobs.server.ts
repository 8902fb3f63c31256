import { minutes } from '#app/domain/time.ts'
import { enqueueStep, giveUpImport } from '#app/features/importing/commands.server.ts'
import { stepSome } from '#app/features/importing/steps.commands.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import type { JobHandler } from '#app/platform/jobs/loop.server.ts'

/** Lot by lot, with others' jobs in between. What a process leaves when it is killed goes on where it was. */
export const stepImports: JobHandler<'import.step'> = {
  budgetMs: minutes(10),
  async run(ctx, { importId }) {
    if (await stepSome(ctx, importId)) await inTransaction(ctx, (trx) => enqueueStep(trx, importId))
    return undefined
  },
  giveUp: (trx, { importId }) => giveUpImport(trx, importId),
}
