import type { Edition } from '#app/domain/edition.ts'
import { canOrganise } from '#app/domain/actor.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { holdEdition } from '#app/features/editions/queries.server.ts'
import { hold } from '#app/features/importing/commands.server.ts'
import { canAct } from '#app/features/importing/policy.ts'
import { listWorkedOn, type Import } from '#app/features/importing/queries.server.ts'
import { keepNames } from '#app/features/importing/steps.commands.server.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'

const rowsAtOnce = 500
const namedAtMost = 5

/**
 * Takes a whole import back, as if it had never been, while nobody has done anything with its nominations nor been written to:
 * they are deleted, with their nominees, entries, links and held receipts. The file can be taken in again. Side effect: audit.
 */
export async function undoImport(ctx: Ctx, edition: Edition, importId: string): Promise<Result> {
  if (!canOrganise(ctx.actor, edition.id)) return denied('not-yours')
  return inTransaction(ctx, async (trx) => {
    await holdEdition(trx, edition.id, 'alone')
    const found = await hold(trx, edition, importId, 'undo')
    if (!found.ok) return found
    const may = await mayUndo(trx, found.value)
    if (!may.ok) return may
    const taken = await listTakenIn(trx, importId)
    await trx.db.updateTable('import_row').set({ nomination_id: null }).where('import_id', '=', importId).execute()
    for (let from = 0; from < taken.length; from += rowsAtOnce) await deleteNominations(trx, taken.slice(from, from + rowsAtOnce))
    await keepNames(trx, found.value) // of a file that was stopped half way, all the words are still there
    await trx.db.updateTable('nomination_import').set({ state: 'undone', ended_at: edition.now }).where('id', '=', importId).execute()
    await record(trx, { verb: 'import.undone', edition, objectId: importId, facts: { rows: taken.length } })
    return ok()
  })
}

/** Whether an import as it is can be undone: for its page beforehand, and once more when it is done. */
export async function mayUndo(ctx: Pick<Ctx | TrxCtx, 'db'>, found: Import): Promise<Result> {
  const may = canAct(found.state, 'undo')
  if (!may.ok) return may
  const worked = await listWorkedOn(ctx, found)
  return worked.length ? denied('import-worked-on', { count: worked.length, which: whichOf(worked) }) : ok()
}

function whichOf(worked: { reference: string }[]): string {
  const named = worked.slice(0, namedAtMost).map(({ reference }) => reference).join(', ')
  return worked.length > namedAtMost ? `${named} and others` : named
}

type TakenIn = { id: string; nominee_id: string }

function listTakenIn({ db }: TrxCtx, importId: string): Promise<TakenIn[]> {
  return db.selectFrom('import_row as r').innerJoin('nomination as n', 'n.id', 'r.nomination_id').select(['n.id', 'n.nominee_id']).where('r.import_id', '=', importId).execute()
}

async function deleteNominations({ db }: TrxCtx, taken: TakenIn[]): Promise<void> {
  const [ids, nominees] = [taken.map(({ id }) => id), taken.map(({ nominee_id }) => nominee_id)]
  for (const table of ['answer', 'nomination_version', 'nomination_category'] as const) await db.deleteFrom(table).where('nomination_id', 'in', ids).execute()
  await db.deleteFrom('link').where('subject_id', 'in', ids).where('kind', '=', 'status').execute()
  await db.deleteFrom('message').where('about_id', 'in', ids).execute()
  await db.deleteFrom('entry').where('nominee_id', 'in', nominees).execute()
  await db.deleteFrom('nomination').where('id', 'in', ids).execute()
  await db.deleteFrom('nominee').where('id', 'in', nominees).execute()
}
