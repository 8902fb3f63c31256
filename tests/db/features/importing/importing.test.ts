import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCsv } from '#app/domain/csv.ts'
import { valueOf } from '#app/domain/result.ts'
import { listHappenings } from '#app/features/audit/queries.server.ts'
import { guessColumns } from '#app/features/importing/columns.server.ts'
import { discardImport, matchColumns, startImport, uploadFile } from '#app/features/importing/commands.server.ts'
import { countRows, findImport, findInCommon, listRows, rememberedColumns, withoutCommon } from '#app/features/importing/queries.server.ts'
import { sentBeforeOpening } from '#app/features/importing/rows.server.ts'
import { getAsked } from '#app/features/nominations/queries.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { check, csvOf, row, setOrganised, upload, workOff } from '#tests/db/features/importing/scene.ts'
import { at, type Scene } from '#tests/db/features/nominations/scene.ts'
import { makeAccount } from '#tests/factories/index.ts'
import { makeXlsx } from '#tests/factories/xlsx.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { readTables } from '#tests/setup/tables.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setOrganised(fresh.db)
})
afterEach(() => fresh.close())

const start = (importId: string, of = scene) => startImport(of.ctx, of.edition, importId)
const listNominations = () => fresh.db.selectFrom('nomination').selectAll().orderBy('nominator_email').execute()

async function take(rows: Parameters<typeof check>[1]): Promise<string> {
  const importId = await check(scene, rows)
  valueOf(await start(importId))
  await workOff(scene, importId)
  return importId
}

/** Each row's outcome, and what is said of which field. */
async function outcomes(importId: string): Promise<string[]> {
  const { rows } = await listRows(scene.ctx, { id: importId }, undefined)
  return rows.map(({ number, outcome, remarks }) => [number, outcome, ...remarks.map(({ field, sentence }) => `${field}: ${sentence}`)].join(' '))
}

describe('a file', () => {
  test('is kept row by row, and nothing of it is taken in yet', async () => {
    const importId = await upload(scene, [row(1), {}, row(2)])
    expect(await outcomes(importId)).toEqual(['2 unchecked', '4 unchecked'])
    expect(await listNominations()).toEqual([])
    expect(await start(importId)).toMatchObject({ code: 'import-moved-on' })
  })

  test.each([
    ['nothing in it', ''], ['a head and no rows', 'Name,Award\n'], ['one column', 'Name\nSam\n'], ['a quotation mark too many', 'Name,Award\nSam,"Home\n'],
  ])('with %s is refused with the reason', async (_, text) => {
    expect(await uploadFile(scene.ctx, scene.edition, { name: 'x.csv', bytes: Buffer.from(text) })).toMatchObject({ ok: false, code: 'file-unreadable' })
    expect((await readTables(fresh.db)).nomination_import).toEqual([])
  })

  test('of 20,001 rows is too long', async () => {
    const text = `Name,Award\n${'a,b\n'.repeat(20_001)}`
    expect(await uploadFile(scene.ctx, scene.edition, { name: 'x.csv', bytes: Buffer.from(text) })).toMatchObject({ code: 'file-unreadable', facts: { problem: expect.stringContaining('20001 rows') as string } })
  })

  test('is not for assistants, nor before nominations open or once judging is', async () => {
    const actor = await makeAccount(fresh.db, { role: 'assistant', edition: scene.edition })
    const tried = [{ ...scene, ctx: { ...scene.ctx, actor } }, ...(['preparing', 'judging'] as const).map((stage) => ({ ...scene, edition: { ...scene.edition, stage } }))]
    const heard = await Promise.all(tried.map(({ ctx, edition }) => uploadFile(ctx, edition, { name: 'x.csv', bytes: csvOf([row(1)]) })))
    expect(heard.map((one) => !one.ok && one.code)).toEqual(['not-yours', 'wrong-stage', 'wrong-stage'])
  })

  test('can be discarded until it is taken in, with everything it said', async () => {
    const importId = await check(scene, [row(1)])
    valueOf(await discardImport(scene.ctx, scene.edition, importId))
    const { nomination_import: imports, import_row: rows } = await readTables(fresh.db)
    expect([imports, rows]).toEqual([[], []])
  })
})

describe('the columns', () => {
  test('that cannot be missing are asked for', async () => {
    const importId = await upload(scene, [row(1)])
    expect(await matchColumns(scene.ctx, scene.edition, scene.asked, importId, { name: 'Who are you nominating?', kind: 'Their job' })).toMatchObject({ code: 'columns-missing', facts: { missing: 'the category' } })
  })

  test('are remembered for the next file; matched anew, the rows are checked anew', async () => {
    const importId = await check(scene, [row(1, { nominatorName: 'A person' })], { kind: 'Their job' })
    expect(await outcomes(importId)).toEqual(['2 error kind: “Care worker” is not a person, a team or a service.'])
    expect(await rememberedColumns(scene.ctx, scene.edition)).toMatchObject({ kind: 'Their job' })
    const { columns = {} } = (await findImport(scene.ctx, importId)) ?? {}
    valueOf(await matchColumns(scene.ctx, scene.edition, scene.asked, importId, { ...columns, kind: 'Name' }))
    expect(await outcomes(importId)).toEqual(['2 new'])
  })
})

