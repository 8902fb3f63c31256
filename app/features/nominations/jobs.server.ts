import { hours, minutes } from '#app/domain/time.ts'
import { deleteUnsent } from '#app/features/nominations/deleting.commands.server.ts'
import { writeAskedLinks } from '#app/features/nominations/links.commands.server.ts'
import { remindOfDrafts } from '#app/features/nominations/reminders.commands.server.ts'
import type { JobHandler } from '#app/platform/jobs/loop.server.ts'

/** Somebody waits for it; what did not work within ten minutes they have asked for again. */
export const writeLinks: JobHandler<'nomination.links'> = {
  budgetMs: minutes(10),
  async run(ctx, asked) {
    await writeAskedLinks(ctx, asked)
    return undefined
  },
}

export const remind: JobHandler<'drafts.remind'> = {
  budgetMs: hours(6),
  async run(ctx, due) {
    await remindOfDrafts(ctx, due)
    return undefined
  },
}

export const deleteDrafts: JobHandler<'drafts.delete'> = {
  budgetMs: hours(24),
  async run(ctx, asked) {
    await deleteUnsent(ctx, asked)
    return undefined
  },
}
