import { describe, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { agrees, canChange, listChanged, withChange, type EditionChange, type SettingKey } from '#app/domain/settings-rules.ts'
import { editionStages } from '#db/vocabulary.ts'
import { makeSettings, testNow } from '#tests/factories/index.ts'

const edition: Edition = {
  id: 'e', slug: '2027', name: 'Awards 2027', current: true, rehearsal: false, stage: 'preparing', time_zone: 'Europe/London',
  ceremony_at: '2027-03-23T19:00:00.000Z', ceremony_place: 'Guildhall', opens_at: '2026-11-03T09:00:00.000Z',
  closes_at: '2027-01-12T17:00:00.000Z', grace_minutes: 15, finalists_announced_at: null, opensByClock: false, settings: makeSettings(), version: 1,
  clock_offset_ms: 0, created_at: testNow, now: testNow,
}

test('only what becomes different counts as changed', () => {
  const { host } = edition.settings
  expect(listChanged(edition, { quorum: 3, panelSize: 5, host: { ...host }, closes_at: edition.closes_at })).toEqual(['panelSize'])
  expect(listChanged(edition, { host: { ...host, phone: '' }, eligibility: ['new'] })).toEqual(['host', 'eligibility'])
})

test('a change touches what it names and nothing else', () => {
  const change: EditionChange = { ceremony_place: 'Town hall', quorum: 2 }
  expect(withChange(edition, change)).toEqual({ ...edition, ceremony_place: 'Town hall', settings: { ...edition.settings, quorum: 2 } })
  expect(withChange(edition, {})).toEqual(edition)
})

describe('by stage', () => {
  /** What canChange answers for one setting, without and with a reason. */
  const answers = (stage: Edition['stage'], key: SettingKey) =>
    ['', 'because'].map((reason) => {
      const answer = canChange({ ...edition, stage }, [key], reason)
      return answer.ok ? 'ok' : answer.code
    })
  const free: SettingKey[] = ['name', 'ceremony_at', 'ceremony_place', 'host', 'timetable', 'noticeVersion', 'retentionMonths', 'relationships']
  const reasoned: SettingKey[] = ['eligibility', 'selfNomination', 'panelSize', 'quorum', 'quorumRule', 'shortlistSize', 'oneAwardEach', 'attachments']
  const frozen: SettingKey[] = ['opens_at', 'ordering']

  test.each([...free, ...reasoned, ...frozen, 'closes_at' as const, 'grace_minutes' as const])('%s is free while preparing', (key) => {
    expect(answers('preparing', key)).toEqual(['ok', 'ok'])
  })

  describe.each(editionStages.filter((stage) => stage !== 'preparing'))('%s', (stage) => {
    test.each(free)('%s stays free', (key) => expect(answers(stage, key)).toEqual(['ok', 'ok']))
    test.each(reasoned)('%s takes a reason', (key) => expect(answers(stage, key)).toEqual(['reason-needed', 'ok']))
    test.each(frozen)('%s is frozen', (key) => expect(answers(stage, key)).toEqual(['frozen', 'frozen']))
    test.each(['closes_at', 'grace_minutes'] as const)('%s moves for a reason while nominating, and afterwards only by reopening', (key) => {
      expect(answers(stage, key)).toEqual(stage === 'nominating' ? ['reason-needed', 'ok'] : ['frozen', 'frozen'])
    })
  })
})

const { timetable } = edition.settings

test.each<[string, EditionChange, string]>([
  ['a close before the opening', { closes_at: '2026-11-03T08:59:59.000Z' }, 'dates-out-of-order'],
  ['a close at the ceremony', { closes_at: edition.ceremony_at }, 'dates-out-of-order'],
  ['a ceremony before the close', { ceremony_at: '2027-01-01T19:00:00.000Z' }, 'dates-out-of-order'],
  ['a close after the shortlist', { closes_at: '2027-02-07T17:00:00.000Z' }, 'dates-out-of-order'],
  ['a ceremony before the results are sealed', { ceremony_at: '2027-02-26T19:00:00.000Z' }, 'dates-out-of-order'],
  ['judging after the ceremony', { timetable: { ...timetable, judgingCloses: '2027-04-01T17:00:00.000Z' } }, 'dates-out-of-order'],
  ['panels that meet while judges score', { timetable: { ...timetable, moderation: timetable.judgingCloses } }, 'dates-out-of-order'],
  ['judging from the shortlist on', { timetable: { ...timetable, judgingOpens: timetable.shortlist } }, 'ok'],
  ['an opening that has passed', { opens_at: '2026-12-01T10:00:00.000Z' }, 'opening-in-past'],
  ['an opening a second from now', { opens_at: '2026-12-01T10:00:01.000Z' }, 'ok'],
  ['a close that has passed', { closes_at: testNow }, 'close-in-past'],
  ['a close a second from now', { closes_at: '2026-12-01T10:00:01.000Z' }, 'ok'],
  ['a quorum above the panel', { quorum: 5 }, 'quorum-above-panel'],
  ['a panel below the quorum', { panelSize: 2 }, 'quorum-above-panel'],
  ['both raised at once', { quorum: 5, panelSize: 5 }, 'ok'],
])('%s', (_, change, expected) => {
  const answer = agrees(withChange(edition, change), listChanged(edition, change))
  expect(answer.ok ? 'ok' : answer.code).toBe(expected)
})

test('a contradiction elsewhere does not stand in the way of other changes, nor of mending it', () => {
  const muddled: Edition = { ...edition, settings: { ...edition.settings, timetable: { ...timetable, seal: '2027-03-30T17:00:00.000Z' } } }
  const answer = (change: EditionChange) => agrees(withChange(muddled, change), listChanged(muddled, change)).ok
  expect([answer({ closes_at: '2027-01-13T17:00:00.000Z' }), answer({ quorum: 2 }), answer({ timetable }), answer({ timetable: { ...muddled.settings.timetable, shortlist: '2027-02-05T17:00:00.000Z' } })]).toEqual([true, true, true, false])
})
