import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account } from '#app/domain/actor.ts'
import { valueOf, type Result } from '#app/domain/result.ts'
import { listHappenings } from '#app/features/audit/queries.server.ts'
import { withdrawNomination } from '#app/features/nominations/sending.commands.server.ts'
import { mergeNominees, suggestAgain, tellApart, undoMerge } from '#app/features/screening/merging.commands.server.ts'
import { findNominee, fingerprintOfSides, readSide } from '#app/features/screening/merging.queries.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import type { CategoryRow, NomineeRow } from '#db/schema.ts'
import { makeAccount, makeJudge, makeScorecard, testNow } from '#tests/factories/index.ts'
import { listEntries, receive, rewrite, send, setScene, type Received, type Scene } from '#tests/db/features/nominations/scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let scene: Scene
let organiser: Account
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScene(fresh.db)
  organiser = await makeAccount(fresh.db, { role: 'organiser', edition: scene.edition })
  scene = { ...scene, ctx: { ...scene.ctx, actor: organiser } }
})
afterEach(() => fresh.close())

/** A nomination of somebody nobody else has nominated. */
function nominated(name: string, categories: CategoryRow[] = [scene.home]): Promise<Received> {
  return receive(scene, { name, categories: categories.map(({ id }) => id) })
}
const idOf = ({ nomination }: Received) => nomination.nominee_id

async function nominee(id: string): Promise<NomineeRow> {
  const row = await findNominee(scene, scene.edition, id)
  if (!row) throw new Error('no such nominee')
  return row
}

async function merge(from: Received, into: Received, reason = ''): Promise<Result<{ mergeId: string }>> {
  const sides = [await readSide(scene, await nominee(idOf(from))), await readSide(scene, await nominee(idOf(into)))]
  return mergeNominees(scene.ctx, scene.edition, { fromId: idOf(from), intoId: idOf(into), reason, seen: fingerprintOfSides(sides) })
}
async function merged(from: Received, into: Received, reason = ''): Promise<string> {
  return valueOf(await merge(from, into, reason)).mergeId
}
const undo = (mergeId: string, reason = '') => undoMerge(scene.ctx, scene.edition, mergeId, reason)

/** To whom each nomination points, and who each nominee is. */
async function shape(...all: Received[]): Promise<string[]> {
  const names = new Map(await Promise.all(all.map(async (one) => [idOf(one), (await nominee(idOf(one))).name] as const)))
  return Promise.all(all.map(async (one) => {
    const { nominee_id } = await scene.db.selectFrom('nomination').select('nominee_id').where('id', '=', one.nomination.id).executeTakeFirstOrThrow()
    const { name, merged_into } = await nominee(idOf(one))
    return `${name}: nomination at ${names.get(nominee_id)}${merged_into ? `, is ${names.get(merged_into)}` : ''}`
  }))
}
const entries = async (of: Received) => (await listEntries(scene, idOf(of))).map(({ slug, state, version }) => `${slug} ${state} ${version}`)
const broken = () => listBroken(scene.db)

