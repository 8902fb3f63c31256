import { readFileSync } from 'node:fs'
import { days, instantAt, later, seconds } from '#app/domain/time.ts'
import { cellOf, lineOf, nomineeOf, readFormsExport, type FormsRow } from '#app/features/nominations/forms-export.server.ts'
import type { Answers, Asked } from '#app/features/nominations/journey.ts'

export function readFormsFile(file: string): FormsRow[] {
  return readFormsExport(readFileSync(file, 'utf8'))
}

/** What the row says, in our terms. Whether it is complete is for the form to say. */
export function answersFrom(row: FormsRow, asked: Asked): Answers {
  const cell = (header: string) => cellOf(row, header)
  const oneLine = (header: string) => lineOf(row, header)
  const category = asked.categories.find((one) => one.name === cell('Which award?'))
  const told = [cell('In one sentence, who and why?'), cell('Tell us about a time they made a difference.'), cell('What changed, and how do you know?')]
  const story = Object.fromEntries(asked.story.map((question, index) => [question.id, told[index] ?? '']))
  for (const question of category?.questions ?? []) story[question.id] = cell('The question for this award')
  return {
    ...nomineeOf(row),
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
