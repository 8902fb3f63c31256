import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { valueOf } from '#app/domain/result.ts'
import { addToEmbargo } from '#app/features/moderation/embargo.commands.server.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition, makeNomination } from '#tests/factories/index.ts'
import { startApp, type TestApp, type Visitor } from '#tests/setup/app.ts'
import { makeCeremony } from '#tests/setup/ceremony-scene.ts'

let app: TestApp
beforeEach(async () => {
  app = await startApp()
})
afterEach(() => app.close())

const verbsNoted = async () => (await app.db.selectFrom('audit_event').select(['verb', 'facts']).where('verb', 'in', ['export.downloaded', 'results.seen']).orderBy('seq').execute()).map(({ verb, facts }) => `${verb} ${facts}`)

describe('a list', () => {
  let organiser: Visitor
  beforeEach(async () => {
    const edition = await makeEdition(app.db)
    await makeNomination(app.db, edition, await makeCategory(app.db, edition), { reference: 'ABCD-2345' })
    organiser = await app.signedIn(await makeAccount(app.db, { role: 'organiser', edition }))
  })
  const ask = (file: string) => organiser.get(`/organise/2027/exports/${file}`)

  test('is a file with a name of its own, sent while it is read, kept by nobody on the way, and in the trail', async () => {
    const { status, headers, text } = await ask('nominations.csv')
    expect([status, headers['content-type'], headers['content-disposition'], headers['cache-control'], headers['transfer-encoding'], headers['content-length']])
      .toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="awards-2027-nominations-2026-12-01.csv"', 'no-store', 'chunked', undefined])
    expect(text.split('\r\n').map((line) => line.slice(0, 10))).toEqual(['\uFEFFReference', 'ABCD-2345,', ''])
    expect(await verbsNoted()).toEqual(['export.downloaded {"file":"nominations.csv"}'])
  })

  test('that nobody makes is not there', async () => {
    for (const file of ['scores.csv', 'nominations', 'toString', 'results/entries.csv', 'score-sheets/category-1']) expect([file, (await ask(file)).status]).toEqual([file, 404])
    expect(await verbsNoted()).toEqual([])
  })

  test('that breaks on the way is cut off, so that nobody takes it for whole; the fault is heard of', async () => {
    const heard = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await app.db.schema.alterTable('answer').renameTo('answer_away').execute()
    await expect(ask('nominations.csv')).rejects.toThrow()
    await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce())
    expect(heard.mock.calls.join()).toContain('answer')
  })

  test('whoever leaves before its end leaves no fault behind', async () => {
    const { headers } = await organiser.send('HEAD', '/organise/2027/exports/edition.json')
    expect(headers['content-disposition']).toBe('attachment; filename="awards-2027-edition-2026-12-01.json"')
  })
})

describe('once results are sealed', () => {
  let insider: Visitor
  let outsider: Visitor
  beforeEach(async () => {
    const { edition } = await makeCeremony(app.db, ['Wilma Winner', 'Wanda Winner'])
    const [owner, organiser] = [await makeAccount(app.db, { role: 'owner' }), await makeAccount(app.db, { role: 'organiser', edition })]
    valueOf(await addToEmbargo(makeCtx(app.db, { actor: owner }), edition, owner.accountId))
    insider = await app.signedIn(owner)
    outsider = await app.signedIn(organiser)
  })

  test('scores, standings and score sheets are for the embargo list, and each is a look at every result in it', async () => {
    const files = ['results/scores.csv', 'results/standings.csv', 'score-sheets/award-1']
    const looks = ['results.seen {}', 'results.seen {}']
    for (const file of files) {
      const path = `/organise/2027/exports/${file}`
      expect([(await outsider.get(path)).status, (await insider.get(path)).status]).toEqual([404, 200])
    }
    expect(await verbsNoted()).toEqual([
      'export.downloaded {"file":"scores.csv"}', ...looks, 'export.downloaded {"file":"standings.csv"}', ...looks, 'export.downloaded {"file":"score-sheet-award-1.csv"}', 'results.seen {}',
    ])
  })

  test('the page offers what there is for whoever asks', async () => {
    const [inside, outside] = [(await insider.get('/organise/2027/exports')).text, (await outsider.get('/organise/2027/exports')).text]
    expect([inside.includes('results/standings.csv'), outside.includes('results/standings.csv'), outside.includes('for the people on the embargo list alone')]).toEqual([true, false, true])
  })

  test('the stage pack is a file in which no winner can be read, and each is a look at every result', async () => {
    const page = '/organise/2027/ceremony/pack'
    const { text } = await insider.get(page)
    const passphrase = /value="([a-z2-9-]{14})"/.exec(text)?.[1] ?? ''
    expect((await insider.get(page)).text).not.toContain(passphrase)
    const { status, headers, text: file } = await insider.post(`${page}/file`, { passphrase })
    expect([status, headers['content-type'], headers['content-disposition'], headers['cache-control']])
      .toEqual([200, 'text/html; charset=utf-8', 'attachment; filename="awards-2027-stage-pack-2026-12-01.html"', 'no-store'])
    expect([file.includes('Award 1'), file.includes('Finalist 1'), file.includes(passphrase)]).toEqual([true, true, false])
    expect(file.match(/Wilma Winner/g)).toHaveLength(1) // among the finalists
    expect(/Read out for|src=|href=/.exec(file)).toBeNull()
    expect([...new Set(file.match(/(?<=url\(["']?)[^"')].{4}/g))]).toEqual(['data:'])
    expect(await verbsNoted()).toEqual(['export.downloaded {"file":"stage-pack.html"}', 'results.seen {}', 'results.seen {}'])
  })

  test('it is for the embargo list, and takes only a passphrase of ours', async () => {
    const page = '/organise/2027/ceremony/pack'
    expect([(await outsider.get(page)).status, (await outsider.post(`${page}/file`, { passphrase: 'abcd-efgh-jkmn' })).status, (await insider.get(`${page}/file`)).status]).toEqual([404, 404, 404])
    const weak = await insider.post(`${page}/file`, { passphrase: '1234' })
    expect([weak.status, weak.headers.location]).toEqual([303, page])
    expect(await verbsNoted()).toEqual([])
  })
})
