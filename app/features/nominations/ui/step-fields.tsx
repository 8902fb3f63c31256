import type { ReactNode } from 'react'
import { countWords } from '#app/domain/words.ts'
import { isOneself, otherRelationship } from '#app/features/nominations/journey.ts'
import type { StepView } from '#app/features/nominations/step-view.ts'
import { Checkboxes, Radios, TextArea, TextField } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/heading.tsx'

interface StepFieldsProps {
  view: StepView
  values: Record<string, string | string[]>
  errors: Record<string, string>
  /** where somebody is helped to choose a category */
  chooseHref: string
}

/** The fields of one page of the form. */
export function StepFields(props: StepFieldsProps) {
  const { view, values } = props
  const Fields = fieldsOf[view.fields]
  return <Fields {...props} text={(name) => String(values[name] ?? '')} />
}

type FieldsProps = StepFieldsProps & { text: (name: string) => string }

const fieldsOf: Record<StepView['fields'], (props: FieldsProps) => ReactNode> = {
  question: QuestionField,
  who: WhoFields,
  work: WorkFields,
  category: CategoryFields,
  know: KnowFields,
  you: YouFields,
}

function QuestionField({ view, text, errors }: FieldsProps) {
  const answer = text('answer')
  return (
    <TextArea name="answer" label={view.title} labelAs="h1" caption={view.section} hint={view.hint} value={answer} error={errors.answer} optional={view.optional}
      rows={view.wordLimit > 100 ? 10 : 5} words={{ limit: view.wordLimit, least: view.leastWords, used: countWords(answer) }} />
  )
}

function WhoFields({ view, text, errors }: FieldsProps) {
  return (
    <>
      <PageTitle caption={view.section}>{view.title}</PageTitle>
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

function WorkFields({ view, text, errors }: FieldsProps) {
  return (
    <>
      <PageTitle caption={view.section}>{view.title}</PageTitle>
      <TextField name="employer" label="The home, agency, hospital or service" hint={`If you are not sure, write “not sure”.${view.nomineeKind === 'person' ? ' If they care for someone unpaid, write “unpaid carer”.' : ''}`} value={text('employer')} error={errors.employer} autoComplete="off" />
      {view.nomineeKind === 'person' && (
        <TextField name="job" label="Their job" optional value={text('job')} error={errors.job} autoComplete="off" hint="For example, care assistant, cook, registered manager." />
      )}
      <TextField name="reach" label="How we can reach them" optional value={text('reach')} error={errors.reach} autoComplete="off"
        hint="We tell everyone who is nominated. An email address or phone number helps us; their employer can pass it on if you do not know." />
    </>
  )
}

function CategoryFields({ view, values, errors, chooseHref }: FieldsProps) {
  return (
    <Checkboxes name="category" legend={view.title} legendAs="h1" caption={view.section} values={[values.category ?? []].flat()} error={errors.category}
      hint={<>Choose one, or more than one if they fit. Each category asks one short question of its own. Not sure? <a href={chooseHref}>Help me choose</a></>} options={view.options} />
  )
}

function KnowFields({ view, text, errors }: FieldsProps) {
  const other = <TextField name="otherRelationship" label="How you know them" value={text('otherRelationship')} error={errors.otherRelationship} />
  const options = view.options.map((option) => ({
    ...option,
    reveal: option.value === otherRelationship ? other : undefined,
    hint: isOneself({ relationship: option.value }) ? 'You need not answer the next question.' : undefined,
  }))
  return (
    <>
      <PageTitle caption={view.section}>{view.title}</PageTitle>
      <Radios name="relationship" legend="How you know them" value={text('relationship')} error={errors.relationship} options={options} />
      <Radios name="shareName" legend={`May we tell ${view.nomineeName || 'them'} that it was you?`} value={text('shareName')} error={errors.shareName}
        hint="Judges never see who nominated. If you say no, we do not give your name; but nobody can promise that they will not guess."
        options={[{ value: 'yes', label: 'Yes, you may give my name' }, { value: 'no', label: 'No, do not give my name' }]} />
    </>
  )
}

function YouFields({ view, text, errors }: FieldsProps) {
  return (
    <>
      <PageTitle caption={view.section}>{view.title}</PageTitle>
      <TextField name="nominatorName" label="Your name" value={text('nominatorName')} error={errors.nominatorName} autoComplete="name" spellCheck={false} />
      <TextField name="nominatorEmail" type="email" label="Your email address" value={text('nominatorEmail')} error={errors.nominatorEmail} autoComplete="email" spellCheck={false}
        hint="We send your receipt here, and news of the awards you nominated for. If you have no email, leave it out and give a phone number." />
      <TextField name="nominatorPhone" type="tel" label="Your phone number" value={text('nominatorPhone')} error={errors.nominatorPhone} autoComplete="tel" inputMode="tel" width="2/3" />
    </>
  )
}
