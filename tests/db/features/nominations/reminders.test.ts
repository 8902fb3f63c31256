import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { draftsEnd, dueReminder, type DueReminder } from '#app/domain/draft-clock.ts'
import { valueOf } from '#app/domain/result.ts'
import { days, hours, later, minutes, seconds } from '#app/domain/time.ts'
import { mailWayBack, startDraft } from '#app/features/nominations/drafts.commands.server.ts'
import { followDrafts, remindOfDrafts, stopReminders } from '#app/features/nominations/reminders.commands.server.ts'
import { at, receive, setScene, writeDraft, type Scene } from '#tests/db/features/nominations/scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { readTables } from '#tests/setup/tables.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScene(fresh.db)
})
afterEach(() => fresh.close())

const closes = '2027-01-12T17:00:00.000Z'
const [week, day] = [later(closes, -days(7)), later(closes, -days(1))]
const mails = () => fresh.db.selectFrom('message').select(['to_email', 'to_name', 'subject', 'kind', 'secrets']).orderBy('to_email').execute()
const addressees = async () => (await mails()).map((one) => one.to_email)
const jobs = () => fresh.db.selectFrom('job').select(['name', 'key']).where('name', 'like', 'drafts.%').orderBy('key').execute()

/** Does what the job would do at a moment. */
async function remind(now: string, due?: DueReminder): Promise<void> {
  const { ctx, edition } = await at(scene, now)
  const wanted = due ?? dueReminder(edition, now)
  if (wanted) await remindOfDrafts(ctx, { editionId: edition.id, ...wanted })
}

test('whoever has begun and not sent is reminded once a week before the close and once a day before, in one message for all they began', async () => {
  for (const name of ['Ann', 'Ben']) await writeDraft(scene, { name })
  await writeDraft(scene, { nominatorEmail: 'tom@people.example' })
  await remind(later(week, -seconds(1)))
  expect(await mails()).toEqual([])
  for (const now of [week, later(week, hours(5)), later(day, -1)]) await remind(now)
  expect(await addressees()).toEqual(['nell@people.example', 'tom@people.example'])
  for (const now of [day, later(day, hours(5)), closes, later(closes, minutes(5))]) await remind(now)
  expect(await addressees()).toEqual(['nell@people.example', 'nell@people.example', 'tom@people.example', 'tom@people.example'])
  expect((await mails())[0]).toMatchObject({ kind: 'nomination.reminder', to_name: '', subject: 'Your nomination is not sent yet: nominations close on 12 January' })
})

test('nobody else: not who has sent, gave no address, or has written since', async () => {
  await receive(scene)
  await writeDraft(scene, { nominatorEmail: '', nominatorPhone: '01632 960 001' })
  const { id } = await writeDraft(scene, { nominatorEmail: 'busy@people.example' })
  await fresh.db.updateTable('draft').set({ updated_at: week }).where('id', '=', id).execute()
  const before = (await mails()).length
  await remind(later(week, hours(2)))
  expect((await mails()).length).toBe(before)
  await remind(day)
  expect(await addressees()).toContain('busy@people.example')
})

test('an address given only to come back later is reminded too', async () => {
  const { draftId } = valueOf(await startDraft(scene.ctx, scene.edition))
  await mailWayBack(scene.ctx, scene.edition, { id: draftId, editionId: scene.edition.id, createdAt: '', updatedAt: '', answers: { categories: [], story: {} } }, 'nell@people.example')
  await remind(week)
  expect((await mails()).map(({ kind }) => kind).sort()).toEqual(['nomination.reminder', 'nomination.return'])
})

test('two processes at once remind once', async () => {
  await writeDraft(scene)
  await Promise.all([remind(week), remind(week), remind(week)])
  expect(await mails()).toHaveLength(1)
})

test('a job that comes when the close was moved does nothing', async () => {
  await writeDraft(scene)
  await fresh.db.updateTable('edition').set({ closes_at: later(closes, days(3)) }).execute()
  await remind(week, { which: 'week', since: week })
  expect(await mails()).toEqual([])
})

describe('whoever wants none', () => {
  async function stopLink(): Promise<string> {
    const [mail] = await mails()
    const { stop = '' } = JSON.parse(scene.ctx.keys.open(mail?.secrets ?? '')) as { stop?: string }
    return stop.split('/').at(-1) ?? ''
  }

  test('gets none any more, at that address, in any edition, though they press twice', async () => {
    await writeDraft(scene)
    await writeDraft(scene, { nominatorEmail: 'tom@people.example' })
    await remind(week)
    const token = await stopLink()
    expect([await stopReminders(scene.ctx, token), await stopReminders(scene.ctx, token)]).toEqual([{ ok: true, value: undefined }, { ok: true, value: undefined }])
    await remind(day)
    expect(await addressees()).toEqual(['nell@people.example', 'tom@people.example', 'tom@people.example'])
  })

  test('is known by the hash of the address only', async () => {
    await writeDraft(scene)
    await remind(week)
    await stopReminders(scene.ctx, await stopLink())
    const { no_reminders } = await readTables(fresh.db)
    expect(no_reminders).toHaveLength(1)
    expect(JSON.stringify(no_reminders)).not.toContain('nell')
  })

  test('must have a link of that kind', async () => {
    expect(await stopReminders(scene.ctx, 'x'.repeat(43))).toMatchObject({ code: 'not-found' })
  })
})

test('each reminder and each deletion is asked for once, when its time has come', async () => {
  const follow = async (now: string) => followDrafts((await at(scene, now)).ctx)
  await follow(later(week, -1))
  expect(await jobs()).toEqual([])
  for (const now of [week, later(week, minutes(1)), day, closes, later(closes, days(1))]) await follow(now)
  const { id } = scene.edition
  expect((await jobs()).map(({ key }) => key)).toEqual([`drafts.remind:${id}:${week}`, `drafts.remind:${id}:${day}`])
  for (const now of [draftsEnd(scene.edition), later(draftsEnd(scene.edition), days(9))]) await follow(now)
  expect((await jobs()).filter(({ name }) => name === 'drafts.delete').map(({ key }) => key)).toEqual([`drafts.delete:${id}:${draftsEnd(scene.edition)}`])
})
