import { dayText } from '#app/domain/time.ts'
import type { Edition } from '#app/domain/edition.ts'
import { reachText } from '#app/features/assisted/words.ts'
import { receiptEmail } from '#app/features/nominations/emails.ts'
import { chosenCategories, listSteps, type Answers, type Asked } from '#app/features/nominations/journey.ts'
import { stepTitle } from '#app/features/nominations/step-view.ts'
import { makePdf } from '#app/platform/pdf.server.ts'
import { Flow } from '#app/platform/pdf/flow.server.ts'
import type { Block } from '#app/platform/email.ts'

export interface Receipt {
  edition: Edition
  asked: Asked
  answers: Answers
  reference: string
  /** lines under each other; empty: written on the envelope by hand */
  address: string
}

/** A receipt to post: what a mail would say, but for its link, and what we have written down, so that it can be put right. */
export function printReceipt({ edition, asked, answers, reference, address }: Receipt): Promise<Buffer> {
  const { name = '', nominatorName = '' } = answers
  const categories = chosenCategories(asked, answers).map((category) => category.name)
  const { body } = receiptEmail({ edition, reference, nomineeName: name, nominatorName, categories, link: '' })
  return makePdf({ title: `Receipt ${reference}`, madeAt: edition.now, author: edition.settings.host.name }, (paper) => {
    const flow = new Flow(paper)
    flow.text([nominatorName, ...address.split('\n')].filter(Boolean).join('\n'))
    flow.gap(24)
    flow.text(dayText(edition.now, edition.time_zone))
    flow.heading(edition.name)
    for (const block of body) drawBlock(flow, block)
    drawAnswers(flow, asked, answers)
    flow.text(`Is something not right? ${capital(reachText(edition.settings.host))}. Your reference is ${reference}.`)
    paper.foot(reference, flow.style({ size: 9 }), flow.margin)
  })
}

function drawBlock(flow: Flow, block: Block): void {
  switch (block.kind) {
    case 'text': return flow.text(block.text)
    case 'heading': return flow.heading(block.text, 2)
    case 'list': return flow.list(block.items)
    case 'facts': return block.rows.forEach(({ label, value }) => flow.text(`${label}: ${value}`, { look: 'bold' }))
    case 'link': case 'code': return // of no use on paper
  }
}

function drawAnswers(flow: Flow, asked: Asked, answers: Answers): void {
  flow.newPage()
  flow.heading('What we have written down', 2)
  for (const step of listSteps(asked, answers)) {
    if (!step.question) continue
    flow.heading(stepTitle(step, ''), 3)
    flow.text(answers.story[step.question.id] || 'Nothing.')
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
