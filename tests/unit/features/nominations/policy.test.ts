import { describe, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { later, minutes, seconds } from '#app/domain/time.ts'
import { canEdit, canSend, canWithdraw, canWrite } from '#app/features/nominations/policy.ts'
import { editionStages } from '#db/vocabulary.ts'
import { edition } from '#tests/unit/features/nominations/asked.ts'

const codeOf = (own: Partial<Edition>) => {
  const may = canSend({ ...edition, ...own })
  return may.ok ? 'ok' : may.code
}
const close = edition.closes_at
const grace = later(close, minutes(15))
const around = (at: string) => [later(at, -seconds(1)), at, later(at, seconds(1))]

describe('sending', () => {
  test('counts up to the second at which grace ends', () => {
    expect(around(close).map((now) => codeOf({ now }))).toEqual(['ok', 'ok', 'ok'])
    expect(around(grace).map((now) => codeOf({ now }))).toEqual(['ok', 'ok', 'closed'])
  })

  test('begins at the second of the opening, where the clock opens', () => {
    const byClock = { stage: 'preparing', opensByClock: true } as const
    expect(around(edition.opens_at).map((now) => codeOf({ ...byClock, now }))).toEqual(['not-open-yet', 'ok', 'ok'])
  })

  test('before the close, at each stage', () => {
    expect(editionStages.map((stage) => codeOf({ stage }))).toEqual(['not-open-yet', 'ok', 'ok', 'closed', 'closed', 'closed'])
  })

  test('after it, at each stage', () => {
    expect(editionStages.map((stage) => codeOf({ stage, now: later(grace, 1) }))).toEqual(['not-open-yet', 'closed', 'closed', 'closed', 'closed', 'closed'])
  })

  test('is refused with the moment people were told', () => {
    expect(canSend({ ...edition, now: later(grace, 1) })).toMatchObject({ facts: { closed: '5pm on Tuesday 12 January 2027' } })
    expect(canSend({ ...edition, stage: 'preparing' })).toMatchObject({ facts: { opens: '9am on Tuesday 3 November 2026' } })
  })
})

describe('what was sent', () => {
  const late: Edition = { ...edition, now: later(grace, 1) }

  test('may be changed while one may send', () => {
    expect([canEdit({ state: 'live' }, edition).ok, canEdit({ state: 'live' }, late)]).toMatchObject([true, { code: 'closed-to-changes', facts: { closed: '5pm on Tuesday 12 January 2027' } }])
  })

  test('decides whether its draft may be written in', () => {
    const codes = [undefined, { state: 'live' }, { state: 'withdrawn' }] as const
    expect(codes.map((sent) => canWrite(edition, sent).ok)).toEqual([true, true, false])
    expect(codes.map((sent) => canWrite(late, sent))).toMatchObject([{ code: 'closed' }, { code: 'closed-to-changes' }, { code: 'already-withdrawn' }])
  })

  test('may be withdrawn until the seal, once', () => {
    const tries = [canWithdraw({ state: 'live' }, false), canWithdraw({ state: 'live' }, true), canWithdraw({ state: 'withdrawn' }, false), canWithdraw({ state: 'withdrawn' }, true)]
    expect(tries.map((one) => (one.ok ? 'ok' : one.code))).toEqual(['ok', 'sealed-over-it', 'already-withdrawn', 'already-withdrawn'])
  })

  test('is not changed once it is withdrawn', () => {
    expect(canEdit({ state: 'withdrawn' }, edition)).toMatchObject({ ok: false, code: 'already-withdrawn' })
  })
})
