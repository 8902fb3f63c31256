import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { denied, ok } from '#app/domain/result.ts'
import { addToEmbargo, removeFromEmbargo } from '#app/features/moderation/embargo.commands.server.ts'
import { listConfidants } from '#app/features/moderation/embargo.queries.server.ts'
import { isUnderEmbargo } from '#app/features/moderation/embargo.server.ts'
import { grantRole } from '#app/features/people/commands.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { makeAccount, makeCtx, makeEdition } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { makeScene, type Scene } from '#tests/db/features/moderation/scene.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await makeScene(fresh.db)
})
afterEach(() => fresh.close())

const idOf = ({ actor }: Ctx) => (actor.kind === 'account' ? actor.accountId : '')
const verbs = async () => (await fresh.db.selectFrom('audit_event').select('verb').orderBy('seq').execute()).map(({ verb }) => verb)

describe('who sees results', () => {
  test('whom an owner named, not the owner unasked', async () => {
    expect(await Promise.all([scene.first, scene.owner, scene.outsider].map((ctx) => isUnderEmbargo(ctx, scene.edition)))).toEqual([true, false, false])
  })

  test('nobody any more once taken off the list, or no longer an organiser', async () => {
    expect(await removeFromEmbargo(scene.owner, scene.edition, idOf(scene.first))).toEqual(ok())
    expect(await isUnderEmbargo(scene.first, scene.edition)).toBe(false)
    const { actor } = scene.second
    expect(await isUnderEmbargo({ ...scene.second, actor: actor.kind === 'account' ? { ...actor, grants: [{ role: 'judge', editionId: scene.edition.id }] } : actor }, scene.edition)).toBe(false)
  })

  test('in one edition is not in another', async () => {
    const other = await makeEdition(fresh.db, { slug: '2028', current: 0 })
    expect(await isUnderEmbargo(scene.first, other)).toBe(false)
  })
})

describe('the list', () => {
  test('is the owner’s to change', async () => {
    expect(await addToEmbargo(scene.first, scene.edition, idOf(scene.outsider))).toEqual(denied('not-yours'))
    expect(await removeFromEmbargo(scene.first, scene.edition, idOf(scene.second))).toEqual(denied('not-yours'))
  })

  test('takes organisers, owners and witnesses only', async () => {
    const judge = await makeAccount(fresh.db, { role: 'judge', edition: scene.edition })
    expect(await addToEmbargo(scene.owner, scene.edition, judge.accountId)).toEqual(denied('not-found'))
    expect(await addToEmbargo(scene.owner, scene.edition, idOf(scene.owner))).toEqual(ok())
    expect(await isUnderEmbargo(makeCtx(fresh.db, { actor: scene.owner.actor }), scene.edition)).toBe(true)
    const witness = await makeAccount(fresh.db, { role: 'witness', edition: scene.edition })
    expect(await addToEmbargo(scene.owner, scene.edition, witness.accountId)).toEqual(ok())
    expect(await isUnderEmbargo(makeCtx(fresh.db, { actor: witness }), scene.edition)).toBe(false)
  })

  test('says what each is, by the role that opens most', async () => {
    const both = await makeAccount(fresh.db, { name: 'Person 4', role: 'witness', edition: scene.edition })
    const one = (await listConfidants(fresh, scene.edition)).map(({ name, role }) => [name, role])
    expect(one).toEqual([['Person 0', 'owner'], ['Person 1', 'organiser'], ['Person 2', 'organiser'], ['Person 3', 'organiser'], ['Person 4', 'witness']])
    await inTransaction(scene.owner, (trx) => grantRole(trx, both.accountId, 'organiser', scene.edition))
    expect((await listConfidants(fresh, scene.edition)).map(({ role }) => role)).toEqual(['owner', 'organiser', 'organiser', 'organiser', 'organiser'])
  })

  test('notes each change once, and takes somebody back', async () => {
    for (const act of [addToEmbargo, addToEmbargo, removeFromEmbargo, removeFromEmbargo, addToEmbargo]) await act(scene.owner, scene.edition, idOf(scene.outsider))
    expect((await verbs()).slice(2)).toEqual(['embargo.added', 'embargo.removed', 'embargo.added'])
    expect((await listConfidants(fresh, scene.edition)).filter(({ isOn }) => isOn).map(({ name, looks }) => [name, looks])).toEqual([['Person 1', 0], ['Person 2', 0], ['Person 3', 0]])
  })
})
