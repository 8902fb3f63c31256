import type { Edition } from '#app/domain/edition.ts'
import { undoableUntil } from '#app/domain/reveal.ts'
import { effectOf, stepStage, type StageAct } from '#app/domain/stage.ts'
import { between, clockText } from '#app/domain/time.ts'
import { listCues, readStage } from '#app/features/ceremony/queries.server.ts'
import { screenId } from '#app/features/ceremony/screen.server.ts'
import { pointText } from '#app/features/ceremony/words.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** The stage as whoever runs it sees it: where it is and where each button leads, and nobody's name. */
export interface ControlView {
  id: string
  version: number
  /** the stage is open: every result is sealed, and the year is not over */
  open: boolean
  black: boolean
  now: string
  next: { text: string; reveals: boolean } | null
  back: { text: string; undoes: boolean } | null
  /** seconds in which Back takes the reveal back */
  undoLeft: number
  order: { id: string; title: string; here: boolean; revealedAt: string | null }[]
}

export async function readControl(ctx: Pick<Ctx, 'db'>, edition: Edition): Promise<ControlView> {
  const [row, order] = [await readStage(ctx, edition.id), await listCues(ctx, edition)]
  const publicAt = order.find(({ id }) => id === row.cueId)?.publicAt
  const undoLeft = publicAt ? Math.max(0, Math.ceil(between(edition.now, undoableUntil(publicAt)) / 1000)) : 0
  const towards = (act: StageAct) => {
    const to = stepStage(order, row, act)
    return to && { text: pointText(order, to), effect: effectOf(order, row, to) }
  }
  const [next, back] = [towards('next'), towards('back')]
  return {
    id: screenId(row), version: row.version, open: row.stage === 'ceremony', black: row.black, now: pointText(order, row),
    next: next ? { text: next.text, reveals: next.effect === 'reveal' } : null,
    back: back ? { text: back.text, undoes: back.effect === 'undo' && undoLeft > 0 } : null,
    undoLeft,
    order: order.map(({ id, title, publicAt: at }) => ({ id, title, here: id === row.cueId, revealedAt: at && clockText(at, edition.time_zone) })),
  }
}
