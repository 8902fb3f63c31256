import { sql } from 'kysely'
import type { Edition } from '#app/domain/edition.ts'
import { aboutFormat, editionFormat, shelves, type Part, type Shelf } from '#app/features/exports/edition-format.ts'
import { inPages, rowsAtOnce } from '#app/features/exports/pages.server.ts'
import { listSilenced } from '#app/features/exports/silenced.server.ts'
import type { Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import { readPublishedSeal } from '#app/features/moderation/seals.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

type Reading = Pick<Ctx, 'db'>
type Row = Record<string, unknown>

/** What decides about a row. */
interface Sight {
  /** categories whose results may be seen, by id */
  open: Set<string>
  /** nominees and entries of whom nothing is said, by id */
  silenced: Set<string>
}

/** The whole edition as one JSON, in the format that `edition-format.ts` describes. A list that is long is never whole in memory. */
export async function* editionJson(ctx: Reading, edition: Edition, categories: Moderated[]): AsyncGenerator<string> {
  const sight = { open: new Set(categories.map(({ id }) => id)), silenced: await listSilenced(ctx, edition) }
  const head = {
    format: editionFormat, made_at: edition.now, results: categories.map(({ slug }) => slug), about: aboutFormat(),
    edition, account: await listAccounts(ctx, edition), seal: await readPublishedSeal(ctx, edition),
  }
  yield JSON.stringify(head, null, 1).slice(0, -'\n}'.length)
  for (const shelf of shelves) {
    yield `,\n "${shelf.table}": [`
    let before = ''
    for await (const rows of readShelf(ctx, edition, shelf, sight)) {
      yield before + rows.map((row) => `\n  ${JSON.stringify(row)}`).join(',')
      before = ','
    }
    yield '\n ]'
  }
  yield '\n}\n'
}

async function* readShelf(ctx: Reading, { id }: Edition, shelf: Shelf, sight: Sight): AsyncGenerator<Row[]> {
  const numbered = shelf.table === 'audit_event'
  const key = numbered ? 'seq' : 'id'
  const read = async (after: unknown) => {
    const query = sql<Row>`select * from ${sql.table(shelf.table)} where edition_id = ${id} and ${sql.ref(key)} > ${after} order by ${sql.ref(key)} limit ${rowsAtOnce}`
    return (await query.execute(ctx.db)).rows
  }
  for await (const rows of inPages<Row, unknown>(numbered ? 0 : '', read, (row) => row[key])) yield writeRows(ctx, rows, shelf, sight)
}

/** Rows as they stand in the file, each with its parts under the names of their tables. */
async function writeRows(ctx: Reading, rows: Row[], shelf: Shelf, sight: Sight, silent: (row: Row) => boolean = () => false): Promise<Row[]> {
  const isSilent = (row: Row) => silent(row) || row.state === 'withdrawn' || [row.id, row.nominee_id, row.entry_id, row.from_id, row.into_id].some((id) => sight.silenced.has(id as string))
  const written = rows.map((row) => writeRow(row, shelf, isSilent(row)))
  for (const part of shelf.parts ?? []) {
    const owners = new Map(rows.filter((row) => !part.results || sight.open.has(String(row.category_id ?? row.id))).map((row) => [row.id, row]))
    const read = await readPart(ctx, part, [...owners.keys()])
    const own = await writeRows(ctx, read, part, sight, (row) => isSilent(owners.get(row[part.of]) ?? {}))
    const byOwner = Map.groupBy(own, (row) => row[part.of])
    for (const row of written) row[part.table] = byOwner.get(row.id) ?? []
  }
  return written
}

function writeRow(row: Row, { without = [], json = [], personal = [] }: Shelf, silent: boolean): Row {
  const valueOf = (column: string, value: unknown) => {
    if (silent && personal.includes(column)) return null
    return json.includes(column) ? (JSON.parse(String(value)) as unknown) : value
  }
  return Object.fromEntries(Object.entries(row).filter(([column]) => !without.includes(column)).map(([column, value]) => [column, valueOf(column, value)]))
}

/** Scores that their judge has not finished are nobody else's. */
async function readPart({ db }: Reading, { table, of }: Part, owners: unknown[]): Promise<Row[]> {
  if (owners.length === 0) return []
  const finished = table === 'scorecard' ? sql`and state = 'finished'` : sql``
  const { rows } = await sql<Row>`select * from ${sql.table(table)} where ${sql.ref(of)} in (${sql.join(owners)}) ${finished} order by 1, 2`.execute(db)
  return rows
}

/** Those with a role in the edition, or in all, and its judges. */
function listAccounts({ db }: Reading, { id }: Edition) {
  return db
    .selectFrom('account').select(['account.id', 'account.name', 'account.email'])
    .where((e) => e.or([
      e('account.id', 'in', e.selectFrom('role_grant').select('role_grant.account_id').where((g) => g.or([g('role_grant.edition_id', '=', id), g('role_grant.edition_id', 'is', null)]))),
      e('account.id', 'in', e.selectFrom('judge').select('judge.account_id').where('judge.edition_id', '=', id)),
    ]))
    .orderBy('account.id').execute()
}
