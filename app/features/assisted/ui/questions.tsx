import type { ReactNode } from 'react'
import { countWords } from '#app/domain/words.ts'
import type { QuestionView } from '#app/features/assisted/page-view.ts'
import { otherRelationship } from '#app/features/nominations/journey.ts'
import { kindLabels } from '#app/features/nominations/ui/labels.ts'
import { Checkboxes, Radios, TextArea, TextField } from '#app/ui/field.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'

interface QuestionsProps {
  questions: QuestionView[]
  values: Record<string, string | string[]>
  errors: Record<string, string>
}

/** The form's questions under their numbers, one under the other: worded as the caller hears them, the fields for whoever writes. */
export function Questions({ questions, values, errors }: QuestionsProps) {
  return questions.map((view) => {
    const Fields = fieldsOf[view.fields]
    return (
      <section key={view.slug} aria-labelledby={`question-${view.number}`} className="grid gap-6">
        <SectionTitle id={`question-${view.number}`}>{view.number}. {view.title}</SectionTitle>
        <Fields view={view} text={(name) => String(values[name] ?? '')} values={values} errors={errors} />
      </section>
    )
  })
}

interface FieldsProps extends Omit<QuestionsProps, 'questions'> {
  view: QuestionView
  text: (name: string) => string
}

const fieldsOf: Record<QuestionView['fields'], (props: FieldsProps) => ReactNode> = {
  question: StoryField,
  who: WhoFields,
  work: WorkFields,
  category: CategoryFields,
  know: KnowFields,
  you: YouFields,
}

function StoryField({ view, text, errors }: FieldsProps) {
  const name = `answer-${view.slug}`
  return (
    <TextArea name={name} label="In their own words" hint={view.hint || undefined} value={text(name)} error={errors[name]} optional={view.optional} rows={view.wordLimit > 100 ? 8 : 4}
      words={{ limit: view.wordLimit, least: view.leastWords, used: countWords(text(name)) }} />
  )
}

function WhoFields({ text, errors }: FieldsProps) {
  return (
    <>
      <Radios name="kind" legend="They are" inline value={text('kind')} error={errors.kind} options={Object.entries(kindLabels).map(([value, label]) => ({ value, label }))} />
      <TextField name="name" label="Name of who is nominated" hint="Ask how it is spelled." value={text('name')} error={errors.name} autoComplete="off" spellCheck={false} />
    </>
  )
}

function WorkFields({ text, errors }: FieldsProps) {
  return (
    <>
      <TextField name="employer" label="The home, agency, hospital or service" hint="For somebody who cares unpaid, write “unpaid carer”." value={text('employer')} error={errors.employer} autoComplete="off" />
      <TextField name="job" label="Their job" optional hint="Only of one person." value={text('job')} error={errors.job} autoComplete="off" />
      <TextField name="reach" label="How we can reach them" optional hint="An email address or phone number, if it is known." value={text('reach')} error={errors.reach} autoComplete="off" />
    </>
  )
}

function CategoryFields({ view, values, errors }: FieldsProps) {
  return (
    <Checkboxes name="category" legend="Categories" hint="One, or more than one if they fit. Read out those that may." values={[values.category ?? []].flat()} error={errors.category} options={view.options} />
  )
}

function KnowFields({ view, text, errors }: FieldsProps) {
  const other = <TextField name="otherRelationship" label="In their words" value={text('otherRelationship')} error={errors.otherRelationship} />
  const options = view.options.map((option) => ({ ...option, reveal: option.value === otherRelationship ? other : undefined }))
  return (
    <>
      <Radios name="relationship" legend="How they know each other" value={text('relationship')} error={errors.relationship} options={options} />
      <Radios name="shareName" inline legend={`May we tell ${view.nomineeName || 'them'} who nominated?`} value={text('shareName')} error={errors.shareName}
        options={[{ value: 'yes', label: 'Yes, give my name' }, { value: 'no', label: 'No, do not give my name' }]} />
    </>
  )
}

function YouFields({ text, errors }: FieldsProps) {
  return (
    <>
      <TextField name="nominatorName" label="Nominator’s name" value={text('nominatorName')} error={errors.nominatorName} autoComplete="off" spellCheck={false} />
      <TextField name="nominatorPhone" type="tel" label="Nominator’s phone number" value={text('nominatorPhone')} error={errors.nominatorPhone} autoComplete="off" inputMode="tel" width="2/3" />
      <TextField name="nominatorEmail" type="email" label="Nominator’s email address" optional hint="Their receipt goes there. Without one, a phone number is needed." value={text('nominatorEmail')} error={errors.nominatorEmail} autoComplete="off" spellCheck={false} />
    </>
  )
}
