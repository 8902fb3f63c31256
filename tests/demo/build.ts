import { join } from 'node:path'
import { system, visitor, type Actor } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { valueOf } from '#app/domain/result.ts'
import { between, days, daysBetween, hours, later, localTime, minutes, seconds } from '#app/domain/time.ts'
import { followClocks } from '#app/features/editions/clock.server.ts'
import { createEditionFromTemplate, openNominations } from '#app/features/editions/commands.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { changeClosing, changeSettings } from '#app/features/editions/settings.commands.server.ts'
import { datesBefore, nextCeremony, templateTimeZone, type Dates } from '#app/features/editions/template.ts'
import { changeSponsor } from '#app/features/categories/sponsor.commands.server.ts'
import { guessColumns } from '#app/features/importing/columns.server.ts'
import { answersFrom } from '#app/features/importing/rows.server.ts'
import { saveStep, startDraft } from '#app/features/nominations/drafts.commands.server.ts'
import { listMissing } from '#app/features/nominations/forms.ts'
import { listSteps, valuesOf, type Answers, type Asked } from '#app/features/nominations/journey.ts'
import { findDraft, getAsked } from '#app/features/nominations/queries.server.ts'
import { releaseNomination } from '#app/features/nominations/looking.server.ts'
import { receiveNomination, sendDraft } from '#app/features/nominations/sending.commands.server.ts'
import { findAccountByEmail } from '#app/features/people/queries.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import type { Keys } from '#app/platform/tokens.server.ts'
import { readFormsFile, sentLater } from '#tests/demo/csv.ts'
import { enterOne, leaveUnfinished } from '#tests/demo/enter.ts'
import { score, seatJudges } from '#tests/demo/judge.ts'
import { closeAllScoring, decide, nameConfidants, seal } from '#tests/demo/moderate.ts'
import { addPeople, organiserEmail } from '#tests/demo/people.ts'
import { screen } from '#tests/demo/screen.ts'
import { shortlist } from '#tests/demo/shortlist.ts'
import { announce, answerNotices, archive, orderCues, type At } from '#tests/demo/stage.ts'
import { leaveDrafts } from '#tests/demo/unsent.ts'
import type { Db, Instant } from '#db/schema.ts'

export const builtStages = ['preparing', 'nominating', 'screening', 'judging', 'moderating', 'sealed', 'announced', 'archived'] as const
export type DemoStage = (typeof builtStages)[number]

export interface DemoParts {
  db: Db
  keys: Keys
  baseUrl: string
  /** the machine's time */
  now: Instant
  stage: DemoStage
  /** nominations wanted; the export's rows are repeated, with other names, to make more */
  size?: number
  say: (line: string) => void
  /** walked as a rehearsal, which no public page shows */
  rehearsal?: true
}

const fixture = join(import.meta.dirname, '../fixtures/nominations-forms-export.csv')
/** the day on which the nominations of the export began */
const exportOpened = '2025-11-03T09:00:00.000Z'

