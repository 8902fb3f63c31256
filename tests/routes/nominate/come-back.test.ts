import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { days, later, minutes } from '#app/domain/time.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import { makeCtx, makeNomination, testNow } from '#tests/factories/index.ts'
import { faultsOf, mailAbout, nowhere, openDesk, pathOf, shownIn, titleOf, withDraft, withSent, wordsOf, type Desk } from '#tests/routes/nominate/desk.ts'
import { startApp, type TestApp, type Visitor } from '#tests/setup/app.ts'
import { readTables } from '#tests/setup/tables.ts'

let app: TestApp
let desk: Desk
beforeEach(async () => {
  app = await startApp({ env: { RATE_LIMITS: 'off' } })
  desk = await openDesk(app)
})
afterEach(() => app.close())

const whereTo = async (visitor: Visitor, path: string) => {
  const { status, headers } = await visitor.get(path)
  return `${status} ${headers.location ?? ''}`.trim()
}
const looks = ['GET', 'HEAD'] as const
/** Looked at often, by people and by what reads mail before them, it changes nothing. */
async function lookAt(path: string) {
  const before = await readTables(app.db)
  const statuses = []
  for (const method of [...looks, ...looks]) {
    const { status, headers } = await app.visitor().send(method, path)
    statuses.push([status, headers['set-cookie']])
  }
  for (const end of ['.data', '?utm_source=mail']) await app.visitor().get(path + end)
  expect(await readTables(app.db)).toEqual(before)
  return statuses
}

describe('behind the link of the receipt', () => {
  test('stands how the nomination stands, and nothing of the nominator or of other nominations', async () => {
    await withSent(desk, { name: 'Zed Otherwise', nominatorName: 'Zoe Otherwise', nominatorEmail: 'zoe@otherwise.example' })
    const { link, nomination, draft } = await withSent(desk, { nominatorPhone: '01632 960 001' })
    const reply = await app.visitor().get(link)
    const words = wordsOf(reply)
    for (const said of ['Your nomination for Sam Carer', nomination.reference, 'Home Care', '10am on Tuesday 1 December 2026', 'What happens next', 'Send me a code']) expect(words).toContain(said)
    const all = reply.text + (await app.visitor().get(`${link}.data`)).text
    expect(['Nell', 'nell@', '960 001', 'Answer to', draft, nomination.id, 'therwise'].filter((secret) => all.includes(secret))).toEqual([])
    expect([reply.status, reply.headers['cache-control'], titleOf(reply)]).toEqual([200, 'no-store', `Your nomination ${nomination.reference} – Celebrating Excellence in Care`])
  })

  test('looking changes nothing', async () => {
    const { link } = await withSent(desk)
    expect(await lookAt(link)).toEqual(Array(4).fill([200, undefined]))
  })

  test('the device it was sent from opens the fuller page', async () => {
    const { link, visitor, draft } = await withSent(desk)
    expect(await whereTo(visitor, link)).toBe(`302 /nominate/${draft}/sent`)
  })

  test('a link that is none, or leads to something else, leads nowhere', async () => {
    const { draft, visitor } = await withDraft(desk)
    await visitor.post(`/nominate/${draft}/later`, { email: 'nell@people.example' })
    const draftLink = pathOf((await mailAbout(desk, draft)).link)
    const { link } = await withSent(desk)
    for (const path of [`/nomination/${nowhere}`, draftLink.replace('/nominate/link/', '/nomination/'), link.replace('/nomination/', '/nominate/link/'), '/nomination/x', `/nominate/link/${nowhere}`]) {
      expect([path, (await app.visitor().get(path)).status, (await app.visitor().post(path)).status]).toEqual([path, 404, 404])
    }
  })

  test('changing asks for a code from the mail; the code opens the nomination on this device', async () => {
    const { link, draft, nomination } = await withSent(desk)
    const other = app.visitor()
    const asked = await other.post(link)
    expect([asked.status, asked.headers.location]).toEqual([303, expect.stringMatching(/^\/nominate\/code\?request=[\w-]{43}$/)])
    expect([asked.headers['set-cookie'], await whereTo(other, `/nominate/${draft}/check`)]).toEqual([undefined, '404'])
    const page = asked.headers.location ?? ''
    const { code = '' } = await mailAbout(desk, draft)
    const opened = await other.post(page, { code: `${code.slice(0, 3)} ${code.slice(3)}` })
    expect([opened.status, opened.headers.location, opened.headers['set-cookie']?.length]).toEqual([303, `/nominate/${draft}`, 1])
    expect([await whereTo(other, `/nominate/${draft}`), await whereTo(other, link)]).toEqual([`303 /nominate/${draft}/sent`, `302 /nominate/${draft}/sent`])
    expect((await other.post(page, { code })).status).toBe(410)
    const { to_email } = await app.db.selectFrom('message').select('to_email').where('about_id', '=', draft).executeTakeFirstOrThrow()
    expect(to_email).toBe(nomination.nominator_email)
  })

  test('one that came by telephone is opened the same way', async () => {
    const nomination = await makeNomination(app.db, desk.edition, desk.home, { channel: 'phone', nominee: { name: 'Told By Phone' } })
    const link = `/nomination/${await statusLink(nomination.id)}`
    const other = app.visitor()
    const page = (await other.post(link)).headers.location ?? ''
    const { draft_id } = await app.db.selectFrom('nomination').select('draft_id').where('id', '=', nomination.id).executeTakeFirstOrThrow()
    const { code = '' } = await mailAbout(desk, draft_id ?? '')
    expect((await other.post(page, { code })).headers.location).toBe(`/nominate/${draft_id}`)
    expect(wordsOf(await other.get(`/nominate/${draft_id}/check`))).toContain('Told By Phone')
  })

  test('who gave no address is asked to ring, and has no button', async () => {
    const { nomination } = await withSent(desk, { nominatorEmail: '', nominatorPhone: '01632 960 001' })
    const link = `/nomination/${await statusLink(nomination.id)}`
    const reply = await app.visitor().get(link)
    expect([wordsOf(reply).includes('Ring 01752 000 000 and have your reference with you.'), /<button/.test(reply.text)]).toEqual([true, false])
    const before = await readTables(app.db)
    expect((await app.visitor().post(link)).status).toBe(404)
    expect(await readTables(app.db)).toEqual(before)
  })

  async function statusLink(nominationId: string): Promise<string> {
    return (await inTransaction(makeCtx(app.db), (trx) => createLink(trx, 'status', nominationId))).token
  }
})

