import { expect, test } from 'vitest'
import { gapsOfShortlist, isOverQuota } from '#app/domain/shortlist.ts'

const ready = { toScreen: 0, undecided: 0, chosen: 5, quota: 5 }

test.each([
  ['nothing', {}, []],
  ['one to screen', { toScreen: 1 }, ['1 entry is still to be screened.']],
  ['some to screen and to decide', { toScreen: 3, undecided: 2 }, ['3 entries are still to be screened.', '2 entries are neither in nor out.']],
  ['nobody in', { chosen: 0 }, ['Nobody is in. If that is how it is, give no award in this category.']],
])('missing: %s', (_, facts, gaps) => {
  expect(gapsOfShortlist({ ...ready, ...facts })).toEqual(gaps)
})

test.each([[4, false], [5, false], [6, true]])('%i of 5 is over the quota: %s', (chosen, over) => {
  expect(isOverQuota({ ...ready, chosen })).toBe(over)
})
