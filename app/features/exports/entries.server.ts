import type { Cell } from '#app/domain/csv.ts'
import type { Edition } from '#app/domain/edition.ts'
import { getProgramme, type Category } from '#app/features/categories/queries.server.ts'
import { asCsv, inPages, rowsAtOnce } from '#app/features/exports/pages.server.ts'
import { listSilenced } from '#app/features/exports/silenced.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

type Reading = Pick<Ctx, 'db'>

const header = ['Category', 'Entry', 'State', 'Merged into', 'Nominee', 'Kind', 'How the name is said', 'Job', 'Employer', 'What they said to the notice', 'Nominations', 'Screening', 'Shortlist', 'Takes part', 'Evidence version']

/** Every entry, category by category; of who was found to be another, with the entry it became part of. Why one was left out or stands down stays on its page. */
export async function* entriesCsv(ctx: Reading, edition: Edition): AsyncGenerator<string> {
  const silenced = await listSilenced(ctx, edition)
  const { categories } = await getProgramme(ctx, edition)
  yield* asCsv(header, lines())

  async function* lines(): AsyncGenerator<Cell[][]> {
    for (const category of categories) {
      for await (const rows of inPages('', (after) => readEntries(ctx, category, after), ({ id }) => id)) {
        yield rows.map((row) => {
          const who = silenced.has(row.nominee_id) ? [null, null, null, null, null] : [row.name, row.kind, row.said_as, row.job, row.employer]
          return [category.name, row.id, row.merged_into && row.state === 'withdrawn' ? 'merged' : row.state, row.mergedEntry, ...who, row.answer, Number(row.nominations ?? 0), row.screening, row.shortlist, row.standing, row.dossier_version]
        })
      }
    }
  }
}

function readEntries({ db }: Reading, category: Category, after: string) {
  return db
    .selectFrom('entry').innerJoin('nominee', 'nominee.id', 'entry.nominee_id')
    .leftJoin('entry as joined', (join) => join.onRef('joined.nominee_id', '=', 'nominee.merged_into').onRef('joined.category_id', '=', 'entry.category_id'))
    .select(['entry.id', 'entry.state', 'entry.nominee_id', 'nominee.merged_into', 'joined.id as mergedEntry', 'nominee.name', 'nominee.kind', 'nominee.said_as', 'nominee.job', 'nominee.employer', 'nominee.answer', 'entry.screening', 'entry.shortlist', 'entry.standing', 'entry.dossier_version'])
    .select((e) =>
      e.selectFrom('nomination').innerJoin('nomination_category as nc', 'nc.nomination_id', 'nomination.id').select((n) => n.fn.countAll<number>().as('count'))
        .whereRef('nomination.nominee_id', '=', 'entry.nominee_id').whereRef('nc.category_id', '=', 'entry.category_id').where('nomination.state', '=', 'live').as('nominations'))
    .where('entry.category_id', '=', category.id).where('entry.id', '>', after).orderBy('entry.id').limit(rowsAtOnce).execute()
}
