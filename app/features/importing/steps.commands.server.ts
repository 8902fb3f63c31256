import type { Updateable } from 'kysely'
import { system } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { findLatestActor } from '#app/features/audit/queries.server.ts'
import { record } from '#app/features/audit/record.server.ts'
import { holdEdition } from '#app/features/editions/queries.server.ts'
import { canImport } from '#app/features/importing/policy.ts'
import { cellsSchema, countRows, findImport, listTaken, remarksSchema, type Import } from '#app/features/importing/queries.server.ts'
import { readRow, rowOf, type ReadRow, type Remark } from '#app/features/importing/rows.server.ts'
import type { Asked } from '#app/features/nominations/journey.ts'
import { getAsked } from '#app/features/nominations/queries.server.ts'
import { receiveNomination } from '#app/features/nominations/sending.commands.server.ts'
import { noSigns, suspicionsOf } from '#app/features/nominations/suspicion.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import { putRows } from '#db/hot.server.ts'
import type { ImportRowRow, NominationImportTable } from '#db/schema.ts'
import type { ImportOutcome } from '#db/vocabulary.ts'

/** Rows in one transaction: meanwhile nobody else writes, and on SQLite nobody else is answered. */
const rowsAtOnce = 25
/** Lots before other jobs have their turn. */
const lotsAtOnce = 16
const putAtOnce = 500

/** Takes a file some lots further; true while there is more to do. */
export async function stepSome(ctx: Ctx, importId: string): Promise<boolean> {
  for (let lots = 0; lots < lotsAtOnce; lots += 1) if (!(await stepImport(ctx, importId))) return false
  return true
}

/**
 * The next rows of a file: checked, or taken in, each lot in one transaction, so that whatever ends the process leaves none by
 * halves. Whoever asked for it, it is the system that does it. Side effects of taking in: those of receiving, with receipts held.
 */
function stepImport(ctx: Ctx, importId: string): Promise<boolean> {
  return inTransaction({ ...ctx, actor: system }, async (trx) => {
    await holdAlone(trx.db, `import:${importId}`)
    const found = await findImport(trx, importId)
    if (found?.state !== 'checking' && found?.state !== 'running') return false
    const edition = await holdEdition(trx, found.edition_id, 'sending')
    const lot: Lot = { trx, found, edition, asked: await getAsked(trx, edition) }
    return found.state === 'checking' ? checkSome(lot) : takeSome(lot)
  })
}

interface Lot {
  trx: TrxCtx
  found: Import
  edition: Edition
  asked: Asked
}

type Unread = Pick<ImportRowRow, 'number' | 'cells'>

function read({ found: { headers, columns }, asked, edition }: Lot, { cells }: Unread): ReadRow {
  const texts = cellsSchema.parse(JSON.parse(cells))
  const row = readRow(rowOf(headers, texts), columns, asked, edition)
  const tooMany = texts.slice(headers.length).some((text) => text !== '')
  return tooMany ? { ...row, remarks: [{ field: '', sentence: 'It has more cells than there are columns.', blocks: true }, ...row.remarks] } : row
}

async function checkSome(lot: Lot): Promise<boolean> {
  const { trx: { db }, found: { id }, edition } = lot
  const rows = await db.selectFrom('import_row').select(['number', 'cells']).where('import_id', '=', id).where('outcome', '=', 'unchecked').orderBy('number').limit(rowsAtOnce).execute()
  const checked = rows.map((row) => ({ ...row, ...read(lot, row) }))
  const known = new Set([...(await listTaken(lot.trx, edition, checked.map((row) => row.submission))), ...(await listInFile(lot, checked.map((row) => row.submission)))])
  await putRows(db, 'import_row', checked.map(({ number, cells, submission, remarks }) => {
    const isKnown = submission !== '' && known.has(submission)
    known.add(submission)
    const outcome: ImportOutcome = remarks.some(({ blocks }) => blocks) ? 'error' : isKnown ? 'duplicate' : 'new'
    return { import_id: id, number, cells, submission, outcome, remarks: JSON.stringify(remarks) }
  }), ['import_id', 'number'])
  if (rows.length === rowsAtOnce) return true
  await remarkOnRepeats(lot)
  await set(lot, { state: 'checked' })
  return false
}

/**
 * Of rows that say the same but for their number and their time, the later ones are told which they look like: somebody may
 * have sent the form twice. Once for the whole file, when each of its rows has been read.
 */
async function remarkOnRepeats({ trx: { db }, found: { id, headers, columns } }: Lot): Promise<void> {
  const said = headers.map((header) => Object.entries(columns).some(([field, column]) => column === header && field !== 'submission' && field !== 'sentAt'))
  const rows = await db.selectFrom('import_row').selectAll().where('import_id', '=', id).where('outcome', '<>', 'error').orderBy('number').execute()
  const first = new Map<string, number>()
  const repeats = rows.flatMap((row) => {
    const words = JSON.stringify(cellsSchema.parse(JSON.parse(row.cells)).filter((_, at) => said[at]))
    const like = first.get(words)
    if (like === undefined) first.set(words, row.number)
    return like === undefined || row.outcome !== 'new' ? [] : [withRemark(row, `It looks the same as row ${like}.`)]
  })
  await putInLots(db, repeats)
}

