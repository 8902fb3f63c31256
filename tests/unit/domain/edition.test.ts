import { describe, expect, test } from 'vitest'
import { acceptsNominations, lastMoment, nominationPhase, type Edition } from '#app/domain/edition.ts'
import { instantAt, later, seconds } from '#app/domain/time.ts'
import { editionStages } from '#db/vocabulary.ts'

type Windowed = Parameters<typeof nominationPhase>[0]

/** An instant and the seconds around it. */
const around = (at: string) => [later(at, -seconds(1)), at, later(at, seconds(1))] as const
const phasesAround = (edition: Windowed, at: string) => around(at).map((one) => nominationPhase(edition, one))

const winter: Windowed = {
  stage: 'nominating', opens_at: '2026-11-03T09:00:00.000Z', closes_at: '2027-01-12T17:00:00.000Z', grace_minutes: 15, opensByClock: true,
}
const inLondon = (year: number, month: number, day: number, hour: number) => instantAt({ year, month, day, hour, minute: 0 }, 'Europe/London') ?? ''
/** Opens on the day the clocks go forward, closes at 5pm on the day they go back. */
const summer: Windowed = { ...winter, opens_at: inLondon(2027, 3, 28, 9), closes_at: inLondon(2027, 10, 31, 17) }

describe.each([['in winter', winter], ['over summer time', summer]])('an edition %s', (_, edition) => {
  test('opens at the second it says, when the clock opens it', () => {
    expect(phasesAround({ ...edition, stage: 'preparing' }, edition.opens_at)).toEqual(['not-open', 'open', 'open'])
  })

  test('does not open by itself when a person opens it', () => {
    expect(phasesAround({ ...edition, stage: 'preparing', opensByClock: false }, edition.opens_at)).toEqual(['not-open', 'not-open', 'not-open'])
  })

  test('takes grace after the second of the close', () => {
    expect(phasesAround(edition, edition.closes_at)).toEqual(['open', 'open', 'grace'])
  })

  test('is closed after the second at which grace ends, which still counts', () => {
    expect(phasesAround(edition, lastMoment(edition))).toEqual(['grace', 'grace', 'closed'])
    expect(around(lastMoment(edition)).map((at) => acceptsNominations(edition, at))).toEqual([true, true, false])
  })

  test('has no grace when it grants none', () => {
    expect(phasesAround({ ...edition, grace_minutes: 0 }, edition.closes_at)).toEqual(['open', 'open', 'closed'])
  })
})

test('5pm on the day the clocks go back, after a summer, is 5pm in London and in UTC', () => {
  expect([summer.opens_at, summer.closes_at, lastMoment(summer)]).toEqual([
    '2027-03-28T08:00:00.000Z', '2027-10-31T17:00:00.000Z', '2027-10-31T17:15:00.000Z',
  ])
})

test('the stage column follows the clock, so a stage that ran ahead or lags behind changes nothing before the close', () => {
  const phases = Object.fromEntries(
    editionStages.map((stage): [Edition['stage'], string] => [stage, nominationPhase({ ...winter, stage }, '2026-12-01T10:00:00.000Z')]))
  expect(phases).toEqual({
    preparing: 'open', nominating: 'open', screening: 'open', judging: 'closed', ceremony: 'closed', archived: 'closed',
  })
})
