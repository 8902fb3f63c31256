import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { denied, ok } from '#app/domain/result.ts'
import { publicAfterMs, undoableUntil } from '#app/domain/reveal.ts'
import type { StageAct } from '#app/domain/stage.ts'
import { later, seconds } from '#app/domain/time.ts'
import { archiveEdition, followReveals, listWaiting } from '#app/features/ceremony/archiving.commands.server.ts'
import { listPublicAwards } from '#app/features/ceremony/awards.queries.server.ts'
import { pressStage } from '#app/features/ceremony/commands.server.ts'
import { readControl } from '#app/features/ceremony/control.queries.server.ts'
import { findAnnounced, readStage } from '#app/features/ceremony/queries.server.ts'
import { readScreen } from '#app/features/ceremony/screen.server.ts'
import { readScript } from '#app/features/ceremony/script.queries.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { readStamp } from '#app/features/editions/stamp.server.ts'
import { listWinners } from '#app/features/winners/queries.server.ts'
import { makeAccount, makeCtx, testNow } from '#tests/factories/index.ts'
import { makeCeremony, makeStageFinalist, seal, type CeremonyScene } from '#tests/setup/ceremony-scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

const winners = ['Wilma Winner', 'Wanda Winner']
let fresh: FreshDatabase
let scene: CeremonyScene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await makeCeremony(fresh.db, winners)
})
afterEach(() => fresh.close())

const at = (now: string, actor?: Actor) => makeCtx(fresh.db, { now, ...(actor && { actor }) })
const edition = (now = testNow) => getEditionById(at(now), scene.edition.id)
const version = async () => (await readStage(fresh, scene.edition.id)).version
const press = async (act: StageAct, now = testNow, actor?: Actor) => pressStage(at(now, actor), await edition(now), act, await version())
/** Welcome, then the first award to its winner. */
const revealFirst = async (now = testNow) => {
  for (let step = 0; step < 4; step += 1) expect(await press('next', now)).toEqual(ok())
}
const screen = async () => (await readScreen(fresh, scene.edition.id))?.screen
const reveals = () => fresh.db.selectFrom('reveal').select(['category_id', 'number', 'revealed_at', 'public_at', 'undone_at']).orderBy('number').execute()
const publicNames = async (now: string) => (await listPublicAwards(fresh, { id: scene.edition.id, now })).map(({ name }) => name)
const publicAt = later(testNow, publicAfterMs)

