import type { Edition } from '#app/domain/edition.ts'
import { dayText, momentText } from '#app/domain/time.ts'
import { limitText } from '#app/domain/words.ts'
import { easyTitles, paperLayouts, type PaperLayout } from '#app/features/assisted/paper.ts'
import { placeText, privacyWords, reachText, receiptLabels } from '#app/features/assisted/words.ts'
import { kindsText } from '#app/features/categories/words.ts'
import type { Category } from '#app/features/categories/queries.server.ts'
import { listSteps, relationshipsFor, type Answers, type Asked, type QuestionStep, type Step } from '#app/features/nominations/journey.ts'
import { stepTitle } from '#app/features/nominations/step-view.ts'
import { kindLabels } from '#app/features/nominations/ui/labels.ts'
import { Flow } from '#app/platform/pdf/flow.server.ts'
import { makePdf } from '#app/platform/pdf.server.ts'
import { nomineeKinds } from '#db/vocabulary.ts'

const made = new Map<string, Promise<Buffer>>()

/** The form to print, made of the questions as they are now: once for each version of the edition, as it says nothing of today. */
export function paperForm(edition: Edition, asked: Asked, layout: PaperLayout): Promise<Buffer> {
  const key = `${edition.id}:${edition.version}:${layout}`
  const known = made.get(key) ?? print(edition, asked, layout)
  if (made.size > 20) made.clear()
  made.set(key, known)
  known.catch(() => made.delete(key))
  return known
}

function print(edition: Edition, asked: Asked, layout: PaperLayout): Promise<Buffer> {
  const { title, textSize } = paperLayouts[layout]
  return makePdf({ title: `${edition.name}: ${title}`, madeAt: edition.created_at, author: edition.settings.host.name }, (paper) => {
    const flow = new Flow(paper, { textSize })
    const page: Page = { flow, edition, asked, easy: layout === 'easy-read' }
    drawHead(page)
    stepsOnPaper(asked).forEach((step, index) => {
      flow.room(roomFor(page, step))
      flow.heading(`${index + 1}. ${titleOf(page, step)}`, 2)
      drawStep(page, step)
    })
    drawReceipt(page)
    drawPrivacy(page)
    paper.foot(edition.name, flow.style({ size: 9 }), flow.margin)
  })
}

interface Page {
  flow: Flow
  edition: Edition
  asked: Asked
  /** shorter words, one thing in a sentence */
  easy: boolean
}

/** The pages of the form, each with its number; the category that asks most of its own stands for whichever is ticked. */
function stepsOnPaper(asked: Asked): Step[] {
  const [longest] = asked.categories.toSorted((a, b) => b.questions.length - a.questions.length)
  const answers: Answers = { categories: longest ? [longest.id] : [], story: {} }
  return listSteps(asked, answers)
}

function titleOf({ easy }: Page, step: Step): string {
  if (step.question) return step.category ? ownTitle(step, easy) : step.question.label
  return easy ? easyTitles[step.slug] : stepTitle(step, '').replace('your nominee', 'the person, team or service')
}

function ownTitle(step: QuestionStep, easy: boolean): string {
  if (placeOf(step) > 0) return 'If the award you ticked asks another question'
  return easy ? easyTitles.own : 'The question for the award you ticked'
}

