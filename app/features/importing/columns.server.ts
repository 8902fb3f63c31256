import { z } from 'zod'
import { lettersOf } from '#app/domain/employer.ts'
import { formsHeaders } from '#app/features/nominations/forms-export.server.ts'
import type { Asked } from '#app/features/nominations/journey.ts'

/** Something that a column may hold. */
export interface Field {
  key: string
  label: string
  /** without it nothing can be taken in */
  needed?: true
}

/** Field → what its column is called; empty: no column has it. */
export const columnsSchema = z.record(z.string(), z.string())
export type Columns = z.infer<typeof columnsSchema>

/** Everything that nominations are asked, in the order of the form, with the number and the time that another form gives them. */
export function fieldsFor({ story }: Asked): Field[] {
  return [
    { key: 'submission', label: 'The number of the submission' },
    { key: 'sentAt', label: 'When it was sent' },
    { key: 'kind', label: 'Whether it is a person, a team or a service', needed: true },
    { key: 'name', label: 'Who is nominated', needed: true },
    { key: 'employer', label: 'Where they work' },
    { key: 'job', label: 'Their job' },
    { key: 'reach', label: 'How to reach them' },
    { key: 'category', label: 'The category', needed: true },
    ...story.map(({ key, label }) => ({ key: answerField(key), label })),
    { key: 'own', label: 'The category’s own question' },
    { key: 'relationship', label: 'How they know each other' },
    { key: 'shareName', label: 'Whether we may give the nominator’s name' },
    { key: 'nominatorName', label: 'The nominator’s name' },
    { key: 'nominatorEmail', label: 'The nominator’s email address' },
    { key: 'nominatorPhone', label: 'The nominator’s phone number' },
  ]
}

export const answerField = (questionKey: string) => `answer-${questionKey}`

/** Headers without two that are the same: the second of them gets a number. */
export function nameHeaders(first: string[]): string[] {
  return first.map((header, index) => {
    const before = first.slice(0, index).filter((one) => one === header).length
    return before ? `${header} (${before + 1})` : header
  })
}

const known: Record<string, string> = formsHeaders

/** Which column holds what: as it was last time, else as Microsoft Forms calls ours, else by the question's own words. */
export function guessColumns(headers: string[], asked: Asked, remembered: Columns): Columns {
  const guess = ({ key, label }: Field) => {
    const usual = known[key.replace(/^answer-/, '')] ?? ''
    const alike = headers.find((header) => [label, usual].some((words) => lettersOf(words) === lettersOf(header)))
    return [remembered[key], alike].find((header) => header && headers.includes(header)) ?? ''
  }
  return Object.fromEntries(fieldsFor(asked).map((field) => [field.key, guess(field)]))
}

/** Fields without which nothing can be taken in, and that no column holds. */
export function listUnmatched(columns: Columns, asked: Asked): Field[] {
  return fieldsFor(asked).filter(({ key, needed }) => needed && !columns[key])
}

/** A column as a spreadsheet calls it: 1 is A, 27 is AA. */
export function columnLetters(number: number): string {
  const before = Math.floor((number - 1) / 26)
  return (before ? columnLetters(before) : '') + String.fromCharCode(65 + ((number - 1) % 26))
}