describe('the reveal', () => {
  test('step by step, the screen shows one thing, and the winner only at the last', async () => {
    const shown: unknown[] = [await screen()]
    for (let step = 0; step < 4; step += 1) {
      await press('next')
      shown.push(await screen())
    }
    const name = scene.edition.name
    expect(shown).toEqual([
      { kind: 'slide', title: name, caption: '' },
      { kind: 'slide', title: `Welcome to ${name}`, caption: '' },
      { kind: 'slide', title: 'Award 1', caption: name },
      { kind: 'finalists', title: 'Award 1', people: [{ name: 'Finalist 1', employer: '' }, { name: 'Wilma Winner', employer: '' }], unnamed: 0 },
      { kind: 'winner', title: 'Award 1', people: [{ name: 'Wilma Winner', employer: 'Wilma Winner’s home' }], unnamed: 0 },
    ])
  })

  test('is written with the step, and public a minute later: not a moment before, and whether a job has run or not', async () => {
    await revealFirst()
    expect(await reveals()).toEqual([{ category_id: scene.categories[0]?.id, number: 1, revealed_at: testNow, public_at: publicAt, undone_at: null }])
    expect([await publicNames(testNow), await publicNames(later(publicAt, -1)), await publicNames(publicAt)]).toEqual([[], [], ['Wilma Winner']])
    expect(await listWinners(fresh, await edition(publicAt))).toMatchObject([{ name: 'Award 1', winners: [{ name: 'Wilma Winner' }] }, { name: 'Award 2', winners: [] }])
  })

  test('is taken back by Back within the minute, and was never public', async () => {
    await revealFirst()
    expect(await press('back', undoableUntil(publicAt))).toEqual(ok())
    expect(await screen()).toMatchObject({ kind: 'finalists' })
    expect(await reveals()).toMatchObject([{ undone_at: undoableUntil(publicAt) }])
    expect(await publicNames(later(publicAt, seconds(600)))).toEqual([])
    expect(await press('next', publicAt)).toEqual(ok())
    expect((await reveals()).map(({ number, undone_at }) => [number, undone_at !== null])).toEqual([[1, true], [2, false]])
  })

  test('is not taken back afterwards: only the screen goes back', async () => {
    await revealFirst()
    expect(await press('back', later(undoableUntil(publicAt), 1))).toEqual(ok())
    expect(await screen()).toMatchObject({ kind: 'finalists' })
    expect(await publicNames(publicAt)).toEqual(['Wilma Winner'])
    expect(await press('next', publicAt)).toEqual(ok())
    expect([await reveals(), await screen()]).toMatchObject([[{ number: 1, undone_at: null }], { kind: 'winner' }])
  })

  test('under black nothing is on the screen, and what was there comes back', async () => {
    await revealFirst()
    await press('black')
    expect(await screen()).toEqual({ kind: 'black' })
    await press('black')
    expect(await screen()).toMatchObject({ kind: 'winner', people: [{ name: 'Wilma Winner' }] })
  })

  test('tells what was done, and nobody’s name', async () => {
    await revealFirst()
    await press('back')
    const rows = await fresh.db.selectFrom('audit_event').select(['verb', 'object_id', 'facts']).where('verb', 'like', 'stage.%').orderBy('seq').execute()
    expect(rows.slice(3).map(({ verb, object_id }) => [verb, object_id === scene.categories[0]?.id])).toEqual([['stage.moved', false], ['stage.revealed', true], ['stage.moved', false], ['stage.undone', true]])
    expect(JSON.stringify(rows)).not.toContain('Winner')
  })

  test('of joint winners shows all, and highly commended only in public; reserves nowhere; an amendment stands instead', async () => {
    const [category] = scene.categories
    if (!category) throw new Error('no category')
    const [ann, bob, cat, dan] = [await makeStageFinalist(fresh.db, scene.edition, category, 'Ann'), await makeStageFinalist(fresh.db, scene.edition, category, 'Bob'), await makeStageFinalist(fresh.db, scene.edition, category, 'Cat'), await makeStageFinalist(fresh.db, scene.edition, category, 'Dan')]
    await seal(fresh.db, scene.edition, category, [[ann, 'winner'], [bob, 'winner'], [cat, 'highly-commended'], [dan, 'reserve']], 2)
    await revealFirst()
    expect(await screen()).toMatchObject({ people: [{ name: 'Ann' }, { name: 'Bob' }] })
    expect(await publicNames(publicAt)).toEqual(['Ann', 'Bob', 'Cat'])
  })
})

describe('what a winner agreed to', () => {
  const shown = async (publicity: Record<string, string>) => {
    await fresh.db.updateTable('nominee').set({ publicity: JSON.stringify(publicity) }).where('name', '=', 'Wilma Winner').execute()
    await revealFirst()
    return [await screen(), ...(await listPublicAwards(fresh, { id: scene.edition.id, now: publicAt })).map(({ name, employer, citation }) => [name, employer, citation !== ''])]
  }
  test.each<[string, Record<string, string>, unknown[]]>([
    ['not the stage, but the website', { name: 'yes', stage: 'no' }, [{ kind: 'winner', title: 'Award 1', people: [], unnamed: 1 }, ['Wilma Winner', '', false]]],
    ['the stage, but not the website', { name: 'no', stage: 'yes', employer: 'no', story: 'yes' }, [{ kind: 'winner', title: 'Award 1', people: [{ name: 'Wilma Winner', employer: '' }], unnamed: 0 }, ['', '', false]]],
    ['everything', { name: 'yes', stage: 'yes', employer: 'yes', story: 'yes' }, [{ kind: 'winner', title: 'Award 1', people: [{ name: 'Wilma Winner', employer: 'Wilma Winner’s home' }], unnamed: 0 }, ['Wilma Winner', 'Wilma Winner’s home', true]]],
  ])('%s', async (_, publicity, expected) => {
    expect(await shown(publicity)).toEqual(expected)
  })
})

