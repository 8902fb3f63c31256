import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { finalistsStep, titleStep } from '#app/domain/stage.ts'
import { listWinnersUnderEmbargo, type ShownAward } from '#app/features/ceremony/awards.queries.server.ts'
import { listCues, type Cue } from '#app/features/ceremony/queries.server.ts'
import { cueScreen, named } from '#app/features/ceremony/screen.server.ts'
import type { Screen } from '#app/features/ceremony/screen.ts'
import { readScript, type ScriptPart } from '#app/features/ceremony/script.queries.server.ts'
import { listOpenResults } from '#app/features/moderation/embargo.server.ts'
import type { Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** What the screen shows at each press of Next; a secret one only to who has the passphrase. */
export interface PackStep {
  screen: Screen
  secret: boolean
}

/** The night in one file: the screen step by step, and the script with the winners in it. */
export interface Pack {
  steps: PackStep[]
  script: ScriptPart[]
  /** the categories whose winners are in it */
  results: Moderated[]
}

/** Only for the embargo list, once everything is sealed; whoever hands it out notes the look. */
export async function readPack(ctx: Ctx, edition: Edition): Promise<Result<Pack>> {
  const winners = await listWinnersUnderEmbargo(ctx, edition)
  if (!winners.ok) return winners
  if (edition.stage !== 'ceremony') return denied('wrong-stage', { stage: edition.stage })
  const [order, { parts }] = [await listCues(ctx, edition), await readScript(ctx, edition)]
  const results = (await listOpenResults(ctx, edition)).filter(({ seals }) => seals > 0)
  if (order.some(({ awarded, categoryId }) => awarded && !results.some(({ id }) => id === categoryId))) return denied('stepped-out')
  const ofCue = (cue: Cue | undefined) => winners.value.filter(({ categoryId }) => categoryId === cue?.categoryId)
  const steps: PackStep[] = [{ screen: { kind: 'slide', title: edition.name, caption: '' }, secret: false }]
  for (const cue of order) steps.push(...(await stepsOf(ctx, edition, cue, ofCue(cue))))
  return ok({ steps, results, script: parts.map((part) => ({ ...part, winners: ofCue(order.find(({ id }) => id === part.id)) })) })
}

async function stepsOf(ctx: Ctx, edition: Edition, cue: Cue, winners: ShownAward[]): Promise<PackStep[]> {
  const open = async (step: number): Promise<PackStep> => ({ screen: await cueScreen(ctx, { ...edition, changedAt: edition.now, step }, cue), secret: false })
  if (!cue.awarded) return [await open(titleStep)]
  return [await open(titleStep), await open(finalistsStep), { screen: { kind: 'winner', title: cue.title, ...named(winners) }, secret: true }]
}
