import type { Updateable } from 'kysely'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { days, later } from '#app/domain/time.ts'
import { record } from '#app/features/audit/record.server.ts'
import { fieldsFor, listUnmatched, nameHeaders, type Columns } from '#app/features/importing/columns.server.ts'
import { canAct, canImport, type ImportAct } from '#app/features/importing/policy.ts'
import { countRows, findImport, type Import } from '#app/features/importing/queries.server.ts'
import { stepSome } from '#app/features/importing/steps.commands.server.ts'
import type { Asked } from '#app/features/nominations/journey.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { enqueue } from '#app/platform/jobs/queue.server.ts'
import { readSpreadsheet } from '#app/platform/spreadsheet.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { Upload } from '#app/platform/upload.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import { insertRows } from '#db/hot.server.ts'
import type { NominationImportTable } from '#db/schema.ts'

/** What one file may hold. */
const mostRows = 20_000
const rowsAtOnce = 500
/** How long a file that nobody takes in is kept, and the names of those whom a file that was taken in left out. */
const keptDays = 30

/** Keeps the rows of a file, to be matched and checked. Nothing is taken in yet. Side effects: audit; what nobody needs after a month is deleted. */
export async function uploadFile(ctx: Ctx, edition: Edition, { name, bytes }: Upload): Promise<Result<{ importId: string }>> {
  const may = canImport(ctx.actor, edition)
  if (!may.ok) return may
  const sheet = await readSpreadsheet(bytes)
  if (!sheet.ok) return denied('file-unreadable', { problem: sheet.problem })
  const [first = [], ...others] = sheet.rows
  const rows = others.map((cells, index) => ({ number: index + 2, cells })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (first.filter(Boolean).length < 2 || rows.length === 0) return denied('file-unreadable', { problem: 'This file needs a first row that names its columns, and a row for each nomination.' })
  if (rows.length > mostRows) return denied('file-unreadable', { problem: `This file has ${rows.length} rows, and ${mostRows} are the most that are taken in at once. Cut it in two.` })
  return inTransaction(ctx, async (trx) => {
    await deleteForgotten(trx, edition)
    const importId = await insertImport(trx, edition, name, nameHeaders(first))
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      await insertRows(trx.db, 'import_row', rows.slice(from, from + rowsAtOnce).map(({ number, cells }) => ({ import_id: importId, number, cells: JSON.stringify(cells) })))
    }
    await record(trx, { verb: 'import.uploaded', edition, objectId: importId, facts: { rows: rows.length } })
    return ok({ importId })
  })
}

async function insertImport({ db, actor }: TrxCtx, edition: Edition, file_name: string, headers: string[]): Promise<string> {
  const id = newId()
  const account_id = actor.kind === 'account' ? actor.accountId : null
  await insertRows(db, 'nomination_import', [{ id, edition_id: edition.id, account_id, file_name, headers: JSON.stringify(headers), state: 'uploaded', created_at: edition.now }])
  return id
}

async function deleteForgotten({ db }: TrxCtx, { id, now }: Edition): Promise<void> {
  const since = later(now, -days(keptDays))
  await db.deleteFrom('nomination_import').where('edition_id', '=', id).where('state', 'in', ['uploaded', 'checking', 'checked']).where('created_at', '<', since).execute()
  await db
    .updateTable('import_row').set({ cells: '[]' })
    .where('import_id', 'in', (e) => e.selectFrom('nomination_import').select('id').where('edition_id', '=', id).where('state', 'in', ['done', 'undone']).where('ended_at', '<', since))
    .where('cells', '<>', '[]').execute()
}

/** Says which column holds what, and has every row checked anew: the first at once, the others by a job. */
export async function matchColumns(ctx: Ctx, edition: Edition, asked: Asked, importId: string, given: Columns): Promise<Result> {
  const columns = Object.fromEntries(fieldsFor(asked).map(({ key }) => [key, given[key] ?? '']))
  const [unmatched] = listUnmatched(columns, asked)
  if (unmatched) return denied('columns-missing', { missing: unmatched.label.charAt(0).toLowerCase() + unmatched.label.slice(1) })
  const moved = await move(ctx, edition, importId, 'match', { state: 'checking', columns: JSON.stringify(columns) }, async (trx) => {
    await trx.db.updateTable('import_row').set({ outcome: 'unchecked', remarks: '[]', submission: '' }).where('import_id', '=', importId).execute()
    await enqueueStep(trx, importId)
  })
  if (moved.ok) await stepSome(ctx, importId)
  return moved
}

/** Begins to take in what is new, or goes on where it was stopped: the first rows at once, the others by a job. Side effect: audit. */
export async function startImport(ctx: Ctx, edition: Edition, importId: string): Promise<Result> {
  const started = await move(ctx, edition, importId, 'start', { state: 'running', stopped_by: '' }, async (trx) => {
    const { new: rows, taken } = await countRows(trx, { id: importId })
    await record(trx, { verb: 'import.started', edition, objectId: importId, facts: { rows: rows - taken } })
    await enqueueStep(trx, importId)
  })
  if (started.ok) await stepSome(ctx, importId)
  return started
}

/** Deletes a file that was not taken in. Side effect: audit. */
export async function discardImport(ctx: Ctx, edition: Edition, importId: string): Promise<Result> {
  const may = canImport(ctx.actor, edition)
  if (!may.ok) return may
  return inTransaction(ctx, async (trx) => {
    const found = await hold(trx, edition, importId, 'discard')
    if (!found.ok) return found
    await trx.db.deleteFrom('nomination_import').where('id', '=', importId).execute()
    await record(trx, { verb: 'import.discarded', edition, objectId: importId })
    return ok()
  })
}

/** What broke again and again waits for a person. What it has taken in stays. */
export async function giveUpImport({ db }: TrxCtx, importId: string): Promise<void> {
  await db.updateTable('nomination_import').set({ state: 'stopped' }).where('id', '=', importId).where('state', 'in', ['checking', 'running']).execute()
}

/** An import as it is, alone until the transaction ends; refused when it is past what is to be done. */
export async function hold(trx: TrxCtx, edition: Pick<Edition, 'id'>, importId: string, act: ImportAct): Promise<Result<Import>> {
  await holdAlone(trx.db, `import:${importId}`)
  const found = await findImport(trx, importId, edition)
  if (!found) return denied('not-found')
  const may = canAct(found.state, act)
  return may.ok ? ok(found) : may
}

async function move(ctx: Ctx, edition: Edition, importId: string, act: ImportAct, set: Updateable<NominationImportTable>, also: (trx: TrxCtx) => Promise<void>): Promise<Result> {
  const may = canImport(ctx.actor, edition)
  if (!may.ok) return may
  return inTransaction(ctx, async (trx) => {
    const found = await hold(trx, edition, importId, act)
    if (!found.ok) return found
    await trx.db.updateTable('nomination_import').set(set).where('id', '=', importId).execute()
    await also(trx)
    return ok()
  })
}

/** One job takes up what the one before has left. */
export function enqueueStep(trx: TrxCtx, importId: string): Promise<void> {
  return enqueue(trx, 'import.step', { importId }, { key: `import.step:${importId}:${newId()}` })
}