describe('a press', () => {
  test('that comes twice counts once', async () => {
    const seen = await edition()
    expect(await pressStage(at(testNow), seen, 'next', 0)).toEqual(ok())
    expect(await pressStage(at(testNow), seen, 'next', 0)).toEqual(denied('changed-meanwhile'))
    expect(await version()).toBe(1)
  })

  test('of several at once counts once, also at the reveal', async () => {
    for (let step = 0; step < 3; step += 1) await press('next')
    const [seen, now] = [await version(), await edition()]
    const results = await Promise.all(Array.from({ length: 8 }, () => pressStage(at(testNow), now, 'next', seen)))
    expect(results.filter((one) => one.ok)).toHaveLength(1)
    expect([await version(), (await reveals()).length]).toEqual([seen + 1, 1])
  })

  test('beyond either end leads nowhere', async () => {
    expect(await press('back')).toEqual(denied('stage-end'))
    for (let step = 0; step < 8; step += 1) expect(await press('next')).toEqual(ok())
    expect(await press('next')).toEqual(denied('stage-end'))
  })

  test.each(['judging', 'archived'] as const)('while the edition is at %s does nothing', async (stage) => {
    await fresh.db.updateTable('edition').set({ stage }).execute()
    expect(await press('next')).toEqual(denied('wrong-stage', { stage }))
    expect(await screen()).toEqual({ kind: 'slide', title: scene.edition.name, caption: '' })
  })

  test.each([['stage-crew', true], ['organiser', true], ['owner', true], ['assistant', false], ['judge', false]] as const)('by %s: %s', async (role, may) => {
    const account = await makeAccount(fresh.db, { role, edition: role === 'owner' ? null : scene.edition })
    expect(await press('next', testNow, account)).toEqual(may ? ok() : denied('not-yours'))
  })
})

test('control and script name no winner until the screen has', async () => {
  const told = async () => [JSON.stringify(await readControl(fresh, await edition())), JSON.stringify((await readScript(fresh, await edition())).parts.map((part) => part.winners))]
  for (let step = 0; step < 3; step += 1) await press('next')
  expect(await told()).toEqual([expect.not.stringContaining('Wilma'), JSON.stringify([[], [], [], []])])
  expect((await readControl(fresh, await edition())).next).toEqual({ text: 'Winner of Award 1', reveals: true })
  await press('next')
  expect(await told()).toEqual([expect.not.stringContaining('Wilma'), expect.stringContaining('say Wilma')])
  expect(await readControl(fresh, await edition(later(testNow, seconds(20))))).toMatchObject({ undoLeft: 38, back: { undoes: true } })
  expect(await readControl(fresh, await edition(publicAt))).toMatchObject({ undoLeft: 0, back: { undoes: false } })
})

describe('the year', () => {
  const announced = async (now: string) => findAnnounced(fresh, await edition(now))
  const revealAll = async () => {
    await revealFirst()
    for (let step = 0; step < 3; step += 1) await press('next')
  }

  test('is announced when the last is public, and what is kept as bytes changes with the first and the last', async () => {
    const stamps = async (...times: string[]) => Promise.all(times.map((now) => readStamp(at(now))))
    const [before, during] = await stamps(testNow, publicAt)
    await revealFirst()
    expect([await announced(later(publicAt, -1)), await announced(publicAt)]).toEqual(['nobody', 'some'])
    const [justBefore, first] = await stamps(later(publicAt, -1), publicAt)
    expect([justBefore === before, first === during]).toEqual([true, false])
    for (let step = 0; step < 3; step += 1) await press('next', publicAt)
    const lastPublic = later(publicAt, publicAfterMs)
    expect([await announced(later(lastPublic, -1)), await announced(lastPublic)]).toEqual(['some', 'everybody'])
    const [still, last] = await stamps(later(lastPublic, -1), lastPublic)
    expect(still === last).toBe(false)
  })

  test('categories follow their reveals, once each', async () => {
    await revealFirst()
    const states = async () => (await fresh.db.selectFrom('category').select('state').orderBy('position').execute()).map(({ state }) => state)
    await followReveals(at(later(publicAt, -1)))
    expect(await states()).toEqual(['sealed', 'sealed'])
    await followReveals(at(publicAt))
    await followReveals(at(publicAt))
    expect(await states()).toEqual(['revealed', 'sealed'])
    expect(await fresh.db.selectFrom('audit_event').select('facts').where('verb', '=', 'category.stepped').execute()).toHaveLength(1)
  })

  test('is archived when every winner is public, whatever the job has done, and stays so', async () => {
    const archive = async (now: string) => archiveEdition(at(now), await edition(now))
    await revealAll()
    expect([await archive(later(publicAt, -1)), await listWaiting(fresh, await edition())]).toEqual([denied('gaps', { count: 2 }), ['Award 1', 'Award 2']])
    expect(await archive(publicAt)).toEqual(ok())
    expect([(await edition()).stage, await publicNames(publicAt)]).toEqual(['archived', ['Wilma Winner', 'Wanda Winner']])
    expect(await archive(publicAt)).toEqual(denied('wrong-stage', { stage: 'archived' }))
  })
})
