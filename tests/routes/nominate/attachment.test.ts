import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { largestFile } from '#app/domain/attachment.ts'
import { hours, later } from '#app/domain/time.ts'
import { openStorage } from '#app/platform/storage.server.ts'
import { makePdf, makePicture } from '#tests/factories/files.ts'
import { makeAccount, makeSettings } from '#tests/factories/index.ts'
import { faultsOf, good, mailAbout, openDesk, pathOf, withDraft, wordsOf, type Desk } from '#tests/routes/nominate/desk.ts'
import { startApp, type Reply, type TestApp, type Visitor } from '#tests/setup/app.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase } from '#tests/setup/database.ts'
import { multipart, sendParts, type Part } from '#tests/setup/multipart.ts'

let app: TestApp
let desk: Desk
beforeEach(async () => {
  app = await startApp()
  desk = await openDesk(app)
  await takeFiles(true)
})
afterEach(() => app.close())

/** As organisers switch it; every change of an edition makes another version of it. */
async function takeFiles(attachments: boolean): Promise<void> {
  const settings = JSON.stringify(makeSettings({ relationships: ['I work with them'], attachments }))
  await app.db.updateTable('edition').set((e) => ({ settings, version: e('version', '+', 1) })).execute()
}

const fileOf = (bytes: Uint8Array | string, fileName = 'a.jpg'): Part => ({ fileName, bytes })
const add = (visitor: Visitor, draft: string, ...parts: Part[]) => sendParts(visitor, `/nominate/${draft}/attachment`, multipart(...parts))
const linkIn = ({ text }: Reply) => /href="([^"]*\/attachment[^"?]*)"[^>]*>download it/.exec(text)?.[1] ?? 'none'
const answersOf = async (draft: string) => (await app.db.selectFrom('draft').select('answers').where('id', '=', draft).executeTakeFirstOrThrow()).answers
const listFiles = () => app.db.selectFrom('attachment').select('kind').execute()

describe('where no files are taken', () => {
  test('nobody is asked for one, and none is kept', async () => {
    await takeFiles(false)
    const { visitor, draft } = await withDraft(desk)
    expect((await visitor.post(`/nominate/${draft}/you`, good.you)).headers.location).toBe(`/nominate/${draft}/check`)
    expect((await visitor.get(`/nominate/${draft}/check`)).text).not.toContain('Picture or PDF')
    expect((await visitor.get(`/nominate/${draft}/attachment`)).status).toBe(404)
    expect([(await add(visitor, draft, fileOf(await makePicture()))).status, await listFiles()]).toEqual([409, []])
  })

  test('the form and its sending ask the database what they ask with files, and no more', async () => {
    const counted = async (attachments: boolean): Promise<number> => {
      const fresh = await freshDatabase()
      const { db, asked, close } = countQueries(fresh.url)
      const other = await startApp({ fresh: { ...fresh, db } })
      const { visitor, draft } = await withDraft(await openDesk(other))
      await db.updateTable('edition').set({ settings: JSON.stringify(makeSettings({ relationships: ['I work with them'], attachments })), version: 2 }).execute()
      const before = asked()
      for (const step of ['who', 'you']) await visitor.post(`/nominate/${draft}/${step}`, good[step])
      expect((await visitor.post(`/nominate/${draft}/check`)).status).toBe(303)
      const queries = asked() - before
      await other.close()
      await close()
      await fresh.close()
      return queries
    }
    expect(await counted(true)).toBe(await counted(false))
  })
})

test('a file is asked for last, shown with the answers, and goes with the nomination', async () => {
  const { visitor, draft } = await withDraft(desk)
  const here = `/nominate/${draft}/attachment`
  expect((await visitor.post(`/nominate/${draft}/you`, good.you)).headers.location).toBe(here)
  const asking = await visitor.get(here)
  expect(wordsOf(asking)).toContain('Nobody who receives care may be in it, or be named in it, unless they have agreed.')
  expect(asking.text).toMatch(/<form[^>]*encType="multipart\/form-data"/i)

  const added = await add(visitor, draft, fileOf(await makePicture({ told: true }), '../../etc/Mrs Carter.exe'))
  expect([added.status, added.headers.location]).toEqual([303, `/nominate/${draft}/check`])
  const check = await visitor.get(`/nominate/${draft}/check`)
  expect(wordsOf(check)).toMatch(/Picture or PDF File A picture, 1 kB: download it/)
  expect(check.text).not.toContain('Carter')

  expect((await visitor.post(`/nominate/${draft}/check`)).status).toBe(303)
  const sent = await visitor.get(`/nominate/${draft}/sent`)
  expect(linkIn(sent)).toBe(linkIn(check))
  expect((await visitor.get(`/nominate/${draft}/check`)).text).not.toContain('not sent yet')
})

describe('a file that is kept', () => {
  test('is handed over to keep, and can do nothing', async () => {
    const { visitor, draft } = await withDraft(desk)
    await add(visitor, draft, fileOf(makePdf()))
    const reply = await visitor.get(linkIn(await visitor.get(`/nominate/${draft}/check`)))
    expect([reply.status, reply.text]).toEqual([200, makePdf().toString('utf8')])
    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="nomination.pdf"', 'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff',
    })
  })

  test('is for the device that added it and for organisers', async () => {
    const { visitor, draft } = await withDraft(desk)
    await add(visitor, draft, fileOf(makePdf()))
    const own = linkIn(await visitor.get(`/nominate/${draft}/check`))
    await visitor.post(`/nominate/${draft}/check`)
    const nomination = await app.db.selectFrom('nomination').selectAll().executeTakeFirstOrThrow()
    const page = `/organise/2027/nominations/${nomination.id}`
    const [assistant, judge] = [await app.signedIn(await makeAccount(app.db, { role: 'assistant', edition: desk.edition })), await app.signedIn(await makeAccount(app.db, { role: 'judge', edition: desk.edition }))]
    expect(linkIn(await assistant.get(page))).toBe(`${page}/attachment`)
    const theirs = await assistant.get(`${page}/attachment`)
    expect([theirs.status, theirs.headers['content-disposition']]).toEqual([200, `attachment; filename="nomination-${nomination.reference}.pdf"`])
    const another = await withDraft(desk)
    const elsewhere = own.replace(draft, another.draft)
    expect([(await app.visitor().get(own)).status, (await judge.get(`${page}/attachment`)).status, (await another.visitor.get(own)).status, (await another.visitor.get(elsewhere)).status]).toEqual([404, 404, 404, 404])
  })

  test('is named behind the receipt’s link, which may have been passed on, and not to be had there', async () => {
    const { visitor, draft } = await withDraft(desk)
    await add(visitor, draft, fileOf(makePdf()))
    await visitor.post(`/nominate/${draft}/check`)
    const { id } = await app.db.selectFrom('nomination').select('id').executeTakeFirstOrThrow()
    const status = await app.visitor().get(pathOf((await mailAbout(desk, id)).link))
    expect([wordsOf(status).includes('A PDF, 1 kB'), linkIn(status)]).toEqual([true, 'none'])
  })

  test('is gone with a withdrawal', async () => {
    const { visitor, draft } = await withDraft(desk)
    await add(visitor, draft, fileOf(makePdf()))
    await visitor.post(`/nominate/${draft}/check`)
    await visitor.post(`/nominate/${draft}/withdraw`)
    expect((await visitor.get(`/nominate/${draft}/sent`)).text).not.toContain('/attachment')
    app.clock.now = later(app.clock.now, hours(2))
    await app.work()
    expect(await listFiles()).toEqual([])
  })
})

