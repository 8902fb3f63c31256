import { describe, expect, test } from 'vitest'
import { canAssist, canOrganise, hasRole, isOwner, system, visitor, type Actor } from '#app/domain/actor.ts'
import { sessionEndsAt, sessionLimits } from '#app/domain/sessions.ts'
import { days, hours } from '#app/domain/time.ts'
import type { Role } from '#db/vocabulary.ts'

const holding = (role: Role, editionId: string | null): Actor =>
  ({ kind: 'account', accountId: 'a', name: 'Alex', email: 'alex@people.example', grants: [{ role, editionId }] })

describe('who may do what in edition "here"', () => {
  const who: [string, Actor, { organise: boolean; assist: boolean; own: boolean }][] = [
    ['a visitor', visitor, { organise: false, assist: false, own: false }],
    ['the system', system, { organise: true, assist: true, own: false }],
    ['an owner', holding('owner', null), { organise: true, assist: true, own: true }],
    ['an organiser here', holding('organiser', 'here'), { organise: true, assist: true, own: false }],
    ['an organiser everywhere', holding('organiser', null), { organise: true, assist: true, own: false }],
    ['an organiser elsewhere', holding('organiser', 'elsewhere'), { organise: false, assist: false, own: false }],
    ['an assistant here', holding('assistant', 'here'), { organise: false, assist: true, own: false }],
    ['an assistant elsewhere', holding('assistant', 'elsewhere'), { organise: false, assist: false, own: false }],
    ['a judge here', holding('judge', 'here'), { organise: false, assist: false, own: false }],
    ['stage crew here', holding('stage-crew', 'here'), { organise: false, assist: false, own: false }],
    ['an account without a role', { ...holding('judge', null), grants: [] } as Actor, { organise: false, assist: false, own: false }],
  ]
  test.each(who)('%s', (_, actor, expected) => {
    expect({ organise: canOrganise(actor, 'here'), assist: canAssist(actor, 'here'), own: isOwner(actor) }).toEqual(expected)
  })

  test('a role is held by name', () => {
    expect(hasRole(holding('judge', 'here'), 'here', 'judge', 'stage-crew')).toBe(true)
    expect(hasRole(holding('judge', 'here'), 'here', 'stage-crew')).toBe(false)
  })
})

describe('how long a signing in lasts', () => {
  test('the strictest of the roles held decides', () => {
    expect(sessionLimits([])).toEqual({ idleMs: hours(12), absoluteMs: days(7) })
    expect(sessionLimits(['judge'])).toEqual({ idleMs: hours(12), absoluteMs: days(7) })
    expect(sessionLimits(['judge', 'organiser', 'stage-crew'])).toEqual({ idleMs: hours(1), absoluteMs: hours(12) })
  })

  test('it ends when unused, and at the latest a fixed time after it began', () => {
    const startedAt = '2026-12-01T09:00:00.000Z'
    expect(sessionEndsAt({ startedAt, lastSeenAt: '2026-12-01T10:00:00.000Z' }, ['owner'])).toBe('2026-12-01T11:00:00.000Z')
    expect(sessionEndsAt({ startedAt, lastSeenAt: '2026-12-01T20:59:00.000Z' }, ['owner'])).toBe('2026-12-01T21:00:00.000Z')
    expect(sessionEndsAt({ startedAt, lastSeenAt: '2026-12-08T08:00:00.000Z' }, ['judge'])).toBe('2026-12-08T09:00:00.000Z')
  })
})
