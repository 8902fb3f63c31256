import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { days, instantAt, later, seconds } from '#app/domain/time.ts'
import type { Answers, Asked } from '#app/features/nominations/journey.ts'
import { cleanText } from '#app/platform/form.server.ts'
import type { NomineeKind } from '#db/vocabulary.ts'

/** One row of a Microsoft Forms export, by header. */
export type FormsRow = Record<string, string>

const kinds: Record<string, NomineeKind> = { 'A person': 'person', 'A team': 'team', 'A service': 'service' }

export function readFormsExport(file: string): FormsRow[] {
  return parse<FormsRow>(readFileSync(file), { bom: true, columns: true, relax_column_count: true })
}

/** What the row says, in our terms. Whether it is complete is for the form to say. */
export function answersFrom(row: FormsRow, asked: Asked): Answers {
  const cell = (header: string) => cleanText(row[header] ?? '').replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').replaceAll('\u00A0', ' ').trim()
  const oneLine = (header: string) => cell(header).replace(/\s+/g, ' ')
  const category = asked.categories.find((one) => one.name === cell('Which award?'))
  const told = [cell('In one sentence, who and why?'), cell('Tell us about a time they made a difference.'), cell('What changed, and how do you know?')]
  const story = Object.fromEntries(asked.story.map((question, index) => [question.id, told[index] ?? '']))
  for (const question of category?.questions ?? []) story[question.id] = cell('The question for this award')
  return {
    kind: kinds[cell('Are they a person or a team or a service?')], name: oneLine('Who are you nominating?'),
    job: oneLine('Their job'), employer: oneLine('Where do they work?'), reach: oneLine('How can we reach them?'),
    categories: category ? [category.id] : [], story,
    relationship: oneLine('How do you know them?'), shareName: cell('May we tell them who nominated them?') === 'Yes' ? 'yes' : 'no',
    nominatorName: oneLine('Name'), nominatorEmail: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(oneLine('Email')) ? oneLine('Email') : '', nominatorPhone: oneLine('Your phone number'),
  }
}

/**
 * When the row was sent, moved by whole days. The export writes M/D/YY; the one date that somebody typed over has the
 * British form, 08/12/2025.
 */
export function sentAt(row: FormsRow, zone: string, daysLater: number): string {
  const [date = '', time = ''] = (row['Completion time'] ?? '').split(' ')
  const [first = 0, second = 0, year = 0] = date.split('/').map(Number)
  const [month, day] = /^\d\d\/\d\d\/\d{4}$/.test(date) ? [second, first] : [first, second]
  const [hour = 0, minute = 0, secondsPast = 0] = time.split(':').map(Number)
  const at = instantAt({ year: 2000 + (year % 100), month, day, hour, minute }, zone)
  if (!at) throw new RangeError(`row ${row.ID}: "${row['Completion time']}" is no date`)
  return later(at, days(daysLater) + seconds(secondsPast))
}
