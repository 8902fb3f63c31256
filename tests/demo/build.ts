import { join } from 'node:path'
import { system, visitor } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { valueOf } from '#app/domain/result.ts'
import { between, days, daysBetween, hours, later, localTime, seconds } from '#app/domain/time.ts'
import { createEditionFromTemplate, openNominations } from '#app/features/editions/commands.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { changeClosing, changeSettings } from '#app/features/editions/settings.commands.server.ts'
import { datesBefore, nextCeremony, templateTimeZone } from '#app/features/editions/template.ts'
import { saveStep, startDraft } from '#app/features/nominations/drafts.commands.server.ts'
import { listMissing } from '#app/features/nominations/forms.ts'
import { listSteps, valuesOf, type Answers, type Asked } from '#app/features/nominations/journey.ts'
import { findDraft, getAsked } from '#app/features/nominations/queries.server.ts'
import { receiveNomination, sendDraft } from '#app/features/nominations/sending.commands.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import type { Keys } from '#app/platform/tokens.server.ts'
import { answersFrom, readFormsExport, sentAt } from '#tests/demo/csv.ts'
import { addPeople } from '#tests/demo/people.ts'
import type { Db, Instant } from '#db/schema.ts'

export const builtStages = ['preparing', 'nominating'] as const
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
}

const fixture = join(import.meta.dirname, '../fixtures/nominations-forms-export.csv')
/** the day on which the nominations of the export began */
const exportOpened = '2025-11-03T09:00:00.000Z'

/** Fills an empty database with an edition at a stage, through the product's own commands, each at the time it would happen. */
export async function buildDemo(parts: DemoParts): Promise<void> {
  const { db, now, stage, say } = parts
  await db.insertInto('installation').values({ id: 1, demo: 1, created_at: now }).execute()
  const ceremonyAt = nextCeremony(now)
  const { opensAt, closesAt } = datesBefore(ceremonyAt, templateTimeZone)
  const today = stage === 'preparing' ? later(opensAt, -days(14)) : later(closesAt, hours(16))
  const offset = between(now, today)
  /** The context in which it is `at` in the edition. */
  const when = (at: Instant): Ctx => ({ db, keys: parts.keys, baseUrl: parts.baseUrl, actor: system, requestId: 'demo', now: later(at, -offset) })

  const started = when(later(opensAt, -days(28)))
  const slug = String(localTime(ceremonyAt, templateTimeZone).year)
  const { id } = valueOf(await createEditionFromTemplate(started, { slug, ceremonyAt, current: true }))
  await db.updateTable('edition').set({ clock_offset_ms: offset }).where('id', '=', id).execute()
  const at = async (instant: Instant) => ({ ctx: when(instant), edition: await getEditionById(when(instant), id) })
  await addPeople(started, await getEditionById(started, id))
  say(`Edition ${slug} from the template, ceremony on ${ceremonyAt.slice(0, 10)}`)
  if (stage === 'preparing') return

  const ready = await at(later(opensAt, -days(7)))
  const host = { ...ready.edition.settings.host, phone: '01632 960 123' }
  valueOf(await changeSettings(ready.ctx, ready.edition, { ceremony_place: 'The Guildhall, Plymouth', host }))
  const opening = await at(opensAt)
  valueOf(await openNominations(opening.ctx, opening.edition))
  await sendAll(parts, { id, opensAt, when })
  const extending = await at(later(closesAt, -seconds(30)))
  valueOf(await changeClosing(extending.ctx, extending.edition, later(closesAt, days(7)), 'Care homes asked for another week after the storms'))
}

interface Window {
  id: string
  opensAt: Instant
  when: (at: Instant) => Ctx
}

async function sendAll({ size, say }: DemoParts, { id, opensAt, when }: Window): Promise<void> {
  const edition = await getEditionById(when(opensAt), id)
  const asked = await getAsked(when(opensAt), edition)
  const rows = readFormsExport(fixture)
  const daysLater = daysBetween(exportOpened, opensAt, edition.time_zone)
  const wanted = size ?? rows.length
  for (let index = 0; index < wanted; index += 1) {
    const row = rows[index % rows.length] ?? {}
    const answers = answersFrom(row, asked)
    const copy = Math.floor(index / rows.length)
    if (copy) answers.name = `${answers.name} ${copy + 1}`
    const ctx: Ctx = { ...when(sentAt(row, edition.time_zone, daysLater)), actor: visitor }
    await sendOne(ctx, await getEditionById(ctx, id), asked, answers)
    if ((index + 1) % 5000 === 0) say(`${index + 1} nominations`)
  }
  say(`${wanted} nominations sent`)
}

/** Page by page as a nominator would, where the form takes it; what only a letter could have said comes in by import. */
async function sendOne(ctx: Ctx, edition: Edition, asked: Asked, answers: Answers): Promise<void> {
  if (listMissing(asked, answers).length) {
    await inTransaction(ctx, (trx) => receiveNomination(trx, edition, asked, { answers, channel: 'import' }))
    return
  }
  const { draftId } = valueOf(await startDraft(ctx, edition))
  for (const step of listSteps(asked, answers)) valueOf(await saveStep(ctx, edition, asked, draftId, step, valuesOf(step, asked, answers)))
  const draft = await findDraft(ctx, draftId)
  if (!draft) throw new Error('the draft is gone')
  valueOf(await sendDraft(ctx, edition, asked, draft))
}
