import { minutes } from '#app/domain/time.ts'
import { writeSignIn } from '#app/features/people/sign-in.commands.server.ts'
import type { JobHandler } from '#app/platform/jobs/loop.server.ts'

/** Somebody waits in front of the page that asks for the code: what did not work within its ten minutes is of no use. */
export const writeSignIns: JobHandler<'sign-in.write'> = {
  budgetMs: minutes(10),
  async run(ctx, asked) {
    await writeSignIn(ctx, asked)
    return undefined
  },
}
