import { minutes } from '#app/domain/time.ts'
import { writeAskedLinks } from '#app/features/nominations/links.commands.server.ts'
import type { JobHandler } from '#app/platform/jobs/loop.server.ts'

/** Somebody waits for it; what did not work within ten minutes they have asked for again. */
export const writeLinks: JobHandler<'nomination.links'> = {
  budgetMs: minutes(10),
  async run(ctx, asked) {
    await writeAskedLinks(ctx, asked)
    return undefined
  },
}
