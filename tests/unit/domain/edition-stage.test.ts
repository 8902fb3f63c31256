import { describe, expect, test } from 'vitest'
import { byTheClock, dueStep, nextStage, stageEvents, type StageEvent } from '#app/domain/edition-stage.ts'
import { lastMoment, nominationPhase } from '#app/domain/edition.ts'
import { later, seconds } from '#app/domain/time.ts'
import { editionStages, type EditionStage } from '#db/vocabulary.ts'

/** Every way there is; any other pair of stage and event is refused. */
const ways: [EditionStage, StageEvent, EditionStage][] = [
  ['preparing', 'open-nominations', 'nominating'],
  ['nominating', 'return-to-preparing', 'preparing'],
  ['nominating', 'close-nominations', 'screening'],
  ['screening', 'reopen-nominations', 'nominating'],
  ['screening', 'open-judging', 'judging'],
  ['judging', 'return-to-screening', 'screening'],
  ['judging', 'open-ceremony', 'ceremony'],
  ['ceremony', 'return-to-judging', 'judging'],
  ['ceremony', 'archive', 'archived'],
  ['archived', 'return-to-ceremony', 'ceremony'],
]

describe.each(editionStages)('from %s', (stage) => {
  test.each(stageEvents)('%s', (event) => {
    const way = ways.find(([from, by]) => from === stage && by === event)
    expect(nextStage(stage, event)).toEqual(way ? { ok: true, value: way[2] } : { ok: false, code: 'wrong-stage', facts: { stage } })
  })
})

const edition = {
  opens_at: '2026-11-03T09:00:00.000Z', closes_at: '2027-01-12T17:00:00.000Z', grace_minutes: 15, opensByClock: true,
}
const around = (at: string) => [later(at, -seconds(1)), at, later(at, seconds(1))]

describe('the step that the clock has taken', () => {
  test('is the opening, from the second it is set for', () => {
    const due = around(edition.opens_at).map((at) => dueStep({ ...edition, stage: 'preparing' }, at)?.event)
    expect(due).toEqual([undefined, 'open-nominations', 'open-nominations'])
  })

  test('is the close, once grace is over', () => {
    const due = around(lastMoment(edition)).map((at) => dueStep({ ...edition, stage: 'nominating' }, at)?.event)
    expect(due).toEqual([undefined, undefined, 'close-nominations'])
  })

  test('is none when a person opens nominations, nor in a later stage', () => {
    const longAfter = '2028-01-01T00:00:00.000Z'
    expect(dueStep({ ...edition, opensByClock: false, stage: 'preparing' }, longAfter)).toBeUndefined()
    expect((['screening', 'judging', 'ceremony', 'archived'] as const).map((stage) => dueStep({ ...edition, stage }, longAfter)))
      .toEqual(Array(4).fill(undefined))
  })
})

test('an edition nobody looked at through its whole nominating time has both steps behind it', () => {
  expect(byTheClock({ ...edition, stage: 'preparing' }, '2027-02-01T00:00:00.000Z')).toEqual({ ...edition, stage: 'screening', opensByClock: false })
})

test('following the clock changes no phase', () => {
  const moments = [edition.opens_at, edition.closes_at, lastMoment(edition)].flatMap(around)
  for (const stage of editionStages) {
    const before = { ...edition, stage }
    expect(moments.map((at) => nominationPhase(byTheClock(before, at), at))).toEqual(moments.map((at) => nominationPhase(before, at)))
  }
})
