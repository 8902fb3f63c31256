import { expect, test } from 'vitest'
import { makeCookies } from '#app/platform/cookies.server.ts'

const { drafts } = makeCookies('http://localhost:3000', ['a-secret-of-thirty-two-characters'])
const sentBack = (line: string) => line.slice(0, line.indexOf(';'))

test('what was signed is read, the first time and every time after', async () => {
  const [one, two] = [sentBack(await drafts.serialize(['one'])), sentBack(await drafts.serialize(['two']))]
  for (let time = 0; time < 3; time += 1) expect([await drafts.parse(one), await drafts.parse(`other=1; ${two}`)]).toEqual([['one'], ['two']])
})

test('what was changed on the way is nobody’s, however often it comes and whatever was read before', async () => {
  const genuine = sentBack(await drafts.serialize(['one']))
  await drafts.parse(genuine)
  const [value = '', signature = ''] = decodeURIComponent(genuine.slice('drafts='.length)).split('.')
  const forged = `drafts=${encodeURIComponent(`${btoa('["other"]')}.${signature}`)}`
  expect(value).toBe(btoa('["one"]'))
  for (let time = 0; time < 2; time += 1) expect([await drafts.parse(forged), await drafts.parse(null), await drafts.parse('')]).toEqual([null, null, null])
})

test('more browsers than are remembered are read all the same', async () => {
  const many = await Promise.all(Array.from({ length: 1100 }, async (_, n) => sentBack(await drafts.serialize([String(n)]))))
  for (const lines of [many, many]) expect(await Promise.all(lines.map((line) => drafts.parse(line)))).toEqual(many.map((_, n) => [String(n)]))
})
