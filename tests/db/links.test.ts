import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeTries, linkRules } from '#app/domain/links.ts'
import { later, seconds } from '#app/domain/time.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { createLink, followCode, followLink, peekLink, type NewLink } from '#app/platform/links.server.ts'
import { linkKinds, type LinkKind } from '#db/vocabulary.ts'
import { makeCtx, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { readTables } from '#tests/setup/tables.ts'

let fresh: FreshDatabase
let ctx: Ctx
beforeEach(async () => {
  fresh = await freshDatabase()
  ctx = makeCtx(fresh.db)
})
afterEach(() => fresh.close())

const create = (kind: LinkKind, subject = 'ann', request?: string) => inTransaction(ctx, (trx) => createLink(trx, kind, subject, request))
const follow = (kind: LinkKind, token: string, now = testNow) => inTransaction({ ...ctx, now }, (trx) => followLink(trx, kind, token))
const tryCode = (code: string, request = 'tab', now = testNow) => inTransaction({ ...ctx, now }, (trx) => followCode(trx, 'sign-in', request, code))
const outcome = (result: Awaited<ReturnType<typeof follow>>) => (result.ok ? result.value.subject_id : result.code)
/** Six digits that are not `code`. */
const wrong = ({ code }: NewLink) => (code === '000000' ? '111111' : '000000')

describe.each(linkKinds)('a %s link', (kind) => {
  const { livesMs, once } = linkRules[kind]

  test('leads to its subject, and looking at it changes nothing', async () => {
    const { token } = await create(kind)
    const before = await readTables(fresh.db)
    expect([outcome(await peekLink(ctx, kind, token)), outcome(await peekLink(ctx, kind, token))]).toEqual(['ann', 'ann'])
    expect(await readTables(fresh.db)).toEqual(before)
  })

  test('works as often as it may', async () => {
    const { token } = await create(kind)
    const seen = [await follow(kind, token), await follow(kind, token), await peekLink(ctx, kind, token)].map(outcome)
    expect(seen).toEqual(once ? ['ann', 'link-used', 'link-used'] : ['ann', 'ann', 'ann'])
  })

  test('lives as long as it may, to the second', async () => {
    const { token } = await create(kind)
    const ends = later(testNow, livesMs ?? seconds(10 * 365 * 86_400))
    const seen = [await follow(kind, token, ends), await follow(kind, token, later(ends, -seconds(1)))].map(outcome)
    expect(seen).toEqual([livesMs === null ? 'ann' : 'link-expired', 'ann'])
  })

  test('opens nothing of another kind', async () => {
    const { token } = await create(kind)
    const others = linkKinds.filter((one) => one !== kind)
    expect(await Promise.all(others.map(async (one) => outcome(await peekLink(ctx, one, token))))).toEqual(others.map(() => 'not-found'))
  })

  test('ends the earlier one to the same subject if it works once', async () => {
    const [older, newer, another] = [await create(kind), await create(kind), await create(kind, 'bob')]
    const seen = [await follow(kind, older.token), await follow(kind, newer.token), await follow(kind, another.token)].map(outcome)
    expect(seen).toEqual([once ? 'link-used' : 'ann', 'ann', 'bob'])
  })
})

describe('a link that works once', () => {
  test('made while another is being made, it ends that one as well', async () => {
    const first = await fresh.db.startTransaction().execute()
    const older = await createLink({ ...ctx, db: first }, 'sign-in', 'ann')
    const making = create('sign-in')
    await Promise.race([making, new Promise((resolve) => setTimeout(resolve, 300))]) // the second waits, or is done too early
    await first.commit().execute()
    const newer = await making
    expect([outcome(await peekLink(ctx, 'sign-in', older.token)), outcome(await peekLink(ctx, 'sign-in', newer.token))]).toEqual(['link-used', 'ann'])
  })

  test('is followed by one of many who come at the same moment', async () => {
    const { token } = await create('sign-in')
    const seen = await Promise.all(Array.from({ length: 8 }, () => follow('sign-in', token)))
    expect(seen.map(outcome).sort()).toEqual(['ann', ...Array<string>(7).fill('link-used')])
  })

  test('is used up by its code, and the code by the link', async () => {
    const first = await create('sign-in', 'ann', 'tab')
    expect(outcome(await tryCode(first.code ?? ''))).toBe('ann')
    expect(outcome(await follow('sign-in', first.token))).toBe('link-used')
    const second = await create('sign-in', 'ann', 'other tab')
    expect(outcome(await follow('sign-in', second.token))).toBe('ann')
    expect(outcome(await tryCode(second.code ?? '', 'other tab'))).toBe('code-spent')
  })
})

describe('a code', () => {
  test('comes only to a tab that asked', async () => {
    expect(await create('status')).toEqual({ token: expect.any(String) as string, code: undefined })
    expect((await create('sign-in', 'ann', 'tab')).code).toMatch(/^\d{6}$/)
  })

  test('opens nothing from another tab, which hears what a wrong code hears', async () => {
    const { code = '' } = await create('sign-in', 'ann', 'tab')
    expect(await tryCode(code, 'another tab')).toEqual({ ok: false, code: 'code-wrong', facts: { left: codeTries - 1 } })
  })

  test('may be typed wrong four times, not five', async () => {
    const link = await create('sign-in', 'ann', 'tab')
    const left = []
    for (let n = 1; n < codeTries; n++) left.push(await tryCode(wrong(link)))
    expect(left.map((one) => !one.ok && one.facts.left)).toEqual([4, 3, 2, 1])
    expect(outcome(await tryCode(link.code ?? ''))).toBe('ann')

    const another = await create('sign-in', 'ann', 'other tab')
    for (let n = 0; n < codeTries; n++) await tryCode(wrong(another), 'other tab')
    expect(outcome(await tryCode(another.code ?? '', 'other tab'))).toBe('code-spent')
  })

  test('counts tries that come at the same moment one by one', async () => {
    const link = await create('sign-in', 'ann', 'tab')
    const seen = await Promise.all(Array.from({ length: 12 }, () => tryCode(wrong(link))))
    expect(seen.map(outcome).filter((one) => one === 'code-wrong')).toHaveLength(codeTries)
    expect(outcome(await tryCode(link.code ?? ''))).toBe('code-spent')
  })

  test('lives as long as its link, to the second', async () => {
    const { code = '' } = await create('sign-in', 'ann', 'tab')
    const ends = later(testNow, linkRules['sign-in'].livesMs ?? 0)
    expect(outcome(await tryCode(code, 'tab', ends))).toBe('link-expired')
    expect(outcome(await tryCode(code, 'tab', later(ends, -seconds(1))))).toBe('ann')
  })
})

test('neither token, code nor the tab’s secret can be read in the database', async () => {
  const { token, code = '' } = await create('sign-in', 'ann', 'the secret of the tab')
  const [row] = await fresh.db.selectFrom('link').selectAll().execute()
  const kept = Object.values(row ?? {}).map(String)
  expect([token, code, 'the secret of the tab'].map((secret) => kept.some((one) => one.includes(secret)))).toEqual([false, false, false])
})
