import type { Edition } from '#app/domain/edition.ts'
import { secondsToSay } from '#app/domain/words.ts'
import { listWinnersOnStage } from '#app/features/ceremony/awards.queries.server.ts'
import { listCues, readStage, type Cue } from '#app/features/ceremony/queries.server.ts'
import { screenId } from '#app/features/ceremony/screen.server.ts'
import { listStageFinalists } from '#app/features/shortlisting/finalists.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { CueKind } from '#db/vocabulary.ts'

export interface SpokenName {
  name: string
  saidAs: string
}

/** One entry of the script; of a category, its finalists, and its winners once they have been shown. */
export interface ScriptPart {
  id: string
  kind: CueKind
  title: string
  script: string
  here: boolean
  awarded: boolean
  finalists: SpokenName[]
  /** finalists who have not agreed to be named on stage */
  unnamed: number
  winners: (SpokenName & { citation: string })[]
  /** to say all of it; a citation that is not known yet counts as one of ordinary length */
  seconds: number
}

/** Citations are 40 to 60 words. */
const usualCitationSeconds = secondsToSay('word '.repeat(50))

export async function readScript(ctx: Pick<Ctx, 'db'>, edition: Edition): Promise<{ id: string; parts: ScriptPart[] }> {
  const [row, order, finalists] = [await readStage(ctx, edition.id), await listCues(ctx, edition), await listStageFinalists(ctx, edition)]
  const parts: ScriptPart[] = []
  for (const cue of order) {
    const here = cue.id === row.cueId
    const own = finalists.filter(({ categoryId }) => categoryId === cue.categoryId)
    const winners = await winnersOf(ctx, edition, cue)
    const named = own.filter(({ agreed }) => agreed).map(({ name, saidAs }) => ({ name, saidAs }))
    parts.push({
      id: cue.id, kind: cue.kind, title: cue.title, script: cue.script, here, awarded: cue.awarded, finalists: named, unnamed: own.length - named.length, winners,
      seconds: secondsToSay([cue.script, ...named.map(({ name }) => name), ...winners.map(({ citation }) => citation)].join(' ')) + (cue.awarded && winners.length === 0 ? usualCitationSeconds : 0),
    })
  }
  return { id: screenId(row), parts }
}

/** Nobody, before the winner was shown on stage. */
async function winnersOf(ctx: Pick<Ctx, 'db'>, edition: Edition, { categoryId, revealed }: Cue): Promise<ScriptPart['winners']> {
  if (!categoryId || !revealed) return []
  return (await listWinnersOnStage(ctx, edition, categoryId)).map(({ name, saidAs, citation }) => ({ name, saidAs, citation }))
}