describe('the check says of each row', () => {
  test('what keeps it out, by row and column', async () => {
    const importId = await check(scene, [
      row(1), row(2, { kind: 'A dog' }), row(3, { name: '' }), row(4, { category: 'Best of all' }), row(5, { category: '' }), row(6, { sentence: '', own: ' ' }),
      row(7, { sentAt: '30 November' }), row(8, { sentAt: '12/24/26 9:00:00' }),
    ])
    expect(await outcomes(importId)).toEqual([
      '2 new',
      '3 error kind: “A dog” is not a person, a team or a service.',
      '4 error name: Write the name of who you are nominating.',
      '5 error category: “Best of all” is none of the categories.',
      '6 error category: Choose at least one category.',
      expect.stringMatching(/^7 error : It tells no story\./) as string,
      '8 error sentAt: “30 November” is no time that we can read.',
      '9 error sentAt: 9am on Thursday 24 December 2026 is still to come.',
    ])
  })

  test('what is odd, and taken in as it is', async () => {
    const importId = await check(scene, [
      row(1, { sentence: 'kind '.repeat(101) }), row(2, { nominatorEmail: 'anonymous' }), row(3, { sentAt: '10/1/26 9:00:00' }), row(4, { category: 'Home Care;Care Team;' }),
      row(5, { nominatorEmail: 'not-an-email', nominatorPhone: '01632 960 001' }),
    ])
    expect(await outcomes(importId)).toEqual([
      '2 new answer-sentence: Use 100 words or fewer. You have used 101.',
      '3 new nominatorName: Give an email address or a phone number, so that we can tell you what happens.',
      '4 new sentAt: It was sent before nominations opened, and counts as received when they did.',
      '5 new',
      '6 new nominatorEmail: “not-an-email” is no email address, so nothing can be sent to it.',
    ])
  })

  test('that a submission stands twice in the file, or was taken in before', async () => {
    await take([row(1)])
    expect(await outcomes(await check(scene, [row(1), row(2), row(3), row(2), row(1, { sentAt: '11/21/26 9:24:17' })]))).toEqual(['2 duplicate', '3 new', '4 new', '5 duplicate', '6 new : It looks the same as row 2.'])
  })

  test('that it looks the same as another but for its number and time', async () => {
    const importId = await check(scene, [row(1), row(2), row(3, { name: 'Sam 1', nominatorEmail: 'nell1@people.example', sentAt: '11/21/26 10:00:00' }), row(4, { submission: '', name: 'Sam 2', nominatorEmail: 'nell2@people.example' })])
    expect(await outcomes(importId)).toEqual(['2 new', '3 new', '4 new : It looks the same as row 2.', '5 new : It looks the same as row 3.'])
  })

  test('only what is its own, where nearly all have something in common', async () => {
    const early = { sentAt: '10/1/26 9:00:00' }
    const importId = await check(scene, [...Array.from({ length: 18 }, (_, index) => row(index + 1, early)), row(19, { ...early, nominatorEmail: 'no address', nominatorPhone: '01632 960 001' }), row(20)])
    const { remarks, nothingElse } = await findInCommon(scene.ctx, { id: importId })
    expect(remarks).toEqual([{ remark: { field: 'sentAt', sentence: sentBeforeOpening, blocks: false }, rows: 19 }])
    expect([(await countRows(scene.ctx, { id: importId })).remarked, (await countRows(scene.ctx, { id: importId }, nothingElse)).remarked]).toEqual([19, 1])
    const { rows } = await listRows(scene.ctx, { id: importId }, 'remarked', undefined, nothingElse)
    expect(rows.map((one) => [one.number, withoutCommon(one.remarks, remarks).map(({ field }) => field)])).toEqual([[20, ['nominatorEmail']]])
  })

  test('that it came after the close, or may have', async () => {
    const later = await at(scene, '2027-01-13T12:00:00.000Z')
    const importId = await check({ ...later, edition: { ...later.edition, stage: 'screening' } }, [
      row(1, { sentAt: '1/12/27 17:15:00' }), row(2, { sentAt: '1/12/27 17:15:01' }), row(3, { sentAt: '' }),
    ])
    expect(await outcomes(importId)).toEqual([
      '2 new', '3 error sentAt: It was sent after nominations had closed.', '4 error sentAt: Nominations have closed, and it does not say when it was sent.',
    ])
  })
})

