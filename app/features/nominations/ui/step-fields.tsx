import type { ReactNode } from 'react'
import { countWords } from '#app/domain/words.ts'
import { otherRelationship, type Asked, type FixedStep, type Step } from '#app/features/nominations/journey.ts'
import { Checkboxes, Radios, TextArea, TextField } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/heading.tsx'
import type { NomineeKind } from '#db/vocabulary.ts'

export interface StepFieldsProps {
  step: Step
  asked: Asked
  values: Record<string, string | string[]>
  errors: Record<string, string>
  nomineeName: string
  nomineeKind: NomineeKind
}

/** The page's question as its title says it. */
export function stepTitle(step: Step, nomineeName: string): string {
  const them = nomineeName || 'them'
  if (step.question) return step.question.label
  switch (step.slug) {
    case 'who': return 'Who are you nominating?'
    case 'work': return `Where does ${nomineeName || 'your nominee'} work?`
    case 'category': return 'Which award is it for?'
    case 'know': return `How do you know ${them}?`
    case 'you': return 'How can we reach you?'
  }
}

/** The fields of one page of the form. */
export function StepFields(props: StepFieldsProps) {
  const text = (name: string) => String(props.values[name] ?? '')
  const { step, errors } = props
  if (step.question) return <QuestionField {...props} text={text('answer')} error={errors.answer} />
  const Fields = fixedFields[step.slug]
  return <Fields {...props} text={text} title={stepTitle(step, props.nomineeName)} />
}

function QuestionField({ step, text, error }: StepFieldsProps & { text: string; error?: string }) {
  if (!step.question) return null
  const { label, hint, wordLimit } = step.question
  return (
    <TextArea name="answer" label={label} labelAs="h1" caption={step.section} hint={hint} value={text} error={error}
      rows={wordLimit > 100 ? 10 : 5} words={{ limit: wordLimit, used: countWords(text) }} />
  )
}

type FixedProps = StepFieldsProps & { text: (name: string) => string; title: string }

const fixedFields: Record<FixedStep['slug'], (props: FixedProps) => ReactNode> = {
  who: WhoFields,
  work: WorkFields,
  category: CategoryFields,
  know: KnowFields,
  you: YouFields,
}

function WhoFields({ step, title, text, errors }: FixedProps) {
  return (
    <>
      <PageTitle caption={step.section}>{title}</PageTitle>
      <Radios name="kind" legend="Are they" value={text('kind')} error={errors.kind}
        options={[
          { value: 'person', label: 'One person' },
          { value: 'team', label: 'A team', hint: 'People who work together' },
          { value: 'service', label: 'A service', hint: 'A whole home, agency, day centre or project' },
        ]} />
      <TextField name="name" label="Their name" hint="As people know them. For a team or a service, what it is called." value={text('name')} error={errors.name}
        autoComplete="off" spellCheck={false} />
    </>
  )
}

function WorkFields({ step, title, text, errors, nomineeKind }: FixedProps) {
  return (
    <>
      <PageTitle caption={step.section}>{title}</PageTitle>
      <TextField name="employer" label="The home, agency, hospital or service" hint="If they care for someone unpaid, write “unpaid carer”." value={text('employer')} error={errors.employer} autoComplete="off" />
      {nomineeKind === 'person' && <TextField name="job" label="Their job" optional value={text('job')} error={errors.job} autoComplete="off" hint="For example, care assistant, cook, registered manager." />}
      {nomineeKind !== 'person' && <input type="hidden" name="job" value={text('job')} />}
      <TextField name="reach" label="How we can reach them" optional value={text('reach')} error={errors.reach} autoComplete="off"
        hint="We tell everyone who is nominated. An email address or phone number helps us; their employer can pass it on if you do not know." />
    </>
  )
}

function CategoryFields({ step, title, values, errors, asked, nomineeKind }: FixedProps) {
  return (
    <Checkboxes name="category" legend={title} legendAs="h1" caption={step.section} values={[values.category ?? []].flat()} error={errors.category}
      hint="Choose one, or more than one if they fit. Each award asks one short question of its own."
      options={asked.categories.filter((one) => one.kinds.includes(nomineeKind)).map((one) => ({ value: one.slug, label: one.name, hint: one.who }))} />
  )
}

function KnowFields({ step, title, text, errors, asked, nomineeName }: FixedProps) {
  const other = <TextField name="otherRelationship" label="How you know them" value={text('otherRelationship')} error={errors.otherRelationship} />
  return (
    <>
      <PageTitle caption={step.section}>{title}</PageTitle>
      <Radios name="relationship" legend="How you know them" value={text('relationship')} error={errors.relationship}
        options={[...asked.relationships.map((one) => ({ value: one, label: one })), { value: otherRelationship, label: 'In another way', reveal: other }]} />
      <Radios name="shareName" legend={`May we tell ${nomineeName || 'them'} that it was you?`} value={text('shareName')} error={errors.shareName}
        hint="Judges never see who nominated. If you say no, we do not give your name; but nobody can promise that they will not guess."
        options={[{ value: 'yes', label: 'Yes, you may give my name' }, { value: 'no', label: 'No, do not give my name' }]} />
    </>
  )
}

function YouFields({ step, title, text, errors }: FixedProps) {
  return (
    <>
      <PageTitle caption={step.section}>{title}</PageTitle>
      <TextField name="nominatorName" label="Your name" value={text('nominatorName')} error={errors.nominatorName} autoComplete="name" spellCheck={false} />
      <TextField name="nominatorEmail" type="email" label="Your email address" value={text('nominatorEmail')} error={errors.nominatorEmail} autoComplete="email" spellCheck={false}
        hint="We send your receipt here, and news of the awards you nominated for. If you have no email, leave it out and give a phone number." />
      <TextField name="nominatorPhone" type="tel" label="Your phone number" value={text('nominatorPhone')} error={errors.nominatorPhone} autoComplete="tel" inputMode="tel" width="2/3" />
    </>
  )
}