describe('saved for later', () => {
  async function mailed(email = 'nell@people.example') {
    const { visitor, draft } = await withDraft(desk)
    const { status, headers } = await visitor.post(`/nominate/${draft}/later`, { email })
    expect(status).toBe(303)
    const { link, code = '' } = await mailAbout(desk, draft)
    return { draft, page: headers.location ?? '', link: pathOf(link), code }
  }

  test('the page offers the address that was given', async () => {
    const { visitor, draft } = await withDraft(desk)
    expect(shownIn(await visitor.get(`/nominate/${draft}/later`))).toEqual({ email: ['nell@people.example'] })
  })

  test('says before asking how long the link works, by when to send, and only of reminders that are still to come', async () => {
    const { visitor, draft } = await withDraft(desk)
    const said = async (before: number) => {
      app.clock.now = later(desk.edition.closes_at, -before)
      const page = wordsOf(await visitor.get(`/nominate/${draft}/later`))
      return ['for ten minutes', 'Nominations close at 5pm on Tuesday 12 January 2027', 'a week before', 'a day before', 'remind'].map((words) => page.includes(words))
    }
    expect([await said(days(8)), await said(days(6)), await said(minutes(60))]).toEqual([[true, true, true, true, true], [true, true, false, true, true], [true, true, false, false, false]])
  })

  test.each([['', 'Write an email address.'], ['nell', 'Write an email address like name@example.com.'], ['a@b, c@d.example', 'Write an email address like name@example.com.']])(
    'to “%s” nothing is sent', async (email, sentence) => {
      const { visitor, draft } = await withDraft(desk)
      const before = await readTables(app.db)
      const reply = await visitor.post(`/nominate/${draft}/later`, { email })
      expect([reply.status, faultsOf(reply), shownIn(reply)]).toEqual([422, { email: sentence }, { email: [email] }])
      expect(await readTables(app.db)).toEqual(before)
    })

  test('the link says whose nomination it is by first name only, and looking changes nothing', async () => {
    const { link } = await mailed()
    expect(await lookAt(link)).toEqual(Array(4).fill([200, undefined]))
    const reply = await app.visitor().get(link)
    expect([wordsOf(reply).includes('Your nomination for Sam is here.'), /Carer(?! –)|Harbour|Nell/.test(reply.text), reply.headers['cache-control']]).toEqual([true, false, 'no-store'])
  })

  test('its button opens the draft on that device, once', async () => {
    const { link, draft } = await mailed()
    const other = app.visitor()
    const opened = await other.post(link)
    expect([opened.status, opened.headers.location]).toEqual([303, `/nominate/${draft}`])
    expect(await whereTo(other, `/nominate/${draft}/who`)).toBe('200')
    for (const method of ['get', 'post'] as const) {
      const again = await app.visitor()[method](link)
      expect([again.status, again.headers['set-cookie'], wordsOf(again).includes('This link no longer works')]).toEqual([410, undefined, true])
    }
  })

  test('beside the drafts that are there already', async () => {
    const { link, draft } = await mailed()
    const other = await withDraft(desk)
    await other.visitor.post(link)
    for (const one of [draft, other.draft]) expect(await whereTo(other.visitor, `/nominate/${one}/who`)).toBe('200')
  })

  test('too old, it says so', async () => {
    const { link, page, code } = await mailed()
    app.clock.now = later(testNow, minutes(10))
    const replies = [await app.visitor().get(link), await app.visitor().post(link), await app.visitor().post(page, { code })]
    const said = ['This link no longer works', 'This link no longer works', 'This link is too old. Ask for a new one.']
    expect(replies.map((reply, index) => [reply.status, wordsOf(reply).includes(said[index] ?? '')])).toEqual(Array(3).fill([410, true]))
  })

  test('a wrong code is told, with the tries that are left, and opens nothing', async () => {
    const { page, code, draft } = await mailed()
    const other = app.visitor()
    const wrong = code === '111111' ? '222222' : '111111'
    const reply = await other.post(page, { code: wrong })
    expect([reply.status, faultsOf(reply), shownIn(reply)]).toEqual([422, { code: 'That is not the code we sent. You have 4 tries left.' }, { code: [wrong] }])
    const none = await other.post(page, { code: 'twelve' })
    expect([none.status, faultsOf(none)]).toEqual([422, { code: 'Enter the six numbers of the code.' }])
    expect([reply.headers['set-cookie'], await whereTo(other, `/nominate/${draft}`)]).toEqual([undefined, '404'])
    expect((await other.post(page, { code })).status).toBe(303)
  })

  test('a page for a code that nobody asked for hears what a wrong code hears', async () => {
    const reply = await app.visitor().post(`/nominate/code?request=${nowhere}`, { code: '123456' })
    expect([reply.status, faultsOf(reply)]).toEqual([422, { code: 'That is not the code we sent. You have 4 tries left.' }])
    for (const request of ['', 'x', `${nowhere}x`, `${nowhere}&request=x`.slice(1)]) expect(await whereTo(app.visitor(), `/nominate/code?request=${request}`)).toBe('404')
  })
})