describe('taken in', () => {
  test('what is new becomes nominations, received when they were sent; receipts are held', async () => {
    const importId = await take([row(1), row(2, { category: 'Nowhere' }), row(3, { nominatorEmail: '', nominatorPhone: '01632 960 001' })])
    const [third, first, ...others] = await listNominations()
    expect(others).toEqual([])
    expect([first, third]).toMatchObject([{ channel: 'import', received_at: '2026-11-20T09:24:17.000Z', late: 0, share_name: 1, state: 'live' }, { nominator_phone: '01632 960 001' }])
    expect(await fresh.db.selectFrom('message').select(['kind', 'state', 'about_id']).execute()).toEqual([{ kind: 'nomination.receipt', state: 'held', about_id: first?.id }])
    expect(await countRows(scene.ctx, { id: importId })).toMatchObject({ all: 3, taken: 2, error: 1 })
    expect((await findImport(scene.ctx, importId))?.state).toBe('done')
    expect(await listBroken(fresh.db)).toEqual([])
  })

  test('the words of the file are not kept beside the nominations: of who was left out only the name and for what, for a month', async () => {
    const importId = await take([row(1), row(2, { category: 'Nowhere' })])
    const { rows } = await listRows(scene.ctx, { id: importId }, undefined)
    expect(rows.map(({ cells, nomination }) => [cells.filter(Boolean), nomination?.nominee, nomination?.categories])).toEqual([
      [[], 'Sam 1', ['Home Care']], [['Sam 2', 'Nowhere'], undefined, undefined],
    ])
    await upload(await at(scene, '2027-01-02T12:00:00.000Z'), [row(3)])
    expect(await fresh.db.selectFrom('import_row').select('cells').where('import_id', '=', importId).where('cells', '<>', '[]').execute()).toEqual([])
  })

  test('what was typed for an email address and is none stays with its row', async () => {
    const importId = await take([row(1, { nominatorEmail: 'not-an-email' })])
    expect(await outcomes(importId)).toEqual([expect.stringContaining('“not-an-email” is no email address') as string])
  })

  test('by the system, for whoever began it, as the trail says', async () => {
    await take([row(1)])
    const { rows } = await listHappenings(scene.ctx, scene.edition, { group: 'nominations' })
    expect(rows.map(({ who, what }) => `${who} ${what}`)).toContain(`The system took in 1 nomination from a file, for Alex Example`)
  })

  test('pressed ten times at once, each row is taken in once', async () => {
    const importId = await check(scene, Array.from({ length: 60 }, (_, index) => row(index + 1)))
    await Promise.all(Array.from({ length: 10 }, () => start(importId)))
    await workOff(scene, importId)
    expect(await listNominations()).toHaveLength(60)
    expect(await listBroken(fresh.db)).toEqual([])
  })

  test('of two files with the same submission, one brings it', async () => {
    const files = [await check(scene, [row(1)]), await check(scene, [row(1)])]
    await Promise.all(files.map((id) => start(id)))
    expect(await listNominations()).toHaveLength(1)
    expect((await Promise.all(files.map((id) => countRows(scene.ctx, { id })))).map(({ taken, duplicate }) => [taken, duplicate]).sort()).toEqual([[0, 1], [1, 0]])
  })

  test('when judging opens meanwhile it stops, and what is in stays in', async () => {
    const importId = await check(scene, Array.from({ length: 450 }, (_, index) => row(index + 1, { nominatorEmail: '' })))
    valueOf(await start(importId))
    await fresh.db.updateTable('edition').set({ stage: 'judging' }).execute()
    await workOff(scene, importId)
    expect(await findImport(scene.ctx, importId)).toMatchObject({ state: 'stopped', stopped_by: 'wrong-stage' })
    await fresh.db.updateTable('edition').set({ stage: 'nominating' }).execute()
    valueOf(await start(importId))
    await workOff(scene, importId)
    expect(await countRows(scene.ctx, { id: importId })).toMatchObject({ taken: 450 })
  })
})

test('the sample of an export comes in whole, as CSV and as a workbook, and only once', async () => {
  const bytes = readFileSync(join(import.meta.dirname, '../../../fixtures/nominations-forms-export.csv'))
  const table = readCsv(bytes.toString('utf8'))
  if (!table.ok) throw new Error(table.problem)
  const known = ['Home Care Worker', 'Care Home Worker']
  for (const [index, name] of known.entries()) await fresh.db.updateTable('category').set({ name }).where('position', '=', index + 1).execute()
  await fresh.db.updateTable('edition').set({ version: 2 }).execute()
  const now = await at(scene, scene.ctx.now)
  const asked = await getAsked(now.ctx, now.edition)
  const taken = async (file: Buffer) => {
    const { importId } = valueOf(await uploadFile(now.ctx, now.edition, { name: 'x', bytes: file }))
    const { headers = [] } = (await findImport(now.ctx, importId)) ?? {}
    valueOf(await matchColumns(now.ctx, now.edition, asked, importId, guessColumns(headers, asked, {})))
    valueOf(await start(importId, now))
    await workOff(now, importId)
    const counts = await countRows(now.ctx, { id: importId })
    return [counts.taken, counts.duplicate, counts.error]
  }
  const mine = table.rows.filter((cells) => known.includes(cells[11] ?? '')).length
  expect(mine).toBeGreaterThan(20)
  expect(await taken(bytes)).toEqual([mine, 0, 160 - mine])
  expect(await taken(makeXlsx(table.rows.map((cells, line) => cells.map((cell, column) => (line > 0 && column === 0 ? Number(cell) : cell)))))).toEqual([0, mine, 160 - mine])
})