describe('a merge', () => {
  test('points the nominations to the other, joins entries, and is undone', async () => {
    const [a, b] = [await nominated('Ann'), await nominated('Bea', [scene.home, scene.team])]
    const mergeId = await merged(b, a)
    expect(await shape(a, b)).toEqual(['Ann: nomination at Ann', 'Bea: nomination at Ann, is Ann'])
    expect([await entries(a), await entries(b)]).toEqual([['home live 2', 'team live 1'], ['home withdrawn 2', 'team withdrawn 2']])
    expect(await broken()).toEqual([])
    valueOf(await undo(mergeId))
    expect(await shape(a, b)).toEqual(['Ann: nomination at Ann', 'Bea: nomination at Bea'])
    expect([await entries(a), await entries(b)]).toEqual([['home live 3', 'team withdrawn 2'], ['home live 3', 'team live 3']])
    expect(await broken()).toEqual([])
    expect(await undo(mergeId)).toMatchObject({ code: 'undone-already' })
  })

  test('is in the audit trail with what it moved', async () => {
    const [a, b] = [await nominated('Ann'), await nominated('Bea')]
    valueOf(await undo(await merged(b, a)))
    const { rows } = await listHappenings(scene.ctx, scene.edition, { objectId: idOf(a) })
    expect(rows.map(({ what }) => what)).toEqual(['took Bea out of Ann again, 1 nomination', 'merged Bea into Ann, 1 nomination'])
  })

  test('takes back the confirmation that all is about one person', async () => {
    const [a, b] = [await nominated('Ann'), await nominated('Bea')]
    await scene.db.updateTable('nominee').set({ confirmed_at: testNow }).where('id', '=', idOf(a)).execute()
    await merged(b, a)
    expect((await nominee(idOf(a))).confirmed_at).toBe(null)
  })

  test('is refused to assistants, to whoever is merged already, and when something else was previewed', async () => {
    const [a, b, c] = [await nominated('Ann'), await nominated('Bea'), await nominated('Cat')]
    const stale = { fromId: idOf(b), intoId: idOf(a), reason: '', seen: 'of before' }
    expect(await mergeNominees(scene.ctx, scene.edition, stale)).toMatchObject({ code: 'changed-meanwhile' })
    const assistant = await makeAccount(scene.db, { role: 'assistant', edition: scene.edition })
    expect(await mergeNominees({ ...scene.ctx, actor: assistant }, scene.edition, stale)).toMatchObject({ code: 'not-yours' })
    expect(await mergeNominees(scene.ctx, scene.edition, { ...stale, intoId: stale.fromId })).toMatchObject({ code: 'not-found' })
    await merged(b, a)
    expect([await merge(b, c), await merge(c, b)]).toMatchObject([{ code: 'merged-already' }, { code: 'merged-already' }])
    expect(await mergeNominees(scene.ctx, { ...scene.edition, stage: 'archived' }, stale)).toMatchObject({ code: 'wrong-stage' })
  })

  test('and telling apart know of each other, on pages opened before', async () => {
    const [a, b] = [await nominated('Ann Lee'), await nominated('Anne Lee')]
    const sides = [await readSide(scene, await nominee(idOf(a))), await readSide(scene, await nominee(idOf(b)))]
    const mergeAsSeen = (apart: boolean) => mergeNominees(scene.ctx, scene.edition, { fromId: idOf(a), intoId: idOf(b), reason: '', seen: fingerprintOfSides(sides, apart) })
    valueOf(await tellApart(scene.ctx, scene.edition, idOf(a), idOf(b)))
    expect(await mergeAsSeen(false)).toMatchObject({ code: 'changed-meanwhile' })
    valueOf(await mergeAsSeen(true))
    for (const mark of [tellApart, suggestAgain]) expect(await mark(scene.ctx, scene.edition, idOf(b), idOf(a))).toMatchObject({ code: 'merged-already', facts: { name: 'Ann Lee' } })
  })
})

describe('a chain C → B → A', () => {
  test('is flat, and comes apart from its end', async () => {
    const [a, b, c] = [await nominated('Ann'), await nominated('Bea'), await nominated('Cat')]
    const first = await merged(c, b)
    const second = await merged(b, a)
    expect(await shape(a, b, c)).toEqual(['Ann: nomination at Ann', 'Bea: nomination at Ann, is Ann', 'Cat: nomination at Ann, is Ann'])
    expect(await undo(first)).toMatchObject({ code: 'merged-later', facts: { into: 'Bea', later: 'Ann' } })
    valueOf(await undo(second))
    expect(await shape(a, b, c)).toEqual(['Ann: nomination at Ann', 'Bea: nomination at Bea', 'Cat: nomination at Bea, is Bea'])
    expect(await broken()).toEqual([])
    valueOf(await undo(first))
    expect(await shape(a, b, c)).toEqual(['Ann: nomination at Ann', 'Bea: nomination at Bea', 'Cat: nomination at Cat'])
    expect(await broken()).toEqual([])
  })

  test('two merged into one come out in any order', async () => {
    const [a, b, c] = [await nominated('Ann'), await nominated('Bea'), await nominated('Cat')]
    const first = await merged(b, a)
    await merged(c, a)
    valueOf(await undo(first))
    expect(await shape(a, b, c)).toEqual(['Ann: nomination at Ann', 'Bea: nomination at Bea', 'Cat: nomination at Ann, is Ann'])
    expect(await broken()).toEqual([])
  })

  test('whoever came out can go into another', async () => {
    const [a, b, c] = [await nominated('Ann'), await nominated('Bea'), await nominated('Cat')]
    valueOf(await undo(await merged(b, a)))
    await merged(b, c)
    await merged(a, c)
    expect(await shape(a, b, c)).toEqual(['Ann: nomination at Cat, is Cat', 'Bea: nomination at Cat, is Cat', 'Cat: nomination at Cat'])
    expect(await broken()).toEqual([])
  })
})

