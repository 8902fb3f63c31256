import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { countRows, findImport } from '#app/features/importing/queries.server.ts'
import { valueOf } from '#app/domain/result.ts'
import { startImport } from '#app/features/importing/commands.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import type { Db } from '#db/schema.ts'
import { at, type Scene } from '#tests/db/features/nominations/scene.ts'
import { check, row, setOrganised } from '#tests/db/features/importing/scene.ts'
import { noteFigures, times } from '#tests/faults/figures.ts'
import { startProcess } from '#tests/setup/app-process.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
  const open = await setOrganised(fresh.db)
  await fresh.db.updateTable('edition').set({ opens_at: '2020-01-01T00:00:00.000Z', closes_at: '2999-01-12T17:00:00.000Z', ceremony_at: '2999-03-23T19:00:00.000Z' }).execute()
  scene = await at(open, new Date().toISOString()) // by the machine's own clock, which the process reads
})
afterEach(() => fresh.close())

const rows = times(1200, 10_000)
const kills = times(2, 10)

test(`a file of ${rows} rows is taken in while the process is killed again and again: none is lost, none comes twice`, { timeout: 600_000 }, async () => {
  const importId = await check(scene, Array.from({ length: rows }, (_, index) => row(index + 1, { sentAt: '', nominatorEmail: '' })))
  valueOf(await startImport(scene.ctx, scene.edition, importId))
  await fresh.db.destroy() // from here on, the process alone has the file
  const started = performance.now()
  let killed = 0
  for (let state = 'running'; state !== 'done'; ) {
    const server = await startProcess(fresh.url, inject('build'))
    state = await workUntil(importId, killed < kills ? Math.ceil((rows * (killed + 1)) / (kills + 1)) : Infinity)
    await server.killed()
    killed += 1
    await forgetClaims()
  }
  const db = openDatabase(fresh.url)
  expect(await countRows({ db }, { id: importId })).toMatchObject({ all: rows, taken: rows, error: 0, duplicate: 0 })
  const { count } = await db.selectFrom('nomination').select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  expect([Number(count), await listBroken(db)]).toEqual([rows, []])
  await db.destroy()
  noteFigures({ rows, kills, lost: rows - Number(count), seconds: Math.round((performance.now() - started) / 1000) })
})

/** Waits until so many rows are in, or the file is done with. */
async function workUntil(importId: string, taken: number): Promise<string> {
  const db = openDatabase(fresh.url)
  try {
    for (;;) {
      const found = await findImport({ db }, importId)
      if (found?.state !== 'running' || (await countRows({ db }, { id: importId })).taken >= taken) return found?.state ?? ''
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  } finally {
    await db.destroy()
  }
}

/** As if the minutes had passed for which a process that was killed holds its job. */
async function forgetClaims(): Promise<void> {
  const db: Db = openDatabase(fresh.url)
  await db.updateTable('job').set({ claimed_until: '2020-01-01T00:00:00.000Z' }).where('state', '=', 'running').execute()
  await db.destroy()
}
