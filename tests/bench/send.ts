import { newId } from '#app/platform/tokens.server.ts'
import type { Database, Db } from '#db/schema.ts'
import { measureWriting } from '#tests/bench/beside.ts'
import { cookieFor, prepareEdition, request } from '#tests/bench/edition.ts'
import type { Bench, Row } from '#tests/bench/types.ts'
import type { Write } from '#tests/bench/servers.ts'

const perRound = 1500

/** *Send*: a draft becomes a nomination. */
export async function measureSend(bench: Bench): Promise<Row[]> {
  const { file, db } = await prepareEdition(bench.folder, 'send')
  const writes = await writesOfOneSending(db)
  const drafts = await makeDrafts(db, perRound * (bench.rounds + 1))
  await db.destroy()
  const requests = await Promise.all(drafts.map(async (id) => request('POST', `/nominate/${id}/check`, { Cookie: await cookieFor([id]) })))
  return measureWriting(bench, { name: 'send', file, requests, perRound, status: '303', writes, rows: writes.length })
}

/** Complete drafts, copies of one that was sent. */
async function makeDrafts(db: Db, count: number): Promise<string[]> {
  const sent = await db.selectFrom('nomination').innerJoin('draft', 'draft.id', 'nomination.draft_id').selectAll('draft').executeTakeFirstOrThrow()
  const drafts = Array.from({ length: count }, () => ({ ...sent, id: newId() }))
  await db.transaction().execute(async (trx) => {
    for (let from = 0; from < drafts.length; from += 200) await trx.insertInto('draft').values(drafts.slice(from, from + 200)).execute()
  })
  return drafts.map((draft) => draft.id)
}

/** Every row that sending that draft wrote, ready to be written again under other ids. */
async function writesOfOneSending(db: Db): Promise<Write[]> {
  const { id, nominee_id } = await db.selectFrom('nomination').select(['id', 'nominee_id']).where('draft_id', 'is not', null).executeTakeFirstOrThrow()
  const message = await db.selectFrom('message').select('id').where('about_id', '=', id).executeTakeFirstOrThrow()
  const rows = async (table: keyof Database, column: string, value: string) =>
    (await db.selectFrom(table).selectAll().where(column as never, '=', value as never).execute()) as Record<string, string | number | null>[]
  const writes = [
    ...(await rows('nominee', 'id', nominee_id)).map((row) => write('nominee', row, ['id'])),
    ...(await rows('nomination', 'id', id)).map((row) => write('nomination', row, ['id', 'nominee_id', 'draft_id', 'reference'])),
    ...(await rows('nomination_version', 'nomination_id', id)).map((row) => write('nomination_version', row, ['nomination_id'])),
    ...(await rows('nomination_category', 'nomination_id', id)).map((row) => write('nomination_category', row, ['nomination_id'])),
    ...(await rows('answer', 'nomination_id', id)).map((row) => write('answer', row, ['nomination_id'])),
    ...(await rows('entry', 'nominee_id', nominee_id)).map((row) => write('entry', row, ['id', 'nominee_id'])),
    ...(await rows('audit_event', 'object_id', id)).map(({ seq: _seq, chain_no: _chain, hash: _hash, ...row }) => write('audit_event', row, ['object_id'])),
    ...(await rows('link', 'subject_id', id)).map((row) => write('link', row, ['id', 'subject_id', 'token_hash'])),
    ...(await rows('message', 'id', message.id)).map((row) => write('message', row, ['id', 'about_id'])),
    ...(await rows('job', 'key', `message.deliver:${message.id}:1`)).map((row) => write('job', row, ['id', 'key'])),
  ]
  return writes
}

function write(table: string, row: Record<string, string | number | null>, own: string[]): Write {
  const columns = Object.keys(row)
  return {
    sql: `insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    values: Object.values(row),
    own: own.map((name) => columns.indexOf(name)),
  }
}
