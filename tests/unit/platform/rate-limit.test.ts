import { expect, test } from 'vitest'
import { later, minutes, seconds } from '#app/domain/time.ts'
import { makeRateLimit } from '#app/platform/rate-limit.server.ts'
import { testNow } from '#tests/factories/index.ts'

const at = (ms: number) => later(testNow, ms)

test('so many uses in a window, then none until it is over', () => {
  const { allow } = makeRateLimit(true)
  const uses = [0, 1, 2, 3].map((n) => allow('ann', 3, minutes(10), at(seconds(n))))
  expect(uses).toEqual([true, true, true, false])
  expect(allow('ann', 3, minutes(10), at(minutes(10) - seconds(1)))).toBe(false)
  expect(allow('ann', 3, minutes(10), at(minutes(10)))).toBe(true)
})

test('one person’s uses are not another’s', () => {
  const { allow } = makeRateLimit(true)
  expect([allow('ann', 1, minutes(10), testNow), allow('bob', 1, minutes(10), testNow), allow('ann', 1, minutes(10), testNow)]).toEqual([true, true, false])
})

test('sweeping old windows away forgets none that still runs', () => {
  const { allow } = makeRateLimit(true)
  allow('ann', 1, minutes(60), testNow)
  for (let n = 1; n < 6; n++) allow('bob', 1, minutes(1), at(minutes(10 * n)))
  expect(allow('ann', 1, minutes(60), at(minutes(60) - seconds(1)))).toBe(false)
})

test('switched off, it counts nothing', () => {
  const { allow } = makeRateLimit(false)
  expect([1, 2, 3].map(() => allow('ann', 1, minutes(10), testNow))).toEqual([true, true, true])
})
