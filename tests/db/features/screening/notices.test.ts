import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { valueOf } from '#app/domain/result.ts'
import { days, hours, later } from '#app/domain/time.ts'
import { moveMessage } from '#app/features/messages/commands.server.ts'
import { enterByLetter } from '#app/features/screening/nominee.commands.server.ts'
import { findByLink, listSummaries } from '#app/features/screening/nominee.queries.server.ts'
import { markTold, printLetters, tellByEmail } from '#app/features/screening/notices.commands.server.ts'
import { countToTell, countWithoutEmail, listMailable, listPersons, listToTell, type NoticeShow } from '#app/features/screening/notices.queries.server.ts'
import { rowsOnAPage } from '#app/platform/paging.ts'
import { makeAccount, testNow } from '#tests/factories/index.ts'
import { alsoFor, nominate, setScreening, verbs, type Screening } from '#tests/db/features/screening/scene.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { newestMessage } from '#tests/setup/outbox.ts'
import { listBroken } from '#db/invariants.server.ts'

let fresh: FreshDatabase
let scene: Screening
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScreening(fresh.db)
})
afterEach(() => fresh.close())

type Own = Parameters<typeof nominate>[2]
/** A nominee called so; their id. */
async function nominee(name: string, own: Own = {}, reach = `${name.toLowerCase()}@people.example`): Promise<string> {
  return (await nominate(scene, 'Words.', { ...own, nominator_email: '', nominee: { name, reach } })).nominee_id
}
const at = (now: string) => ({ ...scene.edition, now })
const mail = (...ids: string[]) => tellByEmail(scene.ctx, scene.edition, ids)
const person = async (id: string) => (await listPersons(scene, scene.edition, [id]))[0]
async function shown(show: NoticeShow | '', edition = scene.edition) {
  const { rows } = await listToTell(scene, edition, show)
  if (show) expect((await countToTell(scene, edition))[show]).toBe(rows.length)
  return rows.map(({ name }) => name)
}
async function markSent(): Promise<void> {
  await scene.db.updateTable('message').set({ state: 'sent', sent_at: testNow, secrets: null }).execute()
}
async function tokenOf(id: string): Promise<string> {
  return (await newestMessage(scene.db, scene.ctx.keys, id)).secrets.link?.split('/').at(-1) ?? ''
}

describe('by email', () => {
  test('writes to each who has an address: a notice that shows their nominations, a link, a message', async () => {
    const [ann, bob] = [await nominee('Ann'), await nominee('Bob', {}, '01632 960 002')]
    expect(valueOf(await mail(ann, bob))).toEqual({ count: 1 })
    const notices = await scene.db.selectFrom('notice').innerJoin('notice_nomination', 'notice_id', 'id').select(['nominee_id', 'route', 'due_at', 'told_at']).execute()
    expect(notices).toEqual([{ nominee_id: ann, route: 'email', due_at: '2027-01-01T23:59:59.999Z', told_at: null }])
    const { to_email, kind, shown: said } = await newestMessage(scene.db, scene.ctx.keys, ann)
    expect([to_email, kind, said.includes('Ann'), said.includes('Home Care')]).toEqual(['ann@people.example', 'nominee.notice', true, true])
    expect(await verbs(scene)).toEqual(['notice.queued'])
    expect(await listBroken(scene.db)).toEqual([{ name: 'every live nomination is in the audit trail as sent', rows: expect.anything() as unknown }])
  })

  test('names the nominator only if they agreed', async () => {
    const [open, closed] = [await nominee('Ann', { share_name: 1 }), await nominee('Bob', { share_name: 0 })]
    await mail(open, closed)
    const said = async (id: string) => (await newestMessage(scene.db, scene.ctx.keys, id)).shown.includes('Nell Nominator')
    expect([await said(open), await said(closed)]).toEqual([true, false])
  })

  test('one who is being written to is not written to again; once it has gone, or was cancelled, they can be', async () => {
    const ann = await nominee('Ann')
    valueOf(await mail(ann))
    expect(await mail(ann)).toMatchObject({ code: 'nobody-to-tell' })
    const { id: messageId, version } = await scene.db.selectFrom('message').select(['id', 'version']).executeTakeFirstOrThrow()
    valueOf(await moveMessage(scene.ctx, scene.edition, 'cancel', { messageId, version }))
    expect(await shown('to-tell')).toEqual(['Ann'])
    valueOf(await mail(ann))
    await scene.db.updateTable('message').set({ state: 'sent', sent_at: testNow, secrets: null }).where('state', '=', 'ready').execute()
    valueOf(await mail(ann))
    expect((await scene.db.selectFrom('notice').select('id').execute()).length).toBe(3)
  })

  test('two organisers press at once: everybody is written to once', async () => {
    const ids = [await nominee('Ann'), await nominee('Bob')]
    const both = await Promise.all([mail(...ids), mail(...ids)])
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect((await scene.db.selectFrom('message').select('id').execute()).length).toBe(2)
  })

  test.each([
    ['not eligible', { screening: 'ineligible', screening_reason: 'No.' }], ['stood down', { standing: 'stood-down', standing_reason: 'No.' }],
  ] as const)('whose entries are all %s is not told that judges read of them, nor why; who has another in is', async (_, set) => {
    const [ann, bob] = [await nominate(scene, 'Words.', { nominee: { name: 'Ann', reach: 'ann@people.example' } }), await nominate(scene, 'Words.', { nominee: { name: 'Bob', reach: 'bob@people.example' } })]
    await alsoFor(scene, bob, scene.team)
    await scene.db.updateTable('entry').set(set).where('category_id', '=', scene.home.id).execute()
    expect((await person(ann.nominee_id))?.entries).toEqual([{ standing: 'standing', screening: 'to-screen', ...set }].map(({ standing, screening }) => ({ standing, screening })))
    valueOf(await mail(ann.nominee_id, bob.nominee_id))
    const said = async (id: string) => (await newestMessage(scene.db, scene.ctx.keys, id)).shown
    const of = (text: string) => [text.includes('Good news'), text.includes('does not go forward to the judges'), text.includes('Does not go forward'), text.includes('No.')]
    expect([of(await said(ann.nominee_id)), of(await said(bob.nominee_id))]).toEqual([[false, true, false, false], [true, false, true, false]])
  })

  test('is for organisers', async () => {
    const actor = await makeAccount(scene.db, { role: 'assistant', edition: scene.edition })
    const ann = await nominee('Ann')
    for (const told of [await tellByEmail({ ...scene.ctx, actor }, scene.edition, [ann]), await printLetters({ ...scene.ctx, actor }, scene.edition, [ann]), await markTold({ ...scene.ctx, actor }, scene.edition, ann, 'phone', 0)])
      expect(told).toMatchObject({ code: 'not-yours' })
  })
})

