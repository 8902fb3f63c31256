import { listChangedParts, questionPartWords, type AskedQuestion, type QuestionChange, type QuestionFreedom, type QuestionText } from '#app/domain/question-rules.ts'

/** What `?done=` on the page of the questions says. */
export const questionsDone: Record<string, string> = {
  add: 'The question is added.', change: 'The question is changed.', remove: 'The question is removed.', move: 'The order is changed.',
}

export const freedomWords: Record<QuestionFreedom, string> = {
  free: 'They can be changed freely until nominations open.',
  reason: 'Nominations are open. Wording and hints can be changed and limits made wider, for a reason that stays in the audit trail; nothing more can be asked of anybody, and the order stays.',
  none: 'Nominations have closed, so what was asked stays as it was asked.',
}

export interface PartChange {
  part: keyof typeof questionPartWords
  was: string
  is: string
}

/** What is different, part by part, as people read it. */
export function listPartChanges(was: QuestionText, text: QuestionText): PartChange[] {
  return listChangedParts(was, text).map((part) => ({ part, was: partText(was, part), is: partText(text, part) }))
}

function partText(text: QuestionText, part: keyof QuestionText): string {
  if (part === 'label') return `“${text.label}”`
  if (part === 'optional') return text.optional ? 'yes' : 'no'
  return String(text[part]) || 'none'
}

/** The same for the audit trail; a hint is long, so only that it changed. */
export function changeFacts(was: AskedQuestion, text: QuestionText): string[] {
  return listPartChanges(was, text).map((one) => (one.part === 'hint' ? one.part : `${one.part}: ${one.was} → ${one.is}`))
}

/** How many nominations and drafts a change has to do with. */
export interface Touched {
  /** nominations that were asked it; of a question that is new, those that were not */
  sent: number
  /** nominations in force with words in answer to it */
  written: number
  /** not sent yet, for whatever category */
  drafts: number
}

/** What a change does to those who nominate and judge, in sentences. */
export function effectsOf(change: QuestionChange, freedom: QuestionFreedom, touched: Touched): string[] {
  if (freedom === 'free') return [`Nominations are not open, so nobody has answered. ${change.act === 'remove' ? 'It will not be asked.' : 'Until they open, it can be changed again.'}`, ...ofDrafts(change, touched)]
  return [...ofSent(change, touched), ...ofDrafts(change, touched), onPaper[change.act], 'It shows on the form and on the public pages at once. It writes to nobody.']
}

function ofSent(change: QuestionChange, { sent, written }: Touched): string[] {
  switch (change.act) {
    case 'remove': return ['No nomination was sent with it, so no answer is lost.']
    case 'add': return [sent === 0 ? 'No nomination has been sent yet.' : `${count(sent, 'nomination has', 'nominations have')} been sent. They are not asked this: whoever changes theirs finds it, and may leave it empty.`]
    case 'change': return [
      written === 0 ? 'No nomination has answered this question yet.' : `${count(written, 'nomination has', 'nominations have')} answered this question. Those already sent are not asked again, and what they say stays.`,
      ...(written > 0 && change.text.label !== change.question.label ? ['Judges read those answers under the new wording. The old one stays in the audit trail.'] : []),
    ]
  }
}

function ofDrafts({ act }: QuestionChange, { drafts }: Touched): string[] {
  return drafts === 0 ? [] : [`${count(drafts, 'draft is', 'drafts are')} being written. ${inDrafts[act]}`]
}

const inDrafts: Record<QuestionChange['act'], string> = {
  add: 'Their writers come upon this question before they send.',
  change: 'Their writers find the question as it is now, with whatever they have written in it.',
  remove: 'Whatever they say to this question is not sent.',
}

const onPaper: Record<QuestionChange['act'], string> = {
  add: 'Paper forms that were printed before do not have it. Print new ones.',
  change: 'Paper forms that were printed before ask it as it was. Print new ones.',
  remove: 'Paper forms that were printed before still ask it. Print new ones.',
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`
}
