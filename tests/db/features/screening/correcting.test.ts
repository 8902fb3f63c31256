import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok } from '#app/domain/result.ts'
import { correctNominee, findParticulars } from '#app/features/screening/correcting.commands.server.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition, makeEntry, makeNomination } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let edition: Edition
let id: string
beforeEach(async () => {
  fresh = await freshDatabase()
  edition = await makeEdition(fresh.db)
  id = (await makeEntry(fresh.db, edition, await makeCategory(fresh.db, edition))).nominee_id
})
afterEach(() => fresh.close())

const told = { name: 'Siân Pomfrey', said_as: 'Sharn', job: 'Manager', employer: 'The Orrery House', reach: 'sian@people.example' }
const ctx = () => makeCtx(fresh.db)
const seen = async () => (await findParticulars(fresh, id)).seen
const verbs = async () => (await fresh.db.selectFrom('audit_event').select(['verb', 'facts']).execute()).map((one) => [one.verb, one.facts])

test('what is put right is what is held, under the employer’s own key; the trail has no words of it', async () => {
  expect(await correctNominee(ctx(), edition, id, { ...told, confirmed: false, seen: await seen() })).toEqual(ok())
  expect(await findParticulars(fresh, id)).toMatchObject({ ...told, confirmed: false, merged: false })
  expect(await fresh.db.selectFrom('nominee').select('employer_key').executeTakeFirst()).toEqual({ employer_key: 'orrery' })
  expect(await verbs()).toEqual([['nominee.corrected', '{}']])
})

test('saving what is there writes nothing', async () => {
  const { name, said_as, job, employer, reach } = await findParticulars(fresh, id)
  expect(await correctNominee(ctx(), edition, id, { name, said_as, job, employer, reach, confirmed: false, seen: await seen() })).toEqual(ok())
  expect(await verbs()).toEqual([])
})

test('a person is confirmed for all that was merged, and that is taken back', async () => {
  const other = await makeNomination(fresh.db, edition, await makeCategory(fresh.db, edition))
  await fresh.db.updateTable('nominee').set({ merged_into: id }).where('id', '=', other.nominee_id).execute()
  const confirmed = async () => (await fresh.db.selectFrom('nominee').select('confirmed_at').where('id', '=', id).executeTakeFirst())?.confirmed_at
  expect((await findParticulars(fresh, id)).merged).toBe(true)
  expect(await correctNominee(ctx(), edition, id, { ...told, confirmed: true, seen: await seen() })).toEqual(ok())
  expect(await confirmed()).toBe(edition.now)
  expect(await correctNominee(ctx(), edition, id, { ...told, confirmed: false, seen: await seen() })).toEqual(ok())
  expect(await confirmed()).toBeNull()
})

test('only as it was seen, and only by those who run the edition', async () => {
  const before = await seen()
  await fresh.db.updateTable('nominee').set({ job: 'Nurse' }).execute()
  expect(await correctNominee(ctx(), edition, id, { ...told, confirmed: false, seen: before })).toEqual(denied('changed-meanwhile'))
  const actor = await makeAccount(fresh.db, { role: 'assistant', edition })
  expect(await correctNominee(makeCtx(fresh.db, { actor }), edition, id, { ...told, confirmed: false, seen: await seen() })).toEqual(denied('not-yours'))
})
