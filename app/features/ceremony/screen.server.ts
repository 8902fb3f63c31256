import { finalistsStep, titleStep } from '#app/domain/stage.ts'
import { listWinnersOnStage } from '#app/features/ceremony/awards.queries.server.ts'
import { listCues, readStage, type Cue, type StageRow } from '#app/features/ceremony/queries.server.ts'
import type { NumberedScreen, Screen, StagePerson } from '#app/features/ceremony/screen.ts'
import { listStageFinalists } from '#app/features/shortlisting/finalists.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

type Reading = Pick<Ctx, 'db'>

/** Two versions in one: what was pressed, and what the running order says. */
export const screenId = ({ editionVersion, version }: StageRow) => `${editionVersion}.${version}`

/** What the stage shows now; undefined when that is what `since` names. What is pressed while it is read is read again. */
export async function readScreen(ctx: Reading, editionId: string, since?: string): Promise<NumberedScreen | undefined> {
  const row = await readStage(ctx, editionId)
  const id = screenId(row)
  if (id === since) return undefined
  const screen = await screenAt(ctx, row)
  return screenId(await readStage(ctx, editionId)) === id ? { id, screen } : readScreen(ctx, editionId, since)
}

async function screenAt(ctx: Reading, row: StageRow): Promise<Screen> {
  if (row.stage !== 'ceremony') return { kind: 'slide', title: row.name, caption: '' }
  if (row.black) return { kind: 'black' }
  const cue = row.cueId ? (await listCues(ctx, row)).find(({ id }) => id === row.cueId) : undefined
  return cue ? cueScreen(ctx, row, cue) : { kind: 'slide', title: row.name, caption: '' }
}

/** A step of a cue; the winner's is empty before the reveal. */
export async function cueScreen(ctx: Reading, row: Pick<StageRow, 'id' | 'name' | 'finalists_announced_at' | 'changedAt' | 'step'>, { kind, title, categoryId, awarded }: Cue): Promise<Screen> {
  if (kind !== 'category') return { kind: 'slide', title, caption: '' }
  // What may be shown is judged as it was when the step was taken, so that every process shows the same.
  const edition = { ...row, now: row.changedAt }
  if (!awarded || !categoryId) return { kind: 'slide', title, caption: 'There is no award this year' }
  if (row.step === titleStep) return { kind: 'slide', title, caption: row.name }
  if (row.step > finalistsStep) return { kind: 'winner', title, ...named(await listWinnersOnStage(ctx, edition, categoryId)) }
  const finalists = (await listStageFinalists(ctx, edition)).filter((one) => one.categoryId === categoryId)
  return { kind: 'finalists', title, ...named(finalists.map(({ name, agreed }) => ({ name: agreed ? name : '', employer: '' }))) }
}

/** Those who are named, and how many are not. */
export function named(all: StagePerson[]): { people: StagePerson[]; unnamed: number } {
  const people = all.filter(({ name }) => name).map(({ name, employer }) => ({ name, employer }))
  return { people, unnamed: all.length - people.length }
}
