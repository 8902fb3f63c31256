import type { Actor } from '#app/domain/actor.ts'
import { csvLine } from '#app/domain/csv.ts'
import { valueOf } from '#app/domain/result.ts'
import { beginFor, savePage, sendEntered } from '#app/features/assisted/commands.server.ts'
import type { assistedChannels } from '#app/features/assisted/forms.ts'
import { pageValues, parts, stepsOn } from '#app/features/assisted/pages.ts'
import { findAssisted } from '#app/features/assisted/queries.server.ts'
import type { Edition } from '#app/domain/edition.ts'
import { guessColumns } from '#app/features/importing/columns.server.ts'
import { matchColumns, uploadFile } from '#app/features/importing/commands.server.ts'
import { formsHeaders, type FormsRow } from '#app/features/nominations/forms-export.server.ts'
import type { Answers, Asked } from '#app/features/nominations/journey.ts'
import type { Ctx } from '#app/platform/context.server.ts'

type Channel = (typeof assistedChannels)[number]

/** What somebody said over the telephone or wrote on a paper form, typed in by an organiser and sent. */
export async function enterOne(given: Ctx, organiser: Actor, edition: Edition, asked: Asked, channel: Channel, answers: Answers): Promise<string> {
  const ctx = { ...given, actor: organiser }
  const draftId = await write(ctx, edition, asked, channel, answers)
  const assisted = await findAssisted(ctx, edition, draftId)
  if (!assisted) throw new Error('the draft is gone')
  return valueOf(await sendEntered(ctx, edition, asked, assisted)).nominationId
}

async function write(ctx: Ctx, edition: Edition, asked: Asked, channel: Channel, answers: Answers): Promise<string> {
  const { draftId } = valueOf(await beginFor(ctx, edition, { channel, inTime: false }))
  for (const part of parts) {
    const receipt = channel === 'phone' && answers.nominatorEmail ? { receipt: 'email' } : { receipt: 'letter', address: '1 Hoe Road\nPlymouth\nPL1 2PA' }
    const typed = { ...pageValues(stepsOn(part, asked, answers), asked, answers), notice: ['read'], ...receipt }
    valueOf(await savePage(ctx, edition, asked, draftId, part, typed))
  }
  return draftId
}

/** A call that broke off before it was read back, and a file that somebody has uploaded and not taken in. */
export async function leaveUnfinished(given: Ctx, organiser: Actor, edition: Edition, asked: Asked, answers: Answers, rows: FormsRow[]): Promise<void> {
  const ctx = { ...given, actor: organiser }
  await write(ctx, edition, asked, 'phone', answers)
  const [first = {}] = rows
  const headers = Object.keys(first)
  const wrong = { ...first, [formsHeaders.submission]: '7', [formsHeaders.category]: 'Best newcomer of all' }
  const bytes = Buffer.from([csvLine(headers), ...[...rows, first, wrong].map((row) => csvLine(headers.map((header) => row[header] ?? '')))].join(''))
  const { importId } = valueOf(await uploadFile(ctx, edition, { name: 'Celebrating Excellence in Care(1-8).csv', bytes }))
  valueOf(await matchColumns(ctx, edition, asked, importId, guessColumns(headers, asked, {})))
}
