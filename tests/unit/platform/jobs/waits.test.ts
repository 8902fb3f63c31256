import { expect, test } from 'vitest'
import { hours, minutes, seconds } from '#app/domain/time.ts'
import { waitsWithin } from '#app/platform/jobs/waits.ts'

test('waits double from ten seconds', () => {
  expect(waitsWithin(minutes(3))).toEqual([seconds(10), seconds(20), seconds(40), seconds(80)])
})

test('no wait is longer than an hour, and together they fill the budget', () => {
  const waits = waitsWithin(hours(23))
  expect(Math.max(...waits)).toBe(hours(1))
  const total = waits.reduce((sum, wait) => sum + wait, 0)
  expect(total).toBeLessThanOrEqual(hours(23))
  expect(total).toBeGreaterThan(hours(22))
})

test('a budget shorter than the first wait means one try', () => {
  expect(waitsWithin(seconds(9))).toEqual([])
})
