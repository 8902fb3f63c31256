import { z } from 'zod'
import { lastMoment, type Edition } from '#app/domain/edition.ts'
import { lettersOf } from '#app/domain/employer.ts'
import { emailIn } from '#app/domain/fields.ts'
import { momentText } from '#app/domain/time.ts'
import { countWords } from '#app/domain/words.ts'
import { answerField, type Columns } from '#app/features/importing/columns.server.ts'
import { sentAt } from '#app/features/importing/sent-at.ts'
import { listMissing, type Missing } from '#app/features/nominations/forms.ts'
import { cellOf, lineOf, nomineeOf, type FormsRow } from '#app/features/nominations/forms-export.server.ts'
import { chosenCategories, type Answers, type Asked, type Step } from '#app/features/nominations/journey.ts'
import type { Instant } from '#db/schema.ts'

/** What is wrong or odd in a row, and in which column. */
export const remarkSchema = z.object({
  /** field of `columns.server.ts`; empty: of the whole row */
  field: z.string(),
  sentence: z.string(),
  /** the row is not taken in */
  blocks: z.boolean(),
})
export type Remark = z.infer<typeof remarkSchema>

export interface ReadRow {
  answers: Answers
  /** equal for two rows that are one submission; empty: it has no number */
  submission: string
  /** when it counts as received; none: now */
  receivedAt?: Instant
  remarks: Remark[]
}

/** The cells of a row by header. */
export function rowOf(headers: string[], cells: string[]): FormsRow {
  return Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? '']))
}

/**
 * What a row says, in our terms, and what is the matter with it. Only what leaves us without a nomination keeps it out: other
 * forms had other limits, and a letter may leave gaps. That is remarked on, and taken in as it is.
 */
export function readRow(row: FormsRow, columns: Columns, asked: Asked, edition: Edition): ReadRow {
  const answers = answersFrom(row, columns, asked)
  const moment = readMoment(cell(row, columns, 'sentAt'), edition)
  const number = cell(row, columns, 'submission')
  const missing = listMissing(asked, answers)
  return {
    answers, receivedAt: moment.receivedAt, submission: number && [number, moment.sentAt?.slice(0, 16) ?? ''].join(' '),
    remarks: [...listFaults(row, columns, asked, answers, missing), ...moment.remarks, ...readEmail(row, columns), ...listGaps(asked, answers, missing)],
  }
}

const cell = (row: FormsRow, columns: Columns, field: string) => cellOf(row, columns[field] ?? '')

/** What the row says, complete or not. */
export function answersFrom(row: FormsRow, columns: Columns, asked: Asked): Answers {
  const text = (field: string) => cell(row, columns, field)
  const line = (field: string) => lineOf(row, columns[field] ?? '')
  const chosen = categoriesIn(text('category'), asked).found
  const story = Object.fromEntries(asked.story.map(({ id, key }) => [id, text(answerField(key))]))
  for (const { questions: [first] } of chosen) if (first) story[first.id] = text('own') // the file has one column for it
  return {
    ...nomineeOf(row, columns), categories: chosen.map(({ id }) => id), story,
    relationship: line('relationship'), shareName: /^yes\b/i.test(text('shareName')) ? 'yes' : 'no',
    nominatorName: line('nominatorName'), nominatorEmail: emailIn(line('nominatorEmail')) ?? '', nominatorPhone: line('nominatorPhone'),
  }
}

/** The categories that a cell names; where several may be ticked, the export puts a semicolon after each. */
function categoriesIn(text: string, { categories }: Asked) {
  const named = categories.find(({ name }) => lettersOf(name) === lettersOf(text)) ? [text] : text.split(';').map((part) => part.trim()).filter(Boolean)
  const matches = named.map((part) => ({ part, category: categories.find(({ name }) => lettersOf(name) === lettersOf(part)) }))
  return { found: matches.flatMap(({ category }) => category ?? []), unknown: matches.filter(({ category }) => !category).map(({ part }) => part) }
}

