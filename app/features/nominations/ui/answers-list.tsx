import type { ReactNode } from 'react'
import { attachmentText } from '#app/domain/attachment.ts'
import { chosenCategories, isOneself, listSteps, type Answers, type Asked, type Step } from '#app/features/nominations/journey.ts'
import { kindLabels } from '#app/features/nominations/ui/labels.ts'
import { stepTitle } from '#app/features/nominations/step-view.ts'
import { SectionTitle } from '#app/ui/heading.tsx'
import { SummaryList, type SummaryRow } from '#app/ui/summary-list.tsx'

interface AnswersListProps {
  asked: Asked
  answers: Answers
  reader: 'nominator' | 'organiser'
  /** address of the page of a step, with which an answer is changed; none: only to read */
  changeHref?: (step: Step) => string
  file?: FilePlaces
}

/** Addresses about the file that was added. */
export interface FilePlaces {
  /** where it can be had */
  keep?: string
  /** where it is added or changed */
  change?: string
}

/** What the form says to “you”, as it is said of the nominator to organisers. */
const toOrganisers: Record<string, string> = {
  'Who you are nominating': 'Who is nominated', 'You and them': 'How they know each other', 'How you know them': 'In the nominator’s words',
  'May we give your name': 'May we give their name', 'About you': 'Who nominated them', 'Your name': 'Name',
}

/** Everything a nominator told us, by page, in the order of the form. */
export function AnswersList({ asked, answers, reader, changeHref, file }: AnswersListProps) {
  const steps = listSteps(asked, answers)
  const sections = [...new Set(steps.map((step) => step.section))]
  const say = (words: string) => (reader === 'nominator' ? words : (toOrganisers[words] ?? words))
  const withChange = (step: Step, { key, value }: Omit<SummaryRow, 'change'>): SummaryRow => ({
    key: say(key), value, change: changeHref && { href: changeHref(step), hidden: key },
  })
  return (
    <>
      {sections.map((section) => (
        <section key={section} className="grid gap-4">
          <SectionTitle>{say(section)}</SectionTitle>
          <SummaryList rows={steps.filter((step) => step.section === section).flatMap((step) => rowsOf(step, asked, answers).map((row) => withChange(step, row)))} />
        </section>
      ))}
      {(answers.attachment || file?.change) && <FileAdded attachment={answers.attachment} {...file} />}
    </>
  )
}

function FileAdded({ attachment, keep, change }: Pick<Answers, 'attachment'> & FilePlaces) {
  const value = attachment ? <FileText attachment={attachment} keep={keep} /> : <span className="text-ink2">Not given</span>
  return (
    <section className="grid gap-4">
      <SectionTitle>Picture or PDF</SectionTitle>
      <SummaryList rows={[{ key: 'File', value, change: change ? { href: change, hidden: 'the file' } : undefined }]} />
    </section>
  )
}

/** What was added, and the way to it. */
export function FileText({ attachment, keep }: Required<Pick<Answers, 'attachment'>> & Pick<FilePlaces, 'keep'>) {
  const words = attachmentText(attachment)
  return keep ? <>{words}: <a href={keep} className="inline-flex min-h-11 items-center">download it</a></> : words
}

function rowsOf(step: Step, asked: Asked, answers: Answers): { key: string; value: ReactNode }[] {
  const text = (key: string, value: string | undefined) => ({ key, value: value || <span className="text-ink2">Not given</span> })
  if (step.question) return [{ key: stepTitle(step, ''), value: <Words text={answers.story[step.question.id] ?? ''} /> }]
  switch (step.slug) {
    case 'who': return [text('They are', answers.kind && kindLabels[answers.kind]), text('Name', answers.name)]
    case 'work': return [text('Where they work', answers.employer), ...(answers.kind === 'person' ? [text('Job', answers.job)] : []), text('How to reach them', answers.reach)]
    case 'category': return [text('Category', chosenCategories(asked, answers).map((one) => one.name).join(', '))]
    case 'know': return [text('How you know them', answers.relationship), ...(isOneself(answers) ? [] : [text('May we give your name', answers.shareName && (answers.shareName === 'yes' ? 'Yes' : 'No'))])]
    case 'you': return [text('Your name', answers.nominatorName), text('Email address', answers.nominatorEmail), text('Phone number', answers.nominatorPhone)]
  }
}

/** A person's own words: their line breaks kept, nothing else read into them. */
export function Words({ text }: { text: string }) {
  return text ? <span className="whitespace-pre-line">{text}</span> : <span className="text-ink2">Not given</span>
}
