import { expect, test } from 'vitest'
import { inPages, rowsAtOnce } from '#app/features/exports/pages.server.ts'

const all = Array.from({ length: 2 * rowsAtOnce }, (_, index) => index)

/** How many rows each reading gave, from a list of so many. */
async function readingsOf(count: number): Promise<{ readings: number[]; rows: number[] }> {
  const [readings, rows]: [number[], number[]] = [[], []]
  const read = (after: number) => {
    const found = all.slice(0, count).filter((one) => one > after).slice(0, rowsAtOnce)
    readings.push(found.length)
    return Promise.resolve(found)
  }
  for await (const page of inPages(-1, read, (row) => row)) rows.push(...page)
  return { readings, rows }
}

test.each([[0, [0]], [1, [1]], [rowsAtOnce - 1, [rowsAtOnce - 1]], [rowsAtOnce, [rowsAtOnce, 0]], [rowsAtOnce + 1, [rowsAtOnce, 1]]])('a list of %i rows comes whole, so many at a time', async (count, readings) => {
  expect(await readingsOf(count)).toEqual({ readings, rows: all.slice(0, count) })
})

test('who stops listening has read no more than they took', async () => {
  let readings = 0
  const read = () => Promise.resolve((readings++, all.slice(0, rowsAtOnce)))
  for await (const _ of inPages(-1, read, (row) => row)) break
  expect(readings).toBe(1)
})