const blocking = (field: string, sentence: string): Remark => ({ field, sentence, blocks: true })
const remarked = (field: string, sentence: string): Remark => ({ field, sentence, blocks: false })
const shown = (text: string, most = 60) => (text.length > most ? `${text.slice(0, most)}…` : text)

export const sentBeforeOpening = 'It was sent before nominations opened, and counts as received when they did.'

/** When it was sent, and whether that counts: what came by the close does, by whichever form. */
function readMoment(text: string, edition: Edition): { sentAt?: Instant; receivedAt?: Instant; remarks: Remark[] } {
  const { now, opens_at, time_zone: zone } = edition
  const at = text ? sentAt(text, zone) : now
  if (!at) return { remarks: [blocking('sentAt', `“${shown(text)}” is no time that we can read.`)] }
  if (at > now) return { remarks: [blocking('sentAt', `${momentText(at, zone)} is still to come.`)] }
  if (at > lastMoment(edition)) return { remarks: [blocking('sentAt', text ? 'It was sent after nominations had closed.' : 'Nominations have closed, and it does not say when it was sent.')] }
  if (!text) return { remarks: [] }
  if (at < opens_at) return { sentAt: at, receivedAt: opens_at, remarks: [remarked('sentAt', sentBeforeOpening)] }
  return { sentAt: at, receivedAt: at, remarks: [] }
}

/** What Microsoft Forms writes itself where nobody had to sign in. */
const unsaid = 'anonymous'
/** As long as an address can be; a whole story stands there when the wrong column was matched. */
const mostOfAddress = 254

/** What was typed for an address and is none. A nomination has no place for it; the remark stays with the row, and so says it whole. */
function readEmail(row: FormsRow, columns: Columns): Remark[] {
  const typed = lineOf(row, columns.nominatorEmail ?? '')
  if (!typed || typed.toLowerCase() === unsaid || emailIn(typed)) return []
  return [remarked('nominatorEmail', `“${shown(typed, mostOfAddress)}” is no email address, so nothing can be sent to it.`)]
}

/** What leaves us without a nomination. */
function listFaults(row: FormsRow, columns: Columns, asked: Asked, answers: Answers, missing: Missing[]): Remark[] {
  const saidOf = (slug: Step['slug'], field: string) => missing.filter(({ step }) => step.slug === slug).map(({ sentence }) => blocking(field, sentence))
  const { unknown } = categoriesIn(cell(row, columns, 'category'), asked)
  const kind = cell(row, columns, 'kind')
  const faults = [
    !answers.kind && blocking('kind', kind ? `“${shown(kind)}” is not a person, a team or a service.` : 'It does not say whether it is a person, a team or a service.'),
    ...unknown.map((name) => blocking('category', `“${shown(name)}” is none of the categories.`)),
    ...(answers.kind && !unknown.length ? saidOf('category', 'category') : []),
    ...(answers.kind ? saidOf('who', 'name') : []),
    !Object.values(answers.story).some((text) => countWords(text) > 0) && blocking('', 'It tells no story.'),
  ]
  return faults.filter((fault) => fault !== false)
}

const fieldOfStep: Partial<Record<Step['slug'], string>> = { work: 'employer', know: 'relationship', you: 'nominatorName' }

/** What our own form would not have let pass. */
function listGaps(asked: Asked, answers: Answers, missing: Missing[]): Remark[] {
  const gaps = missing.filter(({ step }) => step.slug !== 'who' && step.slug !== 'category')
  const isOwn = (step: Step) => chosenCategories(asked, answers).some(({ questions }) => questions.some(({ key }) => key === step.slug))
  return gaps.map(({ step, sentence }) => remarked(step.question ? (isOwn(step) ? 'own' : answerField(step.slug)) : (fieldOfStep[step.slug] ?? ''), sentence))
}
