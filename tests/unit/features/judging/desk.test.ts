import { expect, test } from 'vitest'
import { countDossier, minutesLeft, minutesText } from '#app/features/judging/desk.ts'
import { rankOwn } from '#app/features/judging/ranking.ts'
import { contentFrom, errorsOf, scorecardForm, valuesOf } from '#app/features/judging/scoring.forms.ts'
import { both, cannot, content, empty, point } from '#tests/unit/features/judging/criteria.ts'

test('what is left takes a minute for 200 words, and a minute and a half for each scorecard', () => {
  const left = (progress: 'to-do' | 'in-progress' | 'look-again' | 'finished', words: number) => ({ progress, words })
  expect(minutesLeft([])).toBe(0)
  expect(minutesLeft([left('to-do', 400)])).toBe(4)
  expect(minutesLeft([left('to-do', 400), left('in-progress', 100), left('look-again', 200), left('finished', 9000)])).toBe(8)
  expect([0, 1, 12, 60, 61, 125].map(minutesText)).toEqual(['0 minutes', '1 minute', '12 minutes', '1 hour', '1 hour 1 minute', '2 hours 5 minutes'])
  expect(countDossier([{ text: ['One two.', 'three – four'] }, { text: ['five'] }])).toBe(5)
})

test('the form reads what it wrote', () => {
  const written = { ...content(point(0, 'why'), cannot), note: 'n', citation: 'c', share: true }
  const values = valuesOf(both, written)
  expect(values).toEqual({ 'mark-k': '0', 'reason-k': 'why', 'mark-s': 'cannot', 'reason-s': '', note: 'n', citation: 'c', share: 'yes' })
  expect(contentFrom(both, values)).toEqual(written)
  expect(contentFrom(both, { ...values, 'mark-k': '' }).marks.k).toEqual({ ...empty, reason: 'why' })
})

test('a mark must be a point of its criterion, and texts have an end', () => {
  const seen = { version: '3', seen: 's'.repeat(43) }
  const read = (own: Record<string, string>) => {
    const result = scorecardForm(both).safeParse({ ...seen, ...valuesOf(both, content(point(4), empty)), ...own })
    return result.success ? 'ok' : result.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`).join()
  }
  expect(read({})).toBe('ok')
  expect(['6', '-1', '4.5', '04', 'x'].map((mark) => read({ 'mark-k': mark }))).toEqual(Array(5).fill('mark-k: Choose one of the points for “Kindness”.'))
  expect(read({ note: 'x'.repeat(4001) })).toBe('note: Use 4000 characters or fewer.')
  expect(read({ version: 'x' })).toMatch(/^version: /)
  expect(read({ seen: '' })).toMatch(/^seen: /)
})

test('what is missing is said at its field, what is about the whole above the form', () => {
  const gaps = [{ of: 'mark' as const, criterionId: 'k', missing: 'a' }, { of: 'reason' as const, criterionId: 's', missing: 'b' }, { of: 'weight' as const, missing: 'c' }]
  expect(errorsOf(gaps)).toEqual({ 'mark-k': 'a', 'reason-s': 'b', form: 'c' })
})

test('own entries stand by own score; equals share a place, and those without a score stand apart', () => {
  const row = (name: string, k = empty, s = empty) => ({ name, content: content(k, s) })
  const rows = [row('none'), row('low', point(1), point(1)), row('first', point(3), point(3)), row('twin', point(5), point(0)), row('cannot', cannot, cannot)]
  const { ranked, unscored } = rankOwn(both, rows)
  expect(ranked.map(({ place, score, row: { name } }) => [place, score, name])).toEqual([[1, 3, 'first'], [1, 3, 'twin'], [3, 1, 'low']])
  expect(unscored.map(({ name }) => name)).toEqual(['none', 'cannot'])
})