describe('while merged', () => {
  test('a nominator’s change raises the dossier where the nomination is, and leaves the other’s record alone', async () => {
    const [a, b] = [await nominated('Ann'), await nominated('Bea')]
    const mergeId = await merged(b, a)
    await rewrite(scene, b.draft, { name: 'Beatrice', categories: [scene.team.id] })
    valueOf(await send(scene, b.draft))
    expect([await entries(a), (await nominee(idOf(a))).name]).toEqual([['home live 3', 'team live 1'], 'Ann'])
    valueOf(await undo(mergeId))
    expect([await entries(a), await entries(b)]).toEqual([['home live 3', 'team withdrawn 2'], ['home withdrawn 2', 'team live 1']])
    expect(await broken()).toEqual([])
  })

  test('a withdrawal takes its words from the dossier where they are, also when the nomination was read before', async () => {
    const [a, b] = [await nominated('Ann'), await nominated('Bea', [scene.team])]
    const mergeId = await merged(b, a)
    valueOf(await withdrawNomination(scene.ctx, scene.edition, b.nomination))
    expect([await entries(a), await entries(b)]).toEqual([['home live 1', 'team withdrawn 2'], ['team withdrawn 2']])
    expect(await broken()).toEqual([])
    valueOf(await undo(mergeId))
    expect(await shape(a, b)).toEqual(['Ann: nomination at Ann', 'Bea: nomination at Bea'])
    expect(await broken()).toEqual([])
  })

  test('the refusal of one stands for both, and leaves with who refused', async () => {
    const [a, b] = [await nominated('Ann'), await nominated('Bea')]
    await scene.db.updateTable('nominee').set({ answer: 'objected', answered_at: testNow }).where('id', '=', idOf(b)).execute()
    const standing = async () => (await scene.db.selectFrom('entry').select(['standing', 'standing_reason']).where('nominee_id', '=', idOf(a)).execute())
    const mergeId = await merged(b, a)
    expect(await standing()).toEqual([{ standing: 'stood-down', standing_reason: 'The nominee objected to our using the information.' }])
    valueOf(await undo(mergeId))
    expect(await standing()).toEqual([{ standing: 'standing', standing_reason: '' }])
    expect(await broken()).toEqual([])
  })
})

