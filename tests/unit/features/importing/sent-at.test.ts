import { expect, test } from 'vitest'
import { sentAt } from '#app/features/importing/sent-at.ts'

test.each([
  ['as Microsoft Forms writes it', '11/3/25 9:24:17', '2025-11-03T09:24:17.000Z'],
  ['in summer time', '6/30/26 9:24:17', '2026-06-30T08:24:17.000Z'],
  ['with a whole year', '1/9/2026 20:21:29', '2026-01-09T20:21:29.000Z'],
  ['typed over by hand', '08/12/2025 08:29', '2025-12-08T08:29:00.000Z'],
  ['from a workbook', '2026-01-09T20:21:29', '2026-01-09T20:21:29.000Z'],
  ['no day', '13/40/25 9:00:00', undefined],
  ['no minute', '11/3/25 9:61:00', undefined],
  ['no second', '11/3/25 9:24:77', undefined],
  ['words', 'last Tuesday', undefined],
  ['nothing', '', undefined],
])('%s: %s', (_, text, at) => {
  expect(sentAt(text, 'Europe/London')).toBe(at)
})
