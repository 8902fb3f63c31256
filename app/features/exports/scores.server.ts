import type { Cell } from '#app/domain/csv.ts'
import type { Edition } from '#app/domain/edition.ts'
import { asCsv, inPages, rowsAtOnce } from '#app/features/exports/pages.server.ts'
import { listSilenced } from '#app/features/exports/silenced.server.ts'
import { localStamp } from '#app/features/exports/words.ts'
import type { Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import { isCounted, numbered, readCategorySheet } from '#app/features/moderation/score-sheet.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

type Reading = Pick<Ctx, 'db'>
type OfCategory = Pick<Moderated, 'id' | 'name'>

type MarkKey = [card: string, criterion: string]
const beforeAll: MarkKey = ['', '']

/** Every mark on a finished scorecard of these categories. Judges have the numbers of the score sheet, and none where nothing of theirs counts. */
export async function* scoresCsv(ctx: Reading, edition: Edition, categories: OfCategory[]): AsyncGenerator<string> {
  const header = ['Category', 'Entry', 'Nominee', 'Judge', 'Criterion', 'Weight', 'Lowest', 'Highest', 'Score', 'Cannot judge', 'Reason', `Finished (${edition.time_zone})`, 'Counts']
  const silenced = await listSilenced(ctx, edition)
  yield* asCsv(header, lines())

  async function* lines(): AsyncGenerator<Cell[][]> {
    for (const { id, name } of categories) {
      const { cards, judges } = await readCategorySheet(ctx, edition, { id })
      const numberOf = (judge: string) => (judges.includes(judge) ? numbered('J', judges.indexOf(judge), judges) : null)
      const counted = new Set(cards.filter(isCounted).map((card) => card.id))
      for await (const rows of inPages(beforeAll, (after) => readMarks(ctx, id, after), (row): MarkKey => [row.card, row.criterion_id])) {
        yield rows.map((row) => [
          name, row.entry_id, silenced.has(row.nominee_id) ? null : row.nominee, numberOf(row.judge_id), row.criterion, row.weight, row.scale_min, row.scale_max, row.value,
          row.cannot_judge ? 'yes' : 'no', row.reason, localStamp(row.finished_at, edition.time_zone), counted.has(row.card) ? 'yes' : 'no',
        ])
      }
    }
  }
}

function readMarks({ db }: Reading, categoryId: string, [card, criterion]: MarkKey) {
  return db
    .selectFrom('mark').innerJoin('scorecard', 'scorecard.id', 'mark.scorecard_id').innerJoin('criterion', 'criterion.id', 'mark.criterion_id')
    .innerJoin('entry', 'entry.id', 'scorecard.entry_id').innerJoin('nominee', 'nominee.id', 'entry.nominee_id')
    .select([
      'scorecard.id as card', 'scorecard.judge_id', 'scorecard.finished_at', 'entry.id as entry_id', 'entry.nominee_id', 'nominee.name as nominee',
      'mark.criterion_id', 'criterion.name as criterion', 'criterion.weight', 'criterion.scale_min', 'criterion.scale_max', 'mark.value', 'mark.cannot_judge', 'mark.reason',
    ])
    .where('entry.category_id', '=', categoryId).where('scorecard.state', '=', 'finished')
    .where((e) => e(e.refTuple('scorecard.id', 'mark.criterion_id'), '>', e.tuple(card, criterion)))
    .orderBy('scorecard.id').orderBy('mark.criterion_id').limit(rowsAtOnce).execute()
}
