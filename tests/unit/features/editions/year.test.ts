import { describe, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { later } from '#app/domain/time.ts'
import { barsByDay } from '#app/features/editions/days.ts'
import { nextStep } from '#app/features/editions/desk.ts'
import { nowOf } from '#app/features/editions/home.ts'
import { organiserYear, publicYear } from '#app/features/editions/year.ts'
import { editionStages } from '#db/vocabulary.ts'
import { makeSettings, testNow } from '#tests/factories/index.ts'

const edition: Edition = {
  id: 'e', slug: '2027', name: 'Awards 2027', current: true, rehearsal: false, stage: 'preparing', time_zone: 'Europe/London',
  ceremony_at: '2027-03-23T19:00:00.000Z', ceremony_place: 'Guildhall', opens_at: '2026-11-03T09:00:00.000Z',
  closes_at: '2027-01-12T17:00:00.000Z', grace_minutes: 15, finalists_announced_at: null, opensByClock: false, settings: makeSettings(), version: 1,
  clock_offset_ms: 0, created_at: testNow, now: testNow,
}
const states = (steps: { state: string }[]) => steps.map((step) => step.state[0]).join('')

test.each([
  ['preparing', 'nnnnnnn', 0], ['nominating', 'dnnnnnn', 1], ['screening', 'ddnnnnn', 2], ['judging', 'dddnnnn', 3], ['ceremony', 'ddddddn', 6], ['archived', 'ddddddd', -1],
] as const)('organisers at %s see what is done and where they are', (stage, letters, now) => {
  const year = organiserYear({ ...edition, stage })
  expect(states(year)).toBe(letters)
  expect(year.findIndex((step) => step.state === 'now')).toBe(now)
})

test('once the panels meet, that is where organisers are', () => {
  const { moderation } = edition.settings.timetable
  const at = (now: string) => organiserYear({ ...edition, stage: 'judging', now }).find(({ state }) => state === 'now')?.label
  expect([at(later(moderation, -1)), at(moderation)]).toEqual(['Judging', 'Moderating'])
})

test.each([
  ['preparing', 'not-open', [undefined]], ['nominating', 'open', ['Nominate']], ['nominating', 'grace', ['Nominate']], ['screening', 'closed', ['Shortlist']],
  ['judging', 'closed', ['Judging']], ['ceremony', 'closed', ['Ceremony']], ['archived', 'closed', [undefined]],
] as const)('the public at %s, nominations %s, sees what is on', (stage, phase, [label]) => {
  expect(publicYear({ ...edition, stage }, phase).find((step) => step.state === 'now')?.label).toBe(label)
})

test('an opening that was planned for a day gone by is said nowhere, but on the desk as what was planned', () => {
  const said = (now: string) => {
    const late = { ...edition, now }
    return [publicYear(late, 'not-open')[0]?.detail, organiserYear(late)[0]?.detail, nowOf(late).note, nextStep(late, [], 0, true).effect[0]]
  }
  const today = ['3 November to 12 January', 'until 3 November', 'We plan to open nominations on Tuesday 3 November 2026.', expect.stringContaining('then take nominations')]
  expect([said('2026-11-02T09:00:00.000Z'), said('2026-11-03T23:59:59.000Z')]).toEqual([today, today])
  expect(said('2026-11-04T00:00:00.000Z')).toEqual(['until 12 January', 'until nominations open', 'Nominations are not open yet.', 'The opening was planned for Tuesday 3 November 2026.'])
})

describe('nominations by day', () => {
  const open: Edition = { ...edition, stage: 'nominating', now: '2026-11-05T10:00:00.000Z' }

  test('have a column for every day since the opening, and none for one to come', () => {
    expect(barsByDay(open, [{ day: '2026-11-04', count: 7 }])).toEqual([
      { label: '3 November', value: 0 }, { label: '4 November', value: 7 }, { label: '5 November', value: 0 },
    ])
  })

  test('begin earlier and end later when something came in before the opening or after the close', () => {
    const closed = { ...open, closes_at: '2026-11-04T17:00:00.000Z', now: '2026-12-01T10:00:00.000Z' }
    expect(barsByDay(closed, [{ day: '2026-11-02', count: 1 }, { day: '2026-11-06', count: 2 }]).map((bar) => bar.value)).toEqual([1, 0, 0, 0, 2])
  })

  test('skip no day and repeat none when the clocks change', () => {
    const autumn = { ...open, opens_at: '2026-10-24T08:00:00.000Z', now: '2026-10-27T10:00:00.000Z' }
    expect(barsByDay(autumn, []).map((bar) => bar.label)).toEqual(['24 October', '25 October', '26 October', '27 October'])
  })
})

describe('the next step', () => {
  const gap = { code: 'no-place' as const, at: 'settings/ceremony', missing: 'Say where the ceremony is held.' }
  const acts = (own: Partial<Edition>, gaps = [] as typeof gap[], received = 0) => nextStep({ ...edition, ...own }, gaps, received, true).acts.map((act) => act.href)

  test('is offered when nothing is missing, and can be taken back until somebody has sent something', () => {
    expect([acts({}), acts({}, [gap]), acts({ opensByClock: true })]).toEqual([['open'], [], ['open']])
    expect([acts({ stage: 'nominating' }), acts({ stage: 'nominating' }, [], 1)]).toEqual([['settings/dates', 'close', 'return'], ['settings/dates', 'close']])
    expect([acts({ stage: 'screening' }), acts({ stage: 'judging' })]).toEqual([['reopen'], []])
  })

  test('says at every stage what it does', () => {
    for (const stage of editionStages) expect(nextStep({ ...edition, stage }, [], 0, true).effect.join('')).not.toBe('')
  })

  test('speaks of a list only to whoever has one', () => {
    const said = (mayAct: boolean) => nextStep({ ...edition, stage: 'screening' }, [], 0, mayAct).effect.join(' ').includes('The list goes from top to bottom')
    expect([said(true), said(false)]).toEqual([true, false])
  })
})