/** Fills an empty database with an edition at a stage, through the product's own commands, each at the time it would happen. */
export async function buildDemo(parts: DemoParts): Promise<void> {
  const { db, now, stage, say } = parts
  await db.insertInto('installation').values({ id: 1, demo: 1, created_at: now }).execute()
  const ceremonyAt = nextCeremony(now)
  const dates = datesBefore(ceremonyAt, templateTimeZone)
  const offset = between(now, todayAt(stage, dates, ceremonyAt))
  /** The context in which it is `at` in the edition. */
  const when = (at: Instant): Ctx => ({ db, keys: parts.keys, baseUrl: parts.baseUrl, actor: system, requestId: 'demo', now: later(at, -offset) })

  const started = when(later(dates.opensAt, -days(28)))
  const inYear = String(localTime(ceremonyAt, templateTimeZone).year)
  const kind = parts.rehearsal ? { slug: `${inYear}-rehearsal`, rehearsal: true } : { slug: inYear, current: true }
  const { id, slug } = valueOf(await createEditionFromTemplate(started, { ceremonyAt, ...kind }))
  await db.updateTable('edition').set({ clock_offset_ms: offset }).where('id', '=', id).execute()
  await addPeople(started, await getEditionById(started, id))
  say(`Edition ${slug} from the template, ceremony on ${ceremonyAt.slice(0, 10)}`)
  const at: At = async (instant, actor = system) => ({ ctx: { ...when(instant), actor }, edition: await getEditionById(when(instant), id) })
  const year = { ...parts, ...dates, ceremonyAt, id, when, at }
  if (stage === 'preparing') return
  const nominationIds = await nominate(year)
  if (stage === 'nominating') return interrupt(year)
  const organiser = await findOrganiser(started)
  await followClocks(when(later(dates.closesAt, days(1))))
  await releaseAll(await at(later(dates.closesAt, days(1)), organiser))
  await screen({ ...(await at(later(dates.closesAt, days(3)), organiser)), nominationIds, left: stage === 'screening' ? 0.3 : 0 })
  say('Screened, as far as it goes')
  if (stage === 'screening') return
  await shortlist(await at(later(dates.timetable.shortlist, -days(1)), organiser))
  say('Shortlists finished, finalists announced')
  await seatJudges((await at(dates.timetable.judgingOpens, organiser)).ctx, (await at(dates.timetable.judgingOpens)).edition)
  const judging = await at(later(dates.timetable.judgingOpens, days(5)))
  await score(judging.ctx, judging.edition, stage === 'judging' ? 'some' : 'all')
  say('Judging is open, and scores come in')
  if (stage !== 'judging') await conclude(year, organiser)
}

/** From the panels' meetings to the archive. */
async function conclude({ stage, timetable, ceremonyAt, at, say }: Year, organiser: Actor): Promise<void> {
  const meeting = await at(timetable.moderation, organiser)
  const confidants = await nameConfidants(meeting.ctx, meeting.edition)
  await closeAllScoring(confidants, meeting.edition)
  await decide(confidants, meeting.edition, stage === 'moderating' ? 'some' : 'all')
  say('The panels decide')
  if (stage === 'moderating') return
  const sealing = await at(timetable.seal, organiser)
  await seal(await nameConfidants(sealing.ctx, sealing.edition), sealing.edition, 'all')
  await answerNotices(await at(timetable.rsvpCloses, organiser))
  await orderCues(await at(timetable.scriptFrozen, organiser))
  say('Sealed, and the running order is made')
  if (stage === 'sealed') return
  await announce(at, ceremonyAt)
  say('Every winner has been named')
  if (stage === 'archived') await archive(at, ceremonyAt, organiser)
}

/** When it is in the demo's edition at each stage. */
function todayAt(stage: DemoStage, { opensAt, closesAt, timetable }: Dates, ceremonyAt: Instant): Instant {
  const today: Record<DemoStage, Instant> = {
    preparing: later(opensAt, -days(14)), nominating: later(closesAt, hours(16)), screening: later(closesAt, days(4)), judging: later(timetable.judgingOpens, days(6)),
    moderating: later(timetable.moderation, hours(2)), sealed: later(ceremonyAt, -hours(2)), announced: later(ceremonyAt, hours(12)), archived: later(ceremonyAt, days(10)),
  }
  return today[stage]
}

/** One demo's year while it is made. */
interface Year extends DemoParts, Dates {
  ceremonyAt: Instant
  id: string
  when: (at: Instant) => Ctx
  at: At
}

/** Opens and takes in what was sent; the ids of the nominations, in the order of the export. */
async function nominate(year: Year): Promise<string[]> {
  const { opensAt, at } = year
  const ready = await at(later(opensAt, -days(7)))
  const host = { ...ready.edition.settings.host, phone: '01632 960 123' }
  valueOf(await changeSettings(ready.ctx, ready.edition, { ceremony_place: 'The Guildhall, Plymouth', host }))
  await nameSponsor(await at(later(opensAt, -days(7))))
  const opening = await at(opensAt)
  valueOf(await openNominations(opening.ctx, opening.edition))
  return sendAll(year)
}

/** Of the first category; one of its judges belongs to it. */
async function nameSponsor({ ctx, edition }: Awaited<ReturnType<At>>): Promise<void> {
  const { id } = await ctx.db.selectFrom('category').select('id').where('edition_id', '=', edition.id).orderBy('position').executeTakeFirstOrThrow()
  valueOf(await changeSponsor(ctx, edition, id, 'Orrery House'))
}

