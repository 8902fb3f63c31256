import { visitor } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { valueOf } from '#app/domain/result.ts'
import { saveStep, startDraft } from '#app/features/nominations/drafts.commands.server.ts'
import { listSteps, valuesOf, type Answers, type Asked } from '#app/features/nominations/journey.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** How many pages each of those who began and did not send has filled in. */
const pagesFilled = [0, 2, 3, 3, 4, 4, 4, 5, 3, 4, 1, 6]

/** Drafts that were begun online and lie there, as the page of reach shows; nobody has left an address. */
export async function leaveDrafts(given: Ctx, edition: Edition, asked: Asked, told: Answers): Promise<void> {
  const ctx = { ...given, actor: visitor }
  for (const pages of pagesFilled) {
    const { draftId } = valueOf(await startDraft(ctx, edition))
    for (const step of listSteps(asked, told).slice(0, pages)) valueOf(await saveStep(ctx, edition, asked, draftId, step, valuesOf(step, asked, told)))
  }
}