describe('a file that is refused', () => {
  const refused: [string, () => Promise<Part[]> | Part[], number, Record<string, string>][] = [
    ['none chosen', () => [fileOf('', '')], 422, { file: 'Choose a file.' }],
    ['an empty one', () => [fileOf('')], 422, { file: 'Choose a file that is not empty.' }],
    ['words', () => [{ bytes: 'words' }], 422, { file: 'Choose a file that is not empty.' }],
    ['two', async () => [fileOf(await makePicture()), fileOf(await makePicture())], 422, { form: 'This page sent something we did not ask for. Choose the file and send it again.' }],
    ['one in another field', async () => [{ ...fileOf(await makePicture()), field: 'picture' }], 422, { form: 'This page sent something we did not ask for. Choose the file and send it again.' }],
    ['one among thousands', async () => [fileOf(await makePicture()), ...Array.from({ length: 5000 }, (_, n) => ({ field: `f${n}`, bytes: 'x' }))], 422, { form: 'This page sent something we did not ask for. Choose the file and send it again.' }],
    ['a page that says it is a picture', () => [{ ...fileOf('<script>alert(1)</script>'), type: 'image/jpeg' }], 422, { file: 'This is neither a picture that we can open nor a PDF. Send a JPEG, PNG or WebP picture, or a PDF.' }],
    ['half a picture', async () => [fileOf((await makePicture({ width: 500, height: 500 })).subarray(0, 1000))], 422, { file: 'This picture is damaged, or not all of it arrived. Send it again, or another one.' }],
    ['8 MB and a byte', () => [fileOf(Buffer.alloc(largestFile + 1, '%PDF-'))], 413, { file: 'This file is larger than 8 MB, so it was not kept. What you saved before is safe. Make the file smaller, or choose another.' }],
  ]
  test.each(refused)('%s', async (_, parts, status, faults) => {
    const { visitor, draft } = await withDraft(desk)
    const before = await answersOf(draft)
    const reply = await add(visitor, draft, ...(await parts()))
    expect([reply.status, faultsOf(reply)]).toEqual([status, faults])
    expect([await answersOf(draft), await listFiles()]).toEqual([before, []])
  })

  test('the one before it stays', async () => {
    const { visitor, draft } = await withDraft(desk)
    await add(visitor, draft, fileOf(makePdf()))
    const before = await answersOf(draft)
    expect((await add(visitor, draft, fileOf('nonsense'))).status).toBe(422)
    expect(await answersOf(draft)).toBe(before)
  })

  test('cut short on its way, or not a form at all', async () => {
    const { visitor, draft } = await withDraft(desk)
    const path = `/nominate/${draft}/attachment`
    const whole = multipart(fileOf(await makePicture()))
    for (const [body, type] of [[whole.subarray(0, 300)], [whole, 'multipart/form-data'], [whole, 'text/plain']] as const) {
      const reply = await sendParts(visitor, path, body, type ? { 'Content-Type': type } : {})
      expect([reply.status, await listFiles()]).toEqual([422, []])
    }
  })

  test('far too large: the page says so, and no more than that is read of whoever holds no draft', async () => {
    const { visitor, draft } = await withDraft(desk)
    const body = multipart(fileOf(Buffer.alloc(9 * 2 ** 20)))
    const path = `/nominate/${draft}/attachment`
    const reply = await sendParts(visitor, path, body)
    expect([reply.status, wordsOf(reply).includes('This file is larger than 8 MB, so it was not kept.')]).toEqual([413, true])
    const stranger = await sendParts(app.visitor(), path, multipart(fileOf(Buffer.alloc(300 * 1024))))
    expect([stranger.status, wordsOf(stranger).includes('8 MB')]).toEqual([413, false])
    expect((await sendParts(app.visitor(), path, multipart(fileOf(await makePicture())))).status).toBe(404)
  })

  test('from another website', async () => {
    const { visitor, draft } = await withDraft(desk)
    const reply = await sendParts(visitor, `/nominate/${draft}/attachment`, multipart(fileOf(await makePicture())), { 'Sec-Fetch-Site': 'cross-site' })
    expect([reply.status, await listFiles()]).toEqual([403, []])
  })

  test('after the close', async () => {
    const { visitor, draft } = await withDraft(desk)
    app.clock.now = later(desk.edition.closes_at, hours(1))
    const reply = await add(visitor, draft, fileOf(await makePicture()))
    expect([reply.status, await listFiles(), (await visitor.get(`/nominate/${draft}/attachment`)).text.includes('Add this file')]).toEqual([409, [], false])
  })

  test('after sixty in ten minutes from one address', async () => {
    const { visitor, draft } = await withDraft(desk)
    for (let times = 0; times < 60; times += 1) expect((await add(visitor, draft, fileOf('nonsense'))).status).toBe(422)
    expect((await add(visitor, draft, fileOf(makePdf()))).status).toBe(429)
  })
})