/** Nominations go on, and so does the work of those who take them in. */
async function interrupt(year: Year): Promise<void> {
  await extend(year)
  const { ctx, edition } = await year.at(later(year.closesAt, hours(2)))
  const [asked, rows] = [await getAsked(ctx, edition), readFormsFile(fixture)]
  const columns = guessColumns(Object.keys(rows[0] ?? {}), asked, {})
  const told = answersFrom(rows[3] ?? {}, columns, asked)
  await leaveUnfinished(ctx, await findOrganiser(ctx), edition, asked, { ...told, name: 'Maureen Tregear', nominatorName: 'Joan Tregear', nominatorEmail: '', nominatorPhone: '01632 960 777' }, rows.slice(0, 6))
  await leaveDrafts(ctx, edition, asked, told)
}

async function extend({ closesAt, at }: Year): Promise<void> {
  const { ctx, edition } = await at(later(closesAt, -seconds(30)))
  valueOf(await changeClosing(ctx, edition, later(closesAt, days(7)), 'Care homes asked for another week after the storms'))
}

async function sendAll({ size, say, id, opensAt, when }: Year): Promise<string[]> {
  const edition = await getEditionById(when(opensAt), id)
  const asked = await getAsked(when(opensAt), edition)
  const rows = readFormsFile(fixture)
  const daysLater = daysBetween(exportOpened, opensAt, edition.time_zone)
  const columns = guessColumns(Object.keys(rows[0] ?? {}), asked, {})
  const organiser = await findOrganiser(when(opensAt))
  const wanted = size ?? rows.length
  const sent: string[] = []
  for (let index = 0; index < wanted; index += 1) {
    const row = rows[index % rows.length] ?? {}
    const answers = answersFrom(row, columns, asked)
    const copy = Math.floor(index / rows.length)
    if (copy) answers.name = `${answers.name} ${copy + 1}`
    const ctx: Ctx = { ...when(sentLater(row, edition.time_zone, daysLater)), actor: visitor }
    const then = await getEditionById(ctx, id)
    const byHand = listMissing(asked, answers).length ? undefined : assistedAt(index)
    sent.push(await (byHand ? enterOne(ctx, organiser, then, asked, byHand, answers) : sendOne(ctx, then, asked, answers, index % hasty === 7 ? seconds(4) : minutes(9))))
    if ((index + 1) % 5000 === 0) say(`${index + 1} nominations`)
  }
  say(`${wanted} nominations sent`)
  return sent
}

/** One in sixteen rings or writes by hand. */
function assistedAt(index: number): 'phone' | 'paper' | undefined {
  return index % 32 === 12 ? 'phone' : index % 32 === 28 ? 'paper' : undefined
}

async function findOrganiser(ctx: Ctx): Promise<Actor> {
  const organiser = await findAccountByEmail(ctx, organiserEmail)
  if (!organiser) throw new Error('the demo has no organiser')
  return organiser
}

/** An organiser has looked at what was sent in haste. */
async function releaseAll({ ctx, edition }: Awaited<ReturnType<At>>): Promise<void> {
  const waiting = await ctx.db.selectFrom('nomination').select('id').where('edition_id', '=', edition.id).where('suspicions', '<>', '[]').execute()
  for (const { id } of waiting) valueOf(await releaseNomination(ctx, edition, id))
}

/** Every so many drafts, one is written faster than anybody writes. */
const hasty = 60

/** Page by page as a nominator would, where the form takes it; what only a letter could have said comes in by import. */
async function sendOne(ctx: Ctx, edition: Edition, asked: Asked, answers: Answers, tookMs: number): Promise<string> {
  if (listMissing(asked, answers).length) {
    const { nominationId } = await inTransaction(ctx, (trx) => receiveNomination(trx, edition, asked, { answers, channel: 'import' }))
    return nominationId
  }
  const { draftId } = valueOf(await startDraft(ctx, { ...edition, now: later(edition.now, -tookMs) }))
  for (const step of listSteps(asked, answers)) valueOf(await saveStep(ctx, edition, asked, draftId, step, valuesOf(step, asked, answers)))
  const draft = await findDraft(ctx, draftId)
  if (!draft) throw new Error('the draft is gone')
  return valueOf(await sendDraft(ctx, edition, asked, draft)).nominationId
}
