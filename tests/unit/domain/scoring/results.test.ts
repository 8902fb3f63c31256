import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { workOut, type Standings } from '#app/domain/scoring/standings.ts'
import { scoresIn, sheetOf } from '#tests/unit/domain/scoring/panels.ts'

const folder = mkdtempSync(join(tmpdir(), 'results-'))
afterAll(() => rmSync(folder, { recursive: true }))

function results(...args: string[]): Promise<{ code: number; out: string; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['app/results.ts', ...args], (error, out, said) => resolve({ code: error ? Number(error.code) : 0, out, said }))
  })
}

function fileOf(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const paris = scoresIn('paris1976_red11.csv')
const csv = (scores: typeof paris) => `\uFEFFentry,judge,criterion,score\r\n${scores.map(({ entry, judge, y }) => `"${entry}",${judge},overall,${y}\r\n`).join('')}`

test('--json prints exactly the published form, the same as the functions give', async () => {
  const { code, out, said } = await results(fileOf('paris.csv', csv(paris)), '--json')
  const printed = JSON.parse(out) as Standings
  expect({ code, said }).toEqual({ code: 0, said: '' })
  expect(printed).toEqual(workOut(sheetOf(paris)).standings)
  expect(Object.keys(printed)).toEqual(['method', 'entries', 'judges', 'model', 'reliability', 'possibleWinners', 'tooClose', 'sameWinner', 'warnings', 'seed', 'version'])
  expect(Object.keys(printed.entries[0]!)).toEqual(['entry', 'n', 'raw', 'rawPlace', 'adjusted', 'adjustedPlace', 'pFirst'])
  expect(Object.keys(printed.judges[0]!)).toEqual(['judge', 'n', 'severity', 'se', 'flags'])
  expect(Object.keys(printed.model)).toEqual(['mean', 'varEntry', 'varJudge', 'varResidual', 'criterion'])
  expect(Object.keys(printed.reliability)).toEqual(['iccA1', 'iccAk', 'iccC1', 'iccCk', 'k'])
  expect(printed.model.criterion).toBeCloseTo(565.958357255, 6)
})

test('rows in another order print the same bytes; another seed moves only probabilities', async () => {
  const turned = await results(fileOf('turned.csv', csv(paris.toReversed())), '--json')
  const straight = await results(fileOf('straight.csv', csv(paris)), '--json')
  expect(turned.out).toBe(straight.out)
  const seeded = JSON.parse((await results(join(folder, 'straight.csv'), '--json', '--seed', '7')).out) as Standings
  expect(seeded.seed).toBe(7)
  const without = (one: Standings) => one.entries.map(({ pFirst: _, ...rest }) => rest)
  expect(without(seeded)).toEqual(without(JSON.parse(straight.out) as Standings))
})

test('without --json a table to read', async () => {
  const { code, out } = await results(fileOf('table.csv', csv(paris)))
  expect(code).toBe(0)
  expect(out).toMatch(/^place {2}entry {2}scores {6}raw {2}adjusted {2}place {2}P\(first\)$/m)
  expect(out).toMatch(/^ {4}1 {2}A {10}11 {2}14\.1364 {3}14\.1364 {6}1 {4}0\.36\d\d$/m)
  expect(out).toContain('Could be the best (95%): A, B, C, D')
})

test('--order adjusted lists by adjusted means', async () => {
  const file = fileOf('order.csv', 'entry,judge,criterion,score\nA,J1,x,8\nA,J2,x,6\nA,J3,x,7\nB,J1,x,5\nB,J2,x,4\nB,J3,x,4\nC,J2,x,6\nC,J3,x,7\nD,J1,x,7\n')
  const order = async (...more: string[]) => (JSON.parse((await results(file, '--json', ...more)).out) as Standings).entries.map(({ entry }) => entry)
  expect(await order()).toEqual(['A', 'D', 'C', 'B'])
  expect(await order('--order', 'adjusted')).toEqual(['A', 'C', 'D', 'B'])
})

test.each([
  ['a fault in the file', ['entry,judge,criterion,score\nA,J,care,seven\n'], /row 2, column score: "seven" is not a number$/],
  ['text that is not UTF-8', [Buffer.from('entry,judge,criterion,score\nA\xE9,J,care,7\n', 'latin1')], /row 2, column entry: this is not UTF-8 text$/],
])('%s exits 2 and says where', async (name, [content], sentence) => {
  const file = join(folder, `${name}.csv`)
  writeFileSync(file, content!)
  const { code, out, said } = await results(file, '--json')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(said.trim()).toMatch(sentence)
})

test.each([['no file', []], ['a file that is not there', ['nowhere.csv']], ['an unknown order', [fileOf('any.csv', csv(paris)), '--order', 'best']], ['an unknown option', ['--pretty']]])('%s exits 2', async (_, args) => {
  const { code, out, said } = await results(...args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(said.trim().split('\n')).toHaveLength(1)
})
