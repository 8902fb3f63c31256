import { describe, expect, test } from 'vitest'
import { effectOf, stageActs, stepStage, type OrderCue, type StageAct, type StagePoint } from '#app/domain/stage.ts'

const cue = (id: string, own: Partial<OrderCue> = {}): OrderCue => ({ id, kind: 'words', awarded: false, revealed: false, ...own })
const award = (id: string, own: Partial<OrderCue> = {}) => cue(id, { kind: 'category', awarded: true, ...own })
/** welcome, an award whose winner was shown, one whose winner was not, a break, a category without an award */
const order = [cue('hi'), award('old', { revealed: true }), award('new'), cue('tea', { kind: 'break' }), cue('none', { kind: 'category' })]

/** "new 2" is the third step of the cue "new"; "- 0" is before the beginning; "*" after it: black. */
const point = (text: string): StagePoint => {
  const [, cueId = '', step] = /^(\S+) (\d)/.exec(text) ?? []
  return { cueId: cueId === '-' ? null : cueId, step: Number(step), black: text.endsWith('*') }
}
const textOf = (at: StagePoint | undefined) => at && `${at.cueId ?? '-'} ${at.step}${at.black ? '*' : ''}`

/** Every state with where each act leads, and what it does beside. */
const table: [state: string, next: string | undefined, back: string | undefined][] = [
  ['- 0', 'hi 0', undefined],
  ['hi 0', 'old 0', '- 0'],
  ['old 0', 'old 1', 'hi 0'],
  ['old 1', 'old 2', 'old 0'],
  ['old 2', 'new 0', 'old 1 undo'],
  ['new 0', 'new 1', 'old 2'],
  ['new 1', 'new 2 reveal', 'new 0'],
  ['new 2', 'tea 0', 'new 1'],
  ['tea 0', 'none 0', 'new 1'],
  ['none 0', undefined, 'tea 0'],
]

describe.each(table)('at %s', (state, next, back) => {
  const after = (from: string, act: StageAct) => {
    const to = stepStage(order, point(from), act)
    return to && [textOf(to), effectOf(order, point(from), to)].filter(Boolean).join(' ')
  }

  test('next and back lead on, and black covers', () => {
    expect(stageActs.map((act) => after(state, act))).toEqual([next, back, `${state}*`])
  })

  test('from black, next and back lead where they would, in the light; black uncovers', () => {
    expect(stageActs.map((act) => after(`${state}*`, act))).toEqual([next, back, state])
  })
})

test('the stage of an empty order goes nowhere', () => {
  expect([stepStage([], point('- 0'), 'next'), stepStage([], point('- 0'), 'back')]).toEqual([undefined, undefined])
})

test('a cue that is gone from the order counts as the time before it', () => {
  expect([textOf(stepStage(order, point('gone 0'), 'next')), textOf(stepStage(order, point('gone 0'), 'back'))]).toEqual(['hi 0', undefined])
})