describe('withdrawing', () => {
  test('is asked first, done once, and said', async () => {
    const { visitor, draft, nomination, link } = await withSent(desk)
    const before = await readTables(app.db)
    expect(wordsOf(await visitor.get(`/nominate/${draft}/withdraw`))).toContain('Withdraw your nomination for Sam Carer?')
    expect(await readTables(app.db)).toEqual(before)
    for (const said of ['?done=withdrawn', '']) {
      const { status, headers } = await visitor.post(`/nominate/${draft}/withdraw`)
      expect([status, headers.location]).toEqual([303, `/nominate/${draft}/sent${said}`])
    }
    expect(wordsOf(await visitor.get(`/nominate/${draft}/sent?done=withdrawn`))).toContain('We have sent a message about it to nell@people.example.')
    const { state } = await app.db.selectFrom('nomination').select('state').where('id', '=', nomination.id).executeTakeFirstOrThrow()
    const mails = await app.db.selectFrom('message').select('kind').where('about_id', '=', nomination.id).orderBy('kind').execute()
    expect([state, mails.map((one) => one.kind)]).toEqual(['withdrawn', ['nomination.receipt', 'nomination.withdrawn']])
    expect(await whereTo(visitor, `/nominate/${draft}/withdraw`)).toBe(`302 /nominate/${draft}/sent`)
    const sent = await visitor.get(`/nominate/${draft}/sent`)
    expect(wordsOf(sent)).toContain('Your nomination for Sam Carer is withdrawn.')
    expect(wordsOf(sent)).not.toMatch(/We have sent|we write to/)
    expect([sent.text.includes('/withdraw"'), sent.text.includes('/check"')]).toEqual([false, false])
    expect(wordsOf(await app.visitor().get(link))).toContain('Withdrawn at 10am on Tuesday 1 December 2026')
    const before409 = await readTables(app.db)
    const asked = await app.visitor().post(link)
    expect([asked.status, faultsOf(asked)]).toEqual([409, { form: 'This nomination has been withdrawn already.' }])
    expect(await readTables(app.db)).toEqual(before409)
  })

  test('afterwards nothing can be changed: whoever tries is told that it is withdrawn, and nothing is written', async () => {
    const { visitor, draft } = await withSent(desk)
    await visitor.post(`/nominate/${draft}/withdraw`)
    const before = await readTables(app.db)
    for (const page of ['check', 'who', 'who?change']) {
      for (const method of ['get', 'post'] as const) {
        const { status, headers } = await visitor[method](`/nominate/${draft}/${page}`)
        expect([[302, 303].includes(status), headers.location?.split('?')[0]]).toEqual([true, `/nominate/${draft}/sent`])
      }
    }
    expect(await readTables(app.db)).toEqual(before)
  })

  test('there is nothing to withdraw before it is sent', async () => {
    const { visitor, draft } = await withDraft(desk)
    expect([(await visitor.get(`/nominate/${draft}/withdraw`)).status, (await visitor.post(`/nominate/${draft}/withdraw`)).status]).toEqual([404, 404])
  })

  test('a draft of somebody else’s nomination opens nothing of it', async () => {
    const { nomination, draft } = await withSent(desk)
    const { visitor } = await withDraft(desk)
    for (const end of ['sent', 'withdraw', 'check']) expect((await visitor.get(`/nominate/${draft}/${end}`)).status).toBe(404)
    await visitor.post(`/nominate/${draft}/withdraw`)
    expect(await app.db.selectFrom('nomination').select('state').where('id', '=', nomination.id).execute()).toEqual([{ state: 'live' }])
  })
})

