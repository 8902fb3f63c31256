import { describe, expect, test } from 'vitest'
import { system, visitor, type Account, type Actor, type Grant } from '#app/domain/actor.ts'
import { canGrant, canRevoke, landingOf, rolesToGive } from '#app/features/people/policy.ts'
import { roles, type Role } from '#db/vocabulary.ts'

const here = 'this-edition'
const elsewhere = 'another-edition'

function account(...grants: Grant[]): Account {
  return { kind: 'account', accountId: 'a', name: 'Alex', email: 'alex@people.example', grants }
}

const owner = account({ role: 'owner', editionId: null })
const organiser = account({ role: 'organiser', editionId: here })
const helpers: Role[] = ['assistant', 'judge', 'stage-crew']

describe('who gives and takes which role', () => {
  const table: [who: string, actor: Actor, may: Role[]][] = [
    ['a visitor', visitor, []],
    ['nobody in particular', account(), []],
    ['an assistant', account({ role: 'assistant', editionId: here }), []],
    ['a judge', account({ role: 'judge', editionId: here }), []],
    ['stage crew', account({ role: 'stage-crew', editionId: here }), []],
    ['a witness', account({ role: 'witness', editionId: here }), []],
    ['an organiser', organiser, helpers],
    ['an organiser of every edition', account({ role: 'organiser', editionId: null }), helpers],
    ['an organiser of another edition', account({ role: 'organiser', editionId: elsewhere }), []],
    ['an owner', owner, [...roles]],
    ['the system', system, [...roles]],
  ]
  test.each(table)('%s', (_, actor, may) => {
    expect(rolesToGive(actor, here)).toEqual(may.filter((role) => role !== 'judge'))
    for (const role of roles) {
      const grant = { role, editionId: role === 'owner' ? null : here }
      const expected = may.includes(role) ? { ok: true, value: undefined } : { ok: false, code: 'not-yours', facts: {} }
      expect(canGrant(actor, grant), role).toEqual(expected)
      expect(canRevoke(actor, grant, 2), role).toEqual(role === 'judge' && expected.ok ? { ok: false, code: 'ends-among-judges', facts: {} } : expected)
    }
  })

  test('a role in every edition is for owners to give and take', () => {
    const grant = { role: 'judge', editionId: null } as const
    expect(canGrant(organiser, grant).ok).toBe(false)
    expect(canGrant(owner, grant).ok).toBe(true)
  })
})

describe('the last owner stays', () => {
  const ownership = { role: 'owner', editionId: null } as const
  test.each([[owner, 1, 'last-owner'], [owner, 0, 'last-owner'], [system, 1, 'last-owner'], [organiser, 1, 'not-yours']] as const)('%#', (actor, owners, code) => {
    expect(canRevoke(actor, ownership, owners)).toEqual({ ok: false, code, facts: {} })
  })

  test('one of two may go, and other roles do not depend on it', () => {
    expect(canRevoke(owner, ownership, 2).ok).toBe(true)
    expect(canRevoke(owner, { role: 'organiser', editionId: here }, 1).ok).toBe(true)
  })
})

test.each([
  [[], '/account'],
  [['judge'], '/judge'],
  [['judge', 'assistant'], '/judge'],
  [['assistant', 'stage-crew'], '/account'],
  [['organiser'], '/organise'],
  [['judge', 'organiser'], '/organise'],
  [['owner'], '/organise'],
  [['witness'], '/witness'],
  [['assistant', 'witness'], '/witness'],
  [['witness', 'judge'], '/judge'],
  [['witness', 'organiser'], '/organise'],
] as [Role[], string][])('after signing in, %j go on at %s', (held, path) => {
  expect(landingOf(account(...held.map((role) => ({ role, editionId: here }))))).toBe(path)
})
