import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { valueOf } from '#app/domain/result.ts'
import { rootOf } from '#app/domain/seal.ts'
import type { PublishedSeal } from '#app/domain/seal-file.ts'
import { followsFromScores, sealedCsv, sealedScores } from '#app/domain/sealed-scores.ts'
import type { Standings } from '#app/domain/scoring/standings.ts'
import { saveDecision } from '#app/features/moderation/decisions.commands.server.ts'
import { readPublishedSeal } from '#app/features/moderation/seals.queries.server.ts'
import { closeScoring, settleDecision } from '#app/features/moderation/steps.commands.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { makeEntry, makeJudge, makeScorecard, testNow } from '#tests/factories/index.ts'
import { editionNow, inOrder, makeScene, reveal, sealBoth, type Scene } from '#tests/db/features/moderation/scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let scene: Scene
const folder = mkdtempSync(join(tmpdir(), 'sealed-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => fresh.close())

/**
 * Scores as awkward as they come: scales that differ, marks that could not be given, an entry that stood down and one below
 * the quorum, twelve judges, one of whom marks low.
 */
beforeEach(async () => {
  fresh = await freshDatabase()
  const { db } = fresh
  scene = await makeScene(db)
  const { edition, category } = scene
  await db.updateTable('criterion').set({ weight: 70 }).where('category_id', '=', category.id).execute()
  const second = { id: newId(), category_id: category.id, position: 2, name: 'Courage', weight: 30, scale_min: 1, scale_max: 7, anchors: '[]' }
  await db.insertInto('criterion').values(second).execute()
  const [first] = await db.selectFrom('criterion').select('id').where('category_id', '=', category.id).orderBy('position').execute()
  await db.updateTable('edition').set((e) => ({ version: e('version', '+', 1) })).execute()
  const more = [await makeEntry(db, edition, category, { shortlist: 'in' }), await makeEntry(db, edition, category, { shortlist: 'in' })]
  const judges = [...scene.judges]
  while (judges.length < 12) judges.push(await makeJudge(db, edition, { panels: [category] }))
  for (const [j, judge] of judges.entries()) {
    for (const [i, entry] of [...scene.entries, ...more].entries()) {
      if ((i + j) % 3 === 0 || (i === 4 && j !== 1)) continue // and the last is scored once
      const card = scene.cards.find(({ judge_id, entry_id }) => judge_id === judge.id && entry_id === entry.id) ?? (await makeScorecard(db, judge, entry, { state: 'finished', version: 1, finished_at: testNow }))
      await db.deleteFrom('mark').where('scorecard_id', '=', card.id).execute()
      const value = Math.min(5, Math.max(0, 5 - i + ((i * 7 + j * 5) % 3) - (j === 2 ? 1 : 0)))
      const marks = [{ criterion_id: first!.id, value }, { criterion_id: second.id, value: j % 5 === 0 ? null : 1 + ((i * 3 + j * 11) % 7) }]
      await db.insertInto('mark').values(marks.map((mark) => ({ scorecard_id: card.id, ...mark, cannot_judge: mark.value === null ? (1 as const) : (0 as const), reason: '' }))).execute()
    }
  }
  await db.updateTable('entry').set({ standing: 'stood-down', standing_reason: 'Moved' }).where('id', '=', more[0]!.id).execute()
  valueOf(await closeScoring(scene.first, await editionNow(scene), 'care'))
  valueOf(await saveDecision(scene.first, edition, 'care', { version: 0, reason: 'As the panel had it.', awards: inOrder(scene) }))
  valueOf(await settleDecision(scene.first, await editionNow(scene), 'care'))
  await sealBoth(scene)
  await reveal(scene)
})

const opened = async () => {
  const seal = await readPublishedSeal(scene.first, await editionNow(scene))
  return { seal, leaf: seal.leaves[0]!.opened!.leaf }
}
function fileOf(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

test('npm run results on the published score sheet gives the sealed standings, to the last digit', async () => {
  const { leaf } = await opened()
  const scores = sealedScores(leaf)!
  const { ordering, seed, version } = scores.method
  const out = execFileSync(process.execPath, ['app/results.ts', fileOf('scores.csv', sealedCsv(scores)), '--json', '--order', ordering, '--seed', String(seed)], { encoding: 'utf8' })
  const printed = JSON.parse(out) as Standings
  expect({ version: printed.version, seed: printed.seed, method: printed.method }).toEqual({ version, seed, method: 'reml' })
  const byEntry = new Map(printed.entries.map(({ entry, n, ...rest }) => [entry, { entry, scores: n, ...rest }]))
  expect(scores.standings.map(({ place: _, ...sealed }) => sealed)).toEqual(scores.standings.map(({ entry }) => byEntry.get(String(entry))))
  // five entries were scored: one stood down and is not sealed, one is below the quorum and has no place
  expect([printed.entries.length, scores.standings.length, scores.standings.filter(({ place }) => place === null).length]).toEqual([5, 4, 1])
  expect(new Set(printed.judges.map(({ judge }) => judge)).size).toBe(12)
})

test('the sheet names nobody, neither judges nor entries', async () => {
  const { leaf } = await opened()
  expect(sealedCsv(sealedScores(leaf)!)).toMatch(/^entry,judge,criterion,score,weight,state\r\n[a-z2-9]{20},J\d\d,C1,/)
  for (const { id } of scene.judges) expect(leaf).not.toContain(id)
})

describe('npm run seal:verify', () => {
  const verify = (seal: PublishedSeal) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['app/seal-verify.ts', fileOf('seal.json', JSON.stringify(seal))], { encoding: 'utf8' })
    return [status, stdout.trim().split('\n').at(-1), stderr.trim()]
  }

  test('works the standings out again', async () => {
    const { seal } = await opened()
    expect(verify(seal)).toEqual([0, 'Standings worked out again from the sealed scores, the same to the last digit: 1.', ''])
  })

  test('finds standings that do not follow from the scores, though every hash is right', async () => {
    const { seal, leaf } = await opened()
    const text = leaf.replace(/"raw":(\d)\.(\d)/, (_, whole: string, tenth: string) => `"raw":${whole}.${(Number(tenth) + 1) % 10}`)
    const digest = (what: string) => createHash('sha256').update(what, 'utf8').digest('hex')
    const hash = digest(`leaf\n${seal.leaves[0]!.opened!.nonce}\n${text}`)
    const forged = { ...seal, leaves: [{ ...seal.leaves[0]!, hash, opened: { ...seal.leaves[0]!.opened!, leaf: text } }], roots: [{ ...seal.roots[0]!, ...rootOf([hash], digest) }] }
    expect(verify(forged)).toEqual([1, '', `${seal.leaves[0]!.title}, seal 1: the standings do not follow from the scores that were sealed with them.`])
  })
})

test('leaves from before score sheets were sealed have none; those of another version are not worked out again', async () => {
  const { leaf } = await opened()
  const { sheet: _, ...old } = JSON.parse(leaf) as Record<string, unknown>
  expect(sealedScores(JSON.stringify(old))).toBeNull()
  const scores = sealedScores(leaf)!
  expect([followsFromScores(scores), followsFromScores({ ...scores, method: { ...scores.method, version: '0' } })]).toEqual([true, null])
})