describe('letters', () => {
  test('have a reference and a code that open the nominee’s page, as often as needed', async () => {
    const ann = await nominee('Ann', {}, 'at the desk')
    const [letter] = valueOf(await printLetters(scene.ctx, scene.edition, [ann]))
    expect(letter).toMatchObject({ name: 'Ann', to: ['Harbour Home Care', 'at the desk'], reference: expect.stringMatching(/^.{4}-.{4}$/) as string })
    const code = /"Code","value":"(\d{6})"/.exec(JSON.stringify(letter?.body))?.[1] ?? ''
    const reference = letter?.reference.replace('-', '') ?? ''
    for (let count = 0; count < 7; count += 1) {
      if (count === 3) expect(await enterByLetter(scene.ctx, reference, '000000')).toMatchObject({ code: 'code-wrong' })
      const { token } = valueOf(await enterByLetter(scene.ctx, reference, code))
      expect(valueOf(await findByLink(scene.ctx, token)).record.id).toBe(ann)
    }
    expect(await enterByLetter({ ...scene.ctx, now: later(testNow, days(60)) }, reference, code)).toMatchObject({ code: 'link-expired' })
  })

  test('five wrong codes in a row spend it', async () => {
    const [letter] = valueOf(await printLetters(scene.ctx, scene.edition, [await nominee('Ann', {}, '')]))
    const reference = letter?.reference.replace('-', '') ?? ''
    const answers = []
    for (let count = 0; count < 6; count += 1) answers.push((await enterByLetter(scene.ctx, reference, 'xxxxxx')).ok)
    expect([answers, await enterByLetter(scene.ctx, reference, '1')]).toMatchObject([[false, false, false, false, false, false], { code: 'code-spent' }])
  })

  test('printed twice is one notice, which is told when it is marked as posted, once', async () => {
    const ann = await nominee('Ann', {}, '')
    for (let count = 0; count < 2; count += 1) valueOf(await printLetters(scene.ctx, scene.edition, [ann]))
    expect(await shown('under-way')).toEqual(['Ann'])
    valueOf(await markTold(scene.ctx, scene.edition, ann, 'letter', 0))
    expect(await markTold(scene.ctx, scene.edition, ann, 'letter', 0)).toMatchObject({ code: 'changed-meanwhile' })
    expect(await scene.db.selectFrom('notice').select(['route', 'told_at']).execute()).toEqual([{ route: 'letter', told_at: testNow }])
    expect(await verbs(scene)).toEqual(['notice.printed', 'notice.printed', 'notice.told'])
    expect(await shown('told')).toEqual(['Ann'])
  })

  test('not for somebody to whom an email is on its way', async () => {
    const ann = await nominee('Ann')
    valueOf(await mail(ann))
    expect(await printLetters(scene.ctx, scene.edition, [ann])).toMatchObject({ code: 'nobody-to-tell' })
  })
})

test('told over the telephone, without a letter', async () => {
  const ann = await nominee('Ann', {}, '01632 960 002')
  valueOf(await markTold(scene.ctx, scene.edition, ann, 'phone', 0))
  expect((await person(ann))?.notice).toMatchObject({ route: 'phone', toldAt: testNow })
  expect((await scene.db.selectFrom('notice_nomination').select('nomination_id').execute()).length).toBe(1)
})

