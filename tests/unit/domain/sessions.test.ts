import { describe, expect, test } from 'vitest'
import { sessionEndsAt, sessionLimits } from '#app/domain/sessions.ts'
import { days, hours } from '#app/domain/time.ts'
import type { Role } from '#db/vocabulary.ts'

describe('the strictest limits of the roles held', () => {
  const desk = { idleMs: hours(1), absoluteMs: hours(12) }
  const home = { idleMs: hours(12), absoluteMs: days(7) }
  const table: [Role[], typeof desk][] = [
    [['owner'], desk],
    [['organiser'], desk],
    [['assistant'], desk],
    [['judge'], home],
    [['stage-crew'], home],
    [['witness'], desk],
    [[], home],
    [['judge', 'organiser'], desk],
    [['assistant', 'judge'], desk],
    [['judge', 'stage-crew'], home],
    [['judge', 'witness'], desk],
  ]
  test.each(table)('%j', (roles, limits) => {
    expect(sessionLimits(roles)).toEqual(limits)
  })
})

describe('a session ends at the earlier of its two limits', () => {
  const startedAt = '2026-12-01T09:00:00.000Z'
  const table: [lastSeen: string, role: Role, ends: string][] = [
    ['2026-12-01T09:00:00.000Z', 'organiser', '2026-12-01T10:00:00.000Z'],
    ['2026-12-01T19:59:59.999Z', 'organiser', '2026-12-01T20:59:59.999Z'],
    ['2026-12-01T20:30:00.000Z', 'organiser', '2026-12-01T21:00:00.000Z'],
    ['2026-12-03T09:00:00.000Z', 'judge', '2026-12-03T21:00:00.000Z'],
    ['2026-12-08T08:00:00.000Z', 'judge', '2026-12-08T09:00:00.000Z'],
  ]
  test.each(table)('last seen %s as %s: %s', (lastSeenAt, role, ends) => {
    expect(sessionEndsAt({ startedAt, lastSeenAt }, [role])).toBe(ends)
  })
})