function drawHead({ flow, edition, easy }: Page): void {
  const { settings: { host }, time_zone: zone, closes_at } = edition
  flow.heading('Nominate someone who cares')
  flow.text(`${edition.name} · ${host.name}`, { look: 'bold' })
  flow.text('For us to fill in: the reference, and the day it came')
  flow.answerBox(flow.textSize * 2.4)
  flow.list(easy
    ? ['You can say thank you to a person who cares for others.', 'It is free.', `Send this form by ${dayText(closes_at, zone)}.`, placeText(host), 'Ask somebody to help you if you like.', `Do you want to tell us instead? ${sentence(reachText(host))}`]
    : ['It is free, and a form on paper counts just the same as one online. Use another sheet where you need more room.', `${placeText(host)} It must be in the post by ${momentText(closes_at, zone)}.`, `Would you rather tell us? ${sentence(reachText(host))}`, 'Leave out the names and health details of people who receive care. Say “a resident” or “the lady she visits”.'])
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

function drawStep(page: Page, step: Step): void {
  const { flow, asked, easy } = page
  if (step.question) return drawQuestion(page, step)
  switch (step.slug) {
    case 'who':
      flow.tickBoxes(nomineeKinds.map((kind) => kindLabels[kind]))
      return drawLines(page, 'Their name')
    case 'work': return drawLines(page, 'The home, agency, hospital or service', 'Their job', easy ? 'Their phone or email, if you know it' : 'How we can reach them: an email address or phone number, if you know one')
    case 'category': return flow.tickBoxes(asked.categories.map((category) => (easy ? category.name : `${category.name}, for ${kindsText(category.kinds)}`)))
    case 'know':
      flow.tickBoxes(relationshipsFor(asked, 'person'))
      drawLines(page, 'Or in another way')
      flow.room(flow.textSize * 8)
      flow.text(easy ? 'Can we tell them your name?' : 'May we tell them that it was you? Judges never see who nominated.')
      return flow.tickBoxes(['Yes, you may give my name', 'No, do not give my name'])
    case 'you': return drawLines(page, 'Your name', 'Your phone number', 'Your email address, if you have one')
  }
}

/** Handwriting takes about so much height for each word, in text sizes; a page ends it. */
const heightOfWord = 0.2
const [leastHeight, mostHeight] = [5, 22]
const boxHeight = ({ flow: { textSize } }: Page, wordLimit: number) => textSize * Math.min(mostHeight, Math.max(leastHeight, wordLimit * heightOfWord))

/** What must be left of a page, so that nobody turns it between a question and its answer. */
function roomFor(page: Page, step: Step): number {
  const { flow: { textSize }, asked, easy } = page
  if (step.question && !step.category) return boxHeight(page, step.question.wordLimit) + textSize * (easy ? 8 : 12)
  return textSize * (step.slug === 'category' ? 4 + asked.categories.length * 2 : 14)
}

function drawQuestion(page: Page, step: QuestionStep): void {
  const { flow, asked, easy } = page
  const { leastWords, wordLimit, optional, hint } = step.question
  if (step.category) drawOwnQuestions(flow, asked.categories, placeOf(step))
  else if (hint && !easy) flow.text(hint)
  flow.room(boxHeight(page, wordLimit) + flow.textSize * 3)
  flow.text(`${limitText(leastWords, wordLimit)}.${optional && !step.category ? ' You may leave this out.' : ''}`)
  flow.answerBox(boxHeight(page, wordLimit))
}

/** Which of its category's own questions it is. */
function placeOf({ question, category }: QuestionStep): number {
  return category?.questions.indexOf(question) ?? 0
}

/** What each category asks at one place among its own questions. */
function drawOwnQuestions(flow: Flow, categories: Category[], place: number): void {
  const rows = categories.flatMap(({ name, questions }) => questions.slice(place, place + 1).map(({ label }) => [name, label]))
  flow.table({ columns: [{ title: 'The award', share: 2 }, { title: 'Its question', share: 3 }], rows })
}

function drawLines({ flow }: Page, ...labels: string[]): void {
  for (const label of labels) {
    flow.room(flow.textSize * 5)
    flow.text(label, { look: 'bold' })
    flow.answerBox(flow.textSize * 2.4)
  }
}

function drawReceipt(page: Page): void {
  const { flow, easy } = page
  flow.room(flow.textSize * 20)
  flow.heading(easy ? 'How can we tell you that we have it?' : 'How would you like to have your receipt?', 2)
  flow.tickBoxes([receiptLabels.email, receiptLabels.call, `${receiptLabels.letter}, to this address:`])
  flow.answerBox(flow.textSize * 7)
}

function drawPrivacy({ flow, edition, easy }: Page): void {
  flow.heading(easy ? 'How we look after what you tell us' : 'How we use what you tell us', 2)
  for (const words of privacyWords(edition)) flow.text(words)
}
