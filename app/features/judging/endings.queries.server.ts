import type { Edition } from '#app/domain/edition.ts'
import { standingCards } from '#app/features/judging/standing-cards.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { JudgeRow } from '#db/schema.ts'

/** What ending a judge's part would do to one category. */
export interface EndingEffect {
  category: string
  finished: number
  unfinished: number
  /** entries with fewer judges than the quorum */
  short: { now: number; left: number; void: number }
}

/** The same for each category in which a judge has entries: shown before it is decided. One read. */
export async function listEndingEffects({ db }: Pick<Ctx | TrxCtx, 'db'>, edition: Pick<Edition, 'id' | 'settings'>, judge: Pick<JudgeRow, 'id'>): Promise<EndingEffect[]> {
  const theirs = standingCards(db, edition.id).select('entry.category_id').where('judge.id', '=', judge.id)
  const cards = await standingCards(db, edition.id)
    .select(['category.id', 'category.name', 'entry.id as entry', 'scorecard.judge_id as judge', 'scorecard.state']).where('category.id', 'in', theirs)
    .orderBy('category.position').execute()
  return [...Map.groupBy(cards, (card) => card.id).values()].map((all) => {
    const own = all.filter((card) => card.judge === judge.id)
    const finished = own.filter((card) => card.state === 'finished').length
    const shortOf = (counted: typeof all) => countShort(all, counted, edition.settings.quorum)
    return {
      category: all[0]?.name ?? '', finished, unfinished: own.length - finished,
      short: {
        now: shortOf(all), left: shortOf(all.filter((card) => card.judge !== judge.id || card.state === 'finished')), void: shortOf(all.filter((card) => card.judge !== judge.id)),
      },
    }
  })
}

function countShort(all: { entry: string }[], counted: { entry: string }[], quorum: number): number {
  const entries = [...new Set(all.map(({ entry }) => entry))]
  return entries.filter((entry) => counted.filter((card) => card.entry === entry).length < quorum).length
}