describe('after scoring began', () => {
  async function score(of: Received): Promise<string> {
    const entry = await scene.db.selectFrom('entry').selectAll().where('nominee_id', '=', idOf(of)).executeTakeFirstOrThrow()
    const { id } = await makeScorecard(scene.db, await makeJudge(scene.db, scene.edition), entry, { state: 'in-progress', version: 1 })
    return id
  }

  test('a merge and its undoing take a reason; scores stay, on evidence that has changed', async () => {
    const [a, b] = [await nominated('Ann'), await nominated('Bea')]
    const scorecard = await score(b)
    expect(await merge(b, a)).toMatchObject({ code: 'reason-needed' })
    const mergeId = await merged(b, a, 'The manager confirmed it')
    expect(await undo(mergeId)).toMatchObject({ code: 'reason-needed' })
    valueOf(await undo(mergeId, 'Two sisters'))
    const kept = await scene.db
      .selectFrom('scorecard').innerJoin('entry', 'entry.id', 'scorecard.entry_id').select(['entry.nominee_id', 'scorecard.dossier_version', 'entry.dossier_version as now'])
      .where('scorecard.id', '=', scorecard).executeTakeFirstOrThrow()
    expect(kept).toEqual({ nominee_id: idOf(b), dossier_version: 1, now: 3 })
    expect(await scene.db.selectFrom('merge').select(['reason', 'undo_reason']).execute()).toEqual([{ reason: 'The manager confirmed it', undo_reason: 'Two sisters' }])
  })

  test('once a result is sealed, nothing is merged here', async () => {
    const [a, b] = [await nominated('Ann'), await nominated('Bea')]
    const mergeId = await merged(b, a)
    await scene.db.updateTable('category').set({ state: 'sealed' }).where('id', '=', scene.home.id).execute()
    expect(await undo(mergeId, 'Two sisters')).toMatchObject({ code: 'result-sealed', facts: { category: 'Home Care' } })
  })
})

describe('two organisers at once', () => {
  test('merge two into each other: one of them is told', async () => {
    const [a, b] = [await nominated('Ann'), await nominated('Bea')]
    const both = await Promise.all([merge(a, b), merge(b, a)])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await broken()).toEqual([])
  })

  test('merge one into two others, and undo twice', async () => {
    const [a, b, c] = [await nominated('Ann'), await nominated('Bea'), await nominated('Cat')]
    const both = await Promise.all([merge(b, a), merge(b, c)])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    const { id } = await scene.db.selectFrom('merge').select('id').executeTakeFirstOrThrow()
    expect((await Promise.all([undo(id), undo(id)])).map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await broken()).toEqual([])
  })

  test('one merges while nominators withdraw and change', async () => {
    const [a, b, c] = [await nominated('Ann'), await nominated('Bea', [scene.team]), await nominated('Cat')]
    await rewrite(scene, c.draft, { categories: [scene.home.id, scene.team.id] })
    await Promise.all([merge(b, a), merge(c, a), withdrawNomination(scene.ctx, scene.edition, b.nomination), send(scene, c.draft)])
    expect(await broken()).toEqual([])
  })
})

/** Everything a day of screening can do to five nominees, in any order: what is refused changes nothing. */
test('thirty days of merging and undoing leave nothing askew, and undone they leave nothing behind', { timeout: 120_000 }, async () => {
  const all = await Promise.all(['Ann', 'Bea', 'Cat', 'Dee', 'Eve'].map((name, at) => nominated(name, at % 2 ? [scene.home, scene.team] : [scene.home])))
  const step = fc.oneof(fc.record({ from: fc.nat(4), into: fc.nat(4) }), fc.record({ undo: fc.nat(9) }))
  for (const day of fc.sample(fc.array(step, { minLength: 3, maxLength: 8 }), { numRuns: 30, seed: 23 })) {
    for (const act of day) {
      if ('undo' in act) {
        const standing = await listStanding()
        await undo(standing[act.undo % Math.max(1, standing.length)] ?? 'none')
      } else {
        const [from, into] = [all[act.from], all[act.into]]
        if (from && into) await merge(from, into)
      }
      expect(await broken()).toEqual([])
    }
    await undoAll()
    expect(await shape(...all)).toEqual(['Ann', 'Bea', 'Cat', 'Dee', 'Eve'].map((name) => `${name}: nomination at ${name}`))
  }
})

async function listStanding(): Promise<string[]> {
  const rows = await scene.db.selectFrom('merge').select('id').where('undone_at', 'is', null).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** In whatever order is allowed. */
async function undoAll(): Promise<void> {
  for (let standing = await listStanding(); standing.length; standing = await listStanding()) {
    const done = []
    for (const id of standing) {
      done.push((await undo(id)).ok)
      expect(await broken()).toEqual([])
    }
    expect(done).toContain(true)
  }
}
