import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hours, later, minutes, seconds } from '#app/domain/time.ts'
import { valueOf } from '#app/domain/result.ts'
import { draftOfNomination, mailWayBack, returnByCode, returnByLink, saveStep, startDraft } from '#app/features/nominations/drafts.commands.server.ts'
import { listMissing } from '#app/features/nominations/forms.ts'
import { answersSchema, listSteps, valuesOf, type Answers, type Step } from '#app/features/nominations/journey.ts'
import { findDraft, listDrafts } from '#app/features/nominations/queries.server.ts'
import { withdrawNomination } from '#app/features/nominations/sending.commands.server.ts'
import { newId, newToken } from '#app/platform/tokens.server.ts'
import { addedBy, at, getDraft, receive, setScene, writeDraft, type Scene } from '#tests/db/features/nominations/scene.ts'
import { makeNomination, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { newestMessage } from '#tests/setup/outbox.ts'
import { readTables } from '#tests/setup/tables.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScene(fresh.db)
})
afterEach(() => fresh.close())

const empty = answersSchema.parse({})
const refused = (code: string) => ({ ok: false, code })
/** As its page would be sent with these answers. */
const save = ({ ctx, edition, asked }: Scene, draftId: string, step: Step, answers: Answers) =>
  saveStep(ctx, edition, asked, draftId, step, valuesOf(step, asked, answers))

describe('beginning', () => {
  test('is an empty draft of the edition', async () => {
    const { draftId } = valueOf(await startDraft(scene.ctx, scene.edition))
    expect(await findDraft(scene, draftId)).toEqual({ id: draftId, editionId: scene.edition.id, createdAt: testNow, updatedAt: testNow, answers: empty })
  })

  test('is refused while nominations are not open, with nothing written', async () => {
    await fresh.db.updateTable('edition').set({ stage: 'preparing' }).execute()
    const early = await at(scene, testNow)
    const added = await addedBy(fresh.db, async () => expect(await startDraft(early.ctx, early.edition)).toMatchObject(refused('not-open-yet')))
    expect(added).toEqual({})
  })
})

describe('saving a page', () => {
  test('keeps it, says what is now known, and when', async () => {
    const { draftId } = valueOf(await startDraft(scene.ctx, scene.edition))
    const [who] = listSteps(scene.asked, empty)
    const anHourLater = later(testNow, hours(1))
    if (!who) throw new Error('no page')
    const wanted = { ...empty, kind: 'team', name: 'The night team' } as const
    expect(await save(await at(scene, anHourLater), draftId, who, wanted)).toEqual({ ok: true, value: wanted })
    expect(await findDraft(scene, draftId)).toMatchObject({ answers: wanted, updatedAt: anHourLater })
  })

  test('every page from a tab of its own, at once: all are kept', async () => {
    const { answers } = await writeDraft(scene)
    const { draftId } = valueOf(await startDraft(scene.ctx, scene.edition))
    const saved = await Promise.all(listSteps(scene.asked, answers).map((step) => save(scene, draftId, step, answers)))
    expect(saved.filter((one) => !one.ok)).toEqual([])
    expect((await getDraft(scene, draftId)).answers).toEqual(answers)
    expect(listMissing(scene.asked, answers)).toEqual([])
  })

  test('the same page from two tabs: one of the two, whole', async () => {
    const draft = await writeDraft(scene)
    const [who] = listSteps(scene.asked, draft.answers)
    if (!who) throw new Error('no page')
    const typed: Answers[] = [{ ...draft.answers, kind: 'team', name: 'The night team', job: '' }, { ...draft.answers, kind: 'service', name: 'Harbour House', job: '' }]
    await Promise.all(typed.map((one) => save(scene, draft.id, who, one)))
    expect(typed).toContainEqual((await getDraft(scene, draft.id)).answers)
  })

  test('touches no other draft', async () => {
    const [one, other] = [await writeDraft(scene), await writeDraft(scene)]
    const [who] = listSteps(scene.asked, one.answers)
    if (!who) throw new Error('no page')
    await save(await at(scene, later(testNow, hours(1))), one.id, who, { ...one.answers, name: 'Samira' })
    expect(await getDraft(scene, other.id)).toEqual(other)
  })

  test('is refused once nothing can be sent from it: withdrawn, or closed', async () => {
    const [unsent, { draft, nomination }] = [await writeDraft(scene), await receive(scene)]
    const [who] = listSteps(scene.asked, unsent.answers)
    if (!who) throw new Error('no page')
    const wanted = { ...draft.answers, name: 'Samira' }
    const late = await at(scene, later(scene.edition.closes_at, minutes(16)))
    const before = await readTables(fresh.db)
    expect([await save(late, unsent.id, who, wanted), await save(late, draft.id, who, wanted)]).toMatchObject([refused('closed'), refused('closed-to-changes')])
    expect(await readTables(fresh.db)).toEqual(before)
    await withdrawNomination(scene.ctx, scene.edition, nomination)
    expect(await save(scene, draft.id, who, wanted)).toMatchObject(refused('already-withdrawn'))
    expect(await getDraft(scene, draft.id)).toEqual(draft)
  })

  test('of a draft that is gone is refused', async () => {
    const [who] = listSteps(scene.asked, empty)
    if (!who) throw new Error('no page')
    expect(await save(scene, newId(), who, empty)).toMatchObject(refused('draft-gone'))
  })
})