function withRemark(row: ImportRowRow, sentence: string): ImportRowRow {
  const remark: Remark = { field: '', sentence, blocks: false }
  return { ...row, remarks: JSON.stringify([...remarksSchema.parse(JSON.parse(row.remarks)), remark]) }
}

async function putInLots(db: TrxCtx['db'], rows: ImportRowRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += putAtOnce) await putRows(db, 'import_row', rows.slice(from, from + putAtOnce), ['import_id', 'number'])
}

/** Submissions among these that stand further up in the same file. */
async function listInFile({ trx: { db }, found: { id } }: Lot, submissions: string[]): Promise<string[]> {
  const asked = submissions.filter(Boolean)
  if (asked.length === 0) return []
  const rows = await db.selectFrom('import_row').select('submission').where('import_id', '=', id).where('submission', 'in', asked).execute()
  return rows.map(({ submission }) => submission)
}

async function takeSome(lot: Lot): Promise<boolean> {
  const { trx, found: { id }, edition } = lot
  const may = canImport(trx.actor, edition)
  if (!may.ok) return stop(lot, may.code)
  await holdAlone(trx.db, `imports:${edition.id}`) // of two files with one submission, the second sees the first
  const rows = await trx.db
    .selectFrom('import_row').select(['number', 'cells', 'submission'])
    .where('import_id', '=', id).where('outcome', '=', 'new').where('nomination_id', 'is', null).orderBy('number').limit(rowsAtOnce).execute()
  const taken = await listTaken(trx, edition, rows.map((row) => row.submission))
  for (const row of rows) await (row.submission && taken.has(row.submission) ? settle(lot, row, { outcome: 'duplicate' }) : takeOne(lot, row))
  if (rows.length === rowsAtOnce) return true
  await finish(lot)
  return false
}

/** Reads the row once more, since what the edition asks may have changed after it was checked. */
async function takeOne(lot: Lot, row: Unread): Promise<void> {
  const { trx, edition, asked } = lot
  const { answers, receivedAt, remarks } = read(lot, row)
  if (remarks.some(({ blocks }) => blocks)) return settle(lot, row, { outcome: 'error', remarks: JSON.stringify(remarks) })
  const suspicions = suspicionsOf(edition, { answers }, noSigns)
  const { nominationId } = await receiveNomination(trx, edition, asked, { answers, channel: 'import', receivedAt, suspicions, holdReceipt: true })
  await settle(lot, row, { nomination_id: nominationId, cells: '[]' })
}

async function settle({ trx: { db }, found: { id } }: Lot, { number }: Unread, columns: Updateable<ImportRowRow>): Promise<void> {
  await db.updateTable('import_row').set(columns).where('import_id', '=', id).where('number', '=', number).execute()
}

async function finish(lot: Lot): Promise<void> {
  const { trx, found, edition } = lot
  await keepNames(trx, found)
  await set(lot, { state: 'done', ended_at: edition.now })
  await recordEnd(lot, 'import.done')
}

/** What was not taken in stays with its number, its remarks, and who was nominated for what, so that it can be mended; its other words go. */
export async function keepNames({ db }: TrxCtx, { id, headers, columns }: Import): Promise<void> {
  const kept = headers.map((header) => header !== '' && (header === columns.name || header === columns.category))
  const rows = await db.selectFrom('import_row').selectAll().where('import_id', '=', id).where('cells', '<>', '[]').execute()
  await putInLots(db, rows.map((row) => ({ ...row, cells: JSON.stringify(cellsSchema.parse(JSON.parse(row.cells)).map((cell, at) => (kept[at] ? cell : ''))) })))
}

async function stop(lot: Lot, code: string): Promise<boolean> {
  await set(lot, { state: 'stopped', stopped_by: code })
  await recordEnd(lot, 'import.stopped')
  return false
}

/** How far it came, and for whom: the trail says who began it, or let it go on. */
async function recordEnd({ trx, found: { id }, edition }: Lot, verb: 'import.done' | 'import.stopped'): Promise<void> {
  const { taken } = await countRows(trx, { id })
  const other = await findLatestActor(trx, id, 'import.started')
  await record(trx, { verb, edition, objectId: id, facts: { rows: taken, ...(other && { other }) } })
}

async function set({ trx: { db }, found: { id } }: Lot, columns: Updateable<NominationImportTable>): Promise<void> {
  await db.updateTable('nomination_import').set(columns).where('id', '=', id).execute()
}