describe('the clock', () => {
  test('a month after the first nomination they are overdue, however near, and whatever is in the outbox', async () => {
    const ann = await nominee('Ann', { received_at: '2026-12-01T23:30:00.000Z' })
    await nominate(scene, 'Later words.', { received_at: '2026-12-20T10:00:00.000Z' }, { nominee_id: ann } as Awaited<ReturnType<typeof nominate>>)
    const last = '2027-01-01T23:59:59.999Z'
    expect((await person(ann))?.due).toBe(last)
    expect([await shown('soon', at(later(last, -days(8)))), await shown('overdue', at(last)), await shown('soon', at(last))]).toEqual([[], [], ['Ann']])
    expect([await shown('overdue', at(later(last, 1))), await shown('soon', at(later(last, 1)))]).toEqual([['Ann'], []])
    valueOf(await mail(ann))
    expect(await shown('overdue', at(later(last, 1)))).toEqual(['Ann'])
    await markSent()
    expect([await shown('overdue', at(later(last, 1))), await shown('told')]).toEqual([[], ['Ann']])
  })

  test('and before judges read, if that is sooner', async () => {
    const ann = await nominee('Ann', { received_at: '2027-01-12T17:00:00.000Z' })
    const { judgingOpens } = scene.edition.settings.timetable
    expect((await person(ann))?.due).toBe(judgingOpens)
    expect([await shown('overdue', at(judgingOpens)), await shown('overdue', at(later(judgingOpens, 1)))]).toEqual([[], ['Ann']])
  })
})

describe('the list', () => {
  test('the most urgent first; only people about whom something live is held', async () => {
    await nominee('Late', { received_at: later(testNow, hours(2)) })
    await nominee('Early', { received_at: later(testNow, -hours(2)) })
    await nominee('Gone', { state: 'withdrawn', withdrawn_at: testNow })
    expect(await shown('')).toEqual(['Early', 'Late'])
  })

  test('pages through everybody, each once, and back', async () => {
    for (let count = 0; count < 30; count += 1) await nominee(`N${count}`)
    const first = await listToTell(scene, scene.edition, '')
    const second = await listToTell(scene, scene.edition, '', { towards: 'older', key: first.older ?? '' })
    const ids = [first, second].flatMap(({ rows }) => rows.map(({ id }) => id))
    expect([new Set(ids).size, second.older, first.newer]).toEqual([30, undefined, undefined])
    const back = await listToTell(scene, scene.edition, '', { towards: 'newer', key: second.newer ?? '' })
    expect(back.rows.map(({ id }) => id)).toEqual(ids.slice(0, rowsOnAPage))
  })

  test('everybody with an address who is still to be told', async () => {
    const [, , told] = [await nominee('Ann'), await nominee('Bob', {}, 'ring @ the desk'), await nominee('Cay')]
    valueOf(await mail(told))
    expect((await listMailable(scene, scene.edition, 10)).map(({ name }) => name)).toEqual(['Ann'])
    await nominee('Dee', {}, '01632 960 002')
    expect(await countWithoutEmail(scene, scene.edition)).toBe(2)
  })

  test('three rows ask as much of the database as one', async () => {
    const counted = countQueries(fresh.url)
    const asks = async () => {
      const before = counted.asked()
      await listToTell(counted, scene.edition, '')
      await countToTell(counted, scene.edition)
      return counted.asked() - before
    }
    await nominee('Ann')
    const one = await asks()
    await nominee('Bob')
    await nominee('Cay')
    expect([one, await asks()]).toEqual([4, 4])
    await counted.close()
  })
})

describe('merged', () => {
  test('who was told by the record that was merged is told', async () => {
    const [ann, anne] = [await nominee('Ann'), await nominee('Anne')]
    valueOf(await mail(anne))
    await markSent()
    await scene.db.updateTable('nominee').set({ merged_into: ann }).where('id', '=', anne).execute()
    await scene.db.updateTable('nomination').set({ nominee_id: ann }).where('nominee_id', '=', anne).execute()
    expect([await shown(''), await shown('told')]).toEqual([['Ann'], ['Ann']])
  })

  test('a link shows what pointed there when it was made, until the person is confirmed', async () => {
    const [ann, anne] = [await nominee('Ann'), await nominee('Anne')]
    valueOf(await mail(ann, anne))
    const token = await tokenOf(anne)
    await scene.db.updateTable('nominee').set({ merged_into: ann }).where('id', '=', anne).execute()
    await scene.db.updateTable('nomination').set({ nominee_id: ann }).where('nominee_id', '=', anne).execute()
    const look = async () => {
      const found = valueOf(await findByLink(scene.ctx, token))
      return [found.record.name, found.entriesOf === ann, (await listSummaries(scene, found)).length]
    }
    expect(await look()).toEqual(['Anne', true, 1])
    await scene.db.updateTable('nominee').set({ confirmed_at: testNow }).where('id', '=', ann).execute()
    expect(await look()).toEqual(['Ann', true, 2])
  })
})