describe('a file that is there', () => {
  test('makes place for another, and goes when it is removed', async () => {
    const { visitor, draft } = await withDraft(desk)
    const here = `/nominate/${draft}/attachment`
    await add(visitor, draft, fileOf(await makePicture()))
    const page = await visitor.get(here)
    expect(['You have added a file', 'A picture, 1 kB', 'Replace the file', 'Remove the file'].filter((words) => !wordsOf(page).includes(words))).toEqual([])
    await add(visitor, draft, fileOf(makePdf()))
    expect(wordsOf(await visitor.get(`/nominate/${draft}/check`))).toContain('A PDF, 1 kB')
    const removed = await visitor.post(`${here}?remove`)
    expect([removed.status, removed.headers.location, wordsOf(await visitor.get(`/nominate/${draft}/check`)).includes('File Not given')]).toEqual([303, `/nominate/${draft}/check`, true])
    expect((await visitor.post(`${here}?remove`)).status).toBe(303)
  })

  test('can still be removed when files are no longer taken, and not be replaced', async () => {
    const { visitor, draft } = await withDraft(desk)
    await add(visitor, draft, fileOf(makePdf()))
    await takeFiles(false)
    const page = await visitor.get(`/nominate/${draft}/attachment`)
    expect([page.text.includes('Replace the file'), page.text.includes('Remove the file')]).toEqual([false, true])
    expect((await add(visitor, draft, fileOf(await makePicture()))).status).toBe(409)
    expect((await visitor.post(`/nominate/${draft}/attachment?remove`)).status).toBe(303)
    expect(await answersOf(draft)).not.toContain('attachment')
  })
})

test('a file that is missing is not found, and nothing breaks', async () => {
  const { visitor, draft } = await withDraft(desk)
  await add(visitor, draft, fileOf(makePdf()))
  const link = linkIn(await visitor.get(`/nominate/${draft}/check`))
  await openStorage(app.env.STORAGE_DIR).remove(link.split('/').at(-1) ?? '')
  expect((await visitor.get(link)).status).toBe(404)
})
