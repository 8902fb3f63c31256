import { describe, expect, test } from 'vitest'
import { canAssist, canOrganise, canWitness, hasRole, isOwner, system, visitor, type Actor } from '#app/domain/actor.ts'
import { roles, type Role } from '#db/vocabulary.ts'

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
    ['a witness here', holding('witness', 'here'), { organise: false, assist: false, own: false }],
    ['an account without a role', { ...holding('judge', null), grants: [] } as Actor, { organise: false, assist: false, own: false }],
  ]
  test.each(who)('%s', (_, actor, expected) => {
    expect({ organise: canOrganise(actor, 'here'), assist: canAssist(actor, 'here'), own: isOwner(actor) }).toEqual(expected)
  })

  test('only a witness here is one', () => {
    const witnesses = roles.flatMap((role) => ['here', 'elsewhere', null].map((edition) => holding(role, edition))).filter((actor) => canWitness(actor, 'here'))
    expect(witnesses).toEqual([holding('witness', 'here'), holding('witness', null)])
    expect(canWitness(system, 'here')).toBe(false)
  })

  test('a role is held by name', () => {
    expect(hasRole(holding('judge', 'here'), 'here', 'judge', 'stage-crew')).toBe(true)
    expect(hasRole(holding('judge', 'here'), 'here', 'stage-crew')).toBe(false)
  })
})