describe('after sending', () => {
  test('the page tells of this nomination alone, however often it is asked for, and changes nothing', async () => {
    await withSent(desk, { name: 'Zed Otherwise', nominatorName: 'Zoe Otherwise', nominatorEmail: 'zoe@otherwise.example' })
    const { visitor, draft, nomination } = await withSent(desk)
    const before = await readTables(app.db)
    for (const path of [`/nominate/${draft}/sent`, `/nominate/${draft}/sent.data`, `/nominate/${draft}/sent`]) {
      const { text } = await visitor.get(path)
      expect([text.includes(nomination.reference), text.includes('therwise'), text.includes(nomination.id)]).toEqual([true, false, false])
    }
    expect(wordsOf(await visitor.get(`/nominate/${draft}/sent?done=sent`))).toContain('We have sent a receipt to nell@people.example.')
    const later = wordsOf(await visitor.get(`/nominate/${draft}/sent`))
    expect([later.includes('We have your nomination for Sam Carer.'), /Thank you|We have sent/.test(later)]).toEqual([true, false])
    expect(await readTables(app.db)).toEqual(before)
  })

  test('who gave no address is asked to write the reference down', async () => {
    const { visitor, draft } = await withSent(desk, { nominatorEmail: '', nominatorPhone: '01632 960 001' })
    expect(wordsOf(await visitor.get(`/nominate/${draft}/sent`))).toContain('Write the reference down.')
  })

  test('a change is saved from the check, and said', async () => {
    const { visitor, draft } = await withSent(desk)
    expect((await visitor.post(`/nominate/${draft}/who?change`, { kind: 'person', name: 'Samira Carer' })).headers.location).toBe(`/nominate/${draft}/check`)
    expect(wordsOf(await visitor.get(`/nominate/${draft}/check`))).toContain('Send my changes')
    expect((await visitor.post(`/nominate/${draft}/check`)).headers.location).toBe(`/nominate/${draft}/sent?done=changed`)
    const words = wordsOf(await visitor.get(`/nominate/${draft}/sent?done=changed`))
    expect([words.includes('Your changes to your nomination for Samira Carer are in.'), words.includes('Received, and changed since')]).toEqual([true, true])
  })

  test('changes that are not sent are said wherever they could be taken for sent, until they are', async () => {
    const { visitor, draft, link } = await withSent(desk)
    const unsent = 'You have changes that are not sent yet'
    const told = async (unlike = unsent) => {
      const pages = [await visitor.get(`/nominate/${draft}/sent`), await visitor.get(`/nominate/${draft}/check`), await app.visitor().get(link)]
      return pages.map((page) => wordsOf(page).includes(unlike))
    }
    expect([await told(), (await visitor.get(`/nominate/${draft}/check`)).text.includes('Send my changes')]).toEqual([[false, false, false], false])
    await visitor.post(`/nominate/${draft}/who?change`, { kind: 'person', name: 'Samira Carer' })
    expect([await told(), (await visitor.get(`/nominate/${draft}/check`)).text.includes('Send my changes')]).toEqual([[true, true, true], true])
    expect(wordsOf(await visitor.get(`/nominate/${draft}/sent`))).toContain('Check and send my changes')

    const { now } = app.clock
    app.clock.now = later(desk.edition.closes_at, minutes(16))
    expect([await told(), await told('You made changes and did not send them')]).toEqual([[false, false, false], [true, false, true]])
    const late = await visitor.get(`/nominate/${draft}/check`)
    expect([late.status, wordsOf(late).includes('What you had sent by then counts, and it can no longer be changed.'), /<button/.test(late.text)]).toEqual([409, true, false])
    expect(wordsOf(late)).toContain('About you')

    app.clock.now = now
    await visitor.post(`/nominate/${draft}/check`)
    expect(await told()).toEqual([false, false, false])
    await visitor.post(`/nominate/${draft}/who?change`, { kind: 'person', name: 'Sam' })
    await visitor.post(`/nominate/${draft}/withdraw`)
    expect([wordsOf(await visitor.get(`/nominate/${draft}/sent`)).includes('changes'), wordsOf(await app.visitor().get(link)).includes('changes')]).toEqual([false, false])
  })

  test('a change that did not become one is not said to be', async () => {
    const { visitor, draft } = await withSent(desk)
    await visitor.post(`/nominate/${draft}/check`)
    expect(wordsOf(await visitor.get(`/nominate/${draft}/sent?done=changed`))).toContain('Thank you. Your nomination for Sam Carer is in.')
  })

  test('until the close; withdrawing stays', async () => {
    const { visitor, draft } = await withSent(desk)
    const acts = async () => {
      const { text } = await visitor.get(`/nominate/${draft}/sent`)
      return [text.includes('/check"'), text.includes('/withdraw"')]
    }
    app.clock.now = later(desk.edition.closes_at, minutes(15))
    expect(await acts()).toEqual([true, true])
    app.clock.now = later(desk.edition.closes_at, minutes(15) + 1)
    expect(await acts()).toEqual([false, true])
    expect((await visitor.post(`/nominate/${draft}/withdraw`)).status).toBe(303)
  })

  test('“Finish and clear this device” leaves nothing on it, and everything with us', async () => {
    const { visitor, draft, link } = await withSent(desk)
    const unsent = (await visitor.post('/2027/nominate')).headers.location?.split('/')[2] ?? ''
    const before = await readTables(app.db)
    const asking = await visitor.get('/nominate/clear')
    expect([wordsOf(asking).includes('the only way back is by phone'), visitor.cookies.size, (await visitor.get(`/nominate/${unsent}`)).status]).toEqual([true, 1, 303])
    const reply = await visitor.post('/nominate/clear')
    expect([reply.status, reply.headers.location, reply.headers['clear-site-data'], reply.headers['cache-control']]).toEqual([303, '/nominate/clear?done=cleared', '"cache", "storage"', 'no-store'])
    expect(reply.headers['set-cookie']).toEqual([expect.stringMatching(/^drafts=[^;]*; Max-Age=0; Path=\/;/)])
    expect([...visitor.cookies]).toEqual([])
    for (const path of [`/nominate/${draft}/sent`, `/nominate/${draft}/who`, `/nominate/${unsent}`]) expect((await visitor.get(path)).status).toBe(404)
    expect((await visitor.get(link)).status).toBe(200)
    expect(await readTables(app.db)).toEqual(before)
    expect(wordsOf(await visitor.get('/nominate/clear?done=cleared'))).toContain('This device holds nothing of your nominations any more.')
    const gone = await visitor.get(`/nominate/${draft}/sent`)
    expect([wordsOf(gone).includes('It may have been sent'), gone.text.includes('href="/nominate/new-link"')]).toEqual([true, true])
  })

  test('an emptied cookie opens nothing', async () => {
    const { draft } = await withSent(desk)
    const { headers } = await app.visitor().post('/nominate/clear')
    const [cookie = ''] = headers['set-cookie']?.[0]?.split(';') ?? []
    expect((await app.visitor().get(`/nominate/${draft}/sent`, { Cookie: cookie })).status).toBe(404)
  })
})