test('the drafts of a device are those of the edition, and of those asked for; it is known which were sent', async () => {
  const [one, other, { draft: sent }] = [await writeDraft(scene), await writeDraft(scene, { name: 'Ann' }), await receive(scene)]
  await writeDraft(scene)
  const begun = valueOf(await startDraft(scene.ctx, scene.edition)).draftId
  const held = await listDrafts(scene, scene.edition, [one.id, other.id, sent.id, begun, newId()])
  expect(new Map(held.map(({ id, answers: { name }, sent }) => [id, [name, sent]]))).toEqual(
    new Map([[one.id, ['Sam Carer', undefined]], [other.id, ['Ann', undefined]], [sent.id, ['Sam Carer', 'live']], [begun, [undefined, undefined]]]))
  expect([await listDrafts(scene, { id: newId() }, [one.id]), await listDrafts(scene, scene.edition, [])]).toEqual([[], []])
})

describe('coming back later', () => {
  const send = async (from = scene) => {
    const draft = await writeDraft(from)
    const { request } = await mailWayBack(from.ctx, from.edition, draft, 'nell@people.example')
    const message = await newestMessage(from.db, from.ctx.keys, draft.id)
    const { link = '', code = '' } = message.secrets
    return { draftId: draft.id, request, message, code, token: link.split('/').at(-1) ?? '' }
  }

  test('a link and a code are mailed, and written nowhere else', async () => {
    const { draftId, request, message, code, token } = await send()
    expect(message).toMatchObject({ kind: 'nomination.return', to_email: 'nell@people.example', to_name: 'Nell Nominator', subject: 'Your nomination: your code' })
    expect(message.secrets).toEqual({ link: `http://localhost:3000/nominate/link/${token}`, code: expect.stringMatching(/^\d{6}$/) as string })
    const tables = JSON.stringify(await readTables(fresh.db))
    expect([token, request, `"${code}"`].filter((secret) => tables.includes(secret))).toEqual([])
    expect(await fresh.db.selectFrom('link').select(['kind', 'subject_id', 'expires_at']).execute()).toEqual([
      { kind: 'draft', subject_id: draftId, expires_at: later(testNow, minutes(10)) },
    ])
  })

  test('either opens the draft, and both are then used up', async () => {
    const one = await send()
    expect(await returnByLink(scene.ctx, one.token)).toEqual({ ok: true, value: { draftId: one.draftId } })
    expect([await returnByLink(scene.ctx, one.token), await returnByCode(scene.ctx, one.request, one.code)]).toMatchObject([refused('link-used'), refused('code-spent')])
    const other = await send()
    expect(await returnByCode(scene.ctx, other.request, other.code)).toEqual({ ok: true, value: { draftId: other.draftId } })
    expect(await returnByLink(scene.ctx, other.token)).toMatchObject(refused('link-used'))
  })

  test('for ten minutes', async () => {
    const { token, request, code } = await send()
    const late = await at(scene, later(testNow, minutes(10)))
    expect([await returnByLink(late.ctx, token), await returnByCode(late.ctx, request, code)]).toMatchObject([refused('link-expired'), refused('link-expired')])
    const intime = await at(scene, later(testNow, minutes(10) - seconds(1)))
    expect(await returnByLink(intime.ctx, token)).toMatchObject({ ok: true })
  })

  test('asked for again, the earlier ones end', async () => {
    const draft = await writeDraft(scene)
    const asked = []
    for (const email of ['nell@people.example', 'tom@people.example']) {
      const { request } = await mailWayBack(scene.ctx, scene.edition, draft, email)
      asked.push({ request, code: await codeTo(email) })
    }
    const [one, two] = asked
    expect(await returnByCode(scene.ctx, one?.request ?? '', one?.code ?? '')).toMatchObject(refused('code-spent'))
    expect(await returnByCode(scene.ctx, two?.request ?? '', two?.code ?? '')).toMatchObject({ ok: true })
  })

  async function codeTo(email: string): Promise<string> {
    const { secrets } = await fresh.db.selectFrom('message').select('secrets').where('to_email', '=', email).executeTakeFirstOrThrow()
    return (JSON.parse(scene.ctx.keys.open(secrets ?? '')) as { code: string }).code
  }

  test('a code opens nothing from another tab', async () => {
    const { code } = await send()
    expect(await returnByCode(scene.ctx, newToken(), code)).toMatchObject(refused('code-wrong'))
  })
})

describe('the draft in which a nomination is changed', () => {
  test('is the one it was sent from', async () => {
    const { draft, nomination } = await receive(scene)
    const added = await addedBy(fresh.db, async () => expect(await draftOfNomination(scene.ctx, scene.edition, nomination)).toBe(draft.id))
    expect(added).toEqual({})
  })

  test('is made, with what was sent, for one that came another way; and once', async () => {
    const nomination = await makeNomination(fresh.db, scene.edition, scene.home, { channel: 'phone', nominee: { job: 'Cook' } })
    const ids = await Promise.all(Array.from({ length: 10 }, () => draftOfNomination(scene.ctx, scene.edition, nomination)))
    expect(new Set(ids).size).toBe(1)
    const drafts = await fresh.db.selectFrom('draft').select('id').execute()
    expect(drafts).toEqual([{ id: ids[0] }])
    const { answers } = await getDraft(scene, ids[0] ?? '')
    expect(answers).toMatchObject({ name: 'Sam Carer', job: 'Cook', categories: [scene.home.id], nominatorEmail: 'nell@people.example' })
    expect(listMissing(scene.asked, answers)).toEqual([])
    expect(await fresh.db.selectFrom('nomination').select('draft_id').execute()).toEqual([{ draft_id: ids[0] ?? '' }])
  })
})
