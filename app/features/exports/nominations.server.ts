import type { Cell } from '#app/domain/csv.ts'
import type { Edition } from '#app/domain/edition.ts'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { asCsv, inPages, rowsAtOnce } from '#app/features/exports/pages.server.ts'
import { listSilenced } from '#app/features/exports/silenced.server.ts'
import { localStamp } from '#app/features/exports/words.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Instant } from '#db/schema.ts'

type Reading = Pick<Ctx, 'db'>

const told = ['Nominee', 'Kind', 'Job', 'Employer', 'How to reach them', 'Nominator', 'Email', 'Phone', 'How they know them', 'May be named to the nominee']

/** Every nomination in the order they came in, with its answers in force. Of a withdrawn one, or of who objected, only that it came. */
export async function* nominationsCsv(ctx: Reading, edition: Edition): AsyncGenerator<string> {
  const questions = await listQuestions(ctx, edition)
  const zone = edition.time_zone
  const header = ['Reference', 'State', `Received (${zone})`, 'Came by', 'After the close', 'Version', 'Categories', ...told, ...questions.map(({ label }) => label)]
  const silenced = await listSilenced(ctx, edition)
  yield* asCsv(header, lines())

  async function* lines(): AsyncGenerator<Cell[][]> {
    for await (const rows of inPages({ received_at: '', id: '' }, (after) => readNominations(ctx, edition, after), (row) => row)) {
      const [categories, answers] = [await listCategories(ctx, rows), await listAnswers(ctx, rows)]
      yield rows.map((row) => {
        const silent = row.state === 'withdrawn' || silenced.has(row.nominee_id)
        const said = silent ? [] : [...tellingOf(row), ...questions.map(({ id }) => answers.get(`${row.id} ${id}`) ?? null)]
        return [row.reference, row.state, localStamp(row.received_at, zone), row.channel, yesNo(row.late), row.version, (categories.get(row.id) ?? []).join('; '), ...padded(said, told.length + questions.length)]
      })
    }
  }
}

const yesNo = (flag: number) => (flag ? 'yes' : 'no')
const padded = (cells: Cell[], width: number) => Array.from({ length: width }, (_, index) => cells[index] ?? null)

function tellingOf(row: Row): Cell[] {
  return [row.name, row.kind, row.job, row.employer, row.reach, row.nominator_name, row.nominator_email, row.nominator_phone, row.relationship, yesNo(row.share_name)]
}

function readNominations({ db }: Reading, { id }: Edition, after: { received_at: Instant; id: string }) {
  return db
    .selectFrom('nomination as n').innerJoin('nominee', 'nominee.id', 'n.nominee_id')
    .select([
      'n.id', 'n.reference', 'n.state', 'n.received_at', 'n.channel', 'n.late', 'n.version', 'n.nominee_id', 'nominee.name', 'nominee.kind', 'nominee.job', 'nominee.employer',
      'nominee.reach', 'n.nominator_name', 'n.nominator_email', 'n.nominator_phone', 'n.relationship', 'n.share_name',
    ])
    .where('n.edition_id', '=', id)
    .where((e) => e(e.refTuple('n.received_at', 'n.id'), '>', e.tuple(after.received_at, after.id)))
    .orderBy('n.received_at').orderBy('n.id').limit(rowsAtOnce).execute()
}
type Row = Awaited<ReturnType<typeof readNominations>>[number]

/** Everything that was asked, a category's own under its name. */
async function listQuestions(ctx: Reading, edition: Edition): Promise<{ id: string; label: string }[]> {
  const { story, categories } = await getProgramme(ctx, edition)
  return [...story, ...categories.flatMap(({ name, questions }) => questions.map(({ id, label }) => ({ id, label: `${name}: ${label}` })))]
}

async function listCategories({ db }: Reading, rows: Row[]): Promise<Map<string, string[]>> {
  const named = await db
    .selectFrom('nomination_category as nc').innerJoin('category', 'category.id', 'nc.category_id').select(['nc.nomination_id', 'category.name'])
    .where('nc.nomination_id', 'in', rows.map(({ id }) => id)).orderBy('category.position').execute()
  return new Map([...Map.groupBy(named, (one) => one.nomination_id)].map(([id, own]) => [id, own.map(({ name }) => name)]))
}

/** The answers in force, by nomination and question. */
async function listAnswers({ db }: Reading, rows: Row[]): Promise<Map<string, string>> {
  const answers = await db
    .selectFrom('answer').innerJoin('nomination', (join) => join.onRef('nomination.id', '=', 'answer.nomination_id').onRef('nomination.version', '=', 'answer.version'))
    .select(['answer.nomination_id', 'answer.question_id', 'answer.text']).where('answer.nomination_id', 'in', rows.map(({ id }) => id)).execute()
  return new Map(answers.map(({ nomination_id, question_id, text }) => [`${nomination_id} ${question_id}`, text]))
}
