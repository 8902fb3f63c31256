import type { ReactNode } from 'react'
import { dateWords, timetableWords } from '#app/domain/year-dates.ts'
import { oneAwardWords, orderingWords, quorumRuleWords, type SectionName } from '#app/features/editions/settings.words.ts'
import { MomentField } from '#app/features/editions/ui/moment-field.tsx'
import { Checkboxes, Radios, TextArea, TextField } from '#app/ui/field.tsx'

export interface FieldsProps {
  values: Record<string, string | string[]>
  errors: Record<string, string>
  zone: string
  /** nominations have opened: what people rely on takes a reason, some of it is fixed */
  opened: boolean
}

export function SettingsFields({ section, ...props }: FieldsProps & { section: SectionName }) {
  const Fields = fields[section]
  return <Fields {...props} />
}

const fields: Record<SectionName, (props: FieldsProps) => ReactNode> = {
  host: HostFields, dates: DatesFields, ceremony: CeremonyFields, timetable: TimetableFields,
  eligibility: EligibilityFields, judging: JudgingFields, records: RecordsFields,
}

/** The name, value and error of one field. */
function from({ values, errors }: FieldsProps) {
  return (name: string) => ({ name, value: String(values[name] ?? ''), error: errors[name] })
}

function HostFields(props: FieldsProps) {
  const field = from(props)
  return (
    <>
      <TextField {...field('name')} label="Name" autoComplete="off" />
      <TextArea {...field('partners')} label="Who takes part" hint="One or two sentences." rows={3} optional />
      <TextField {...field('email')} label="Email address" hint="Where people write for help. Replies to our messages come here." type="email" autoComplete="off" />
      <TextField {...field('phone')} label="Phone number" hint="For help, and for nominating by phone." type="tel" autoComplete="off" width="2/3" />
      <TextArea {...field('address')} label="Postal address" hint="Where forms filled in on paper are sent." rows={4} optional />
      <TextField {...field('careersUrl')} label="Page about working in care" inputMode="url" autoComplete="off" optional />
      <TextField {...field('trainingUrl')} label="Skills and training directory" inputMode="url" autoComplete="off" optional />
    </>
  )
}

function DatesFields(props: FieldsProps) {
  const field = from(props)
  return (
    <>
      {!props.opened && <MomentField {...props} name="opens" legend={dateWords.opens} hint="For example, 3 November 2026, 9am" />}
      <MomentField {...props} name="closes" legend={dateWords.closes} hint="For example, 12 January 2027, 5pm" />
      <TextField {...field('grace')} label="Minutes of grace" hint="What reaches us this long after the close still counts. Everybody is told." inputMode="numeric" width="short" />
      {props.opened && <Reason {...props} />}
    </>
  )
}

function CeremonyFields(props: FieldsProps) {
  const field = from(props)
  return (
    <>
      <TextField {...field('name')} label="Name of these awards" />
      <MomentField {...props} name="ceremony" legend={dateWords.ceremony} hint="For example, 23 March 2027, 7pm" />
      {!props.opened && (
        <Checkboxes name="recount" legend="The other dates" values={props.values.recount === 'yes' ? ['yes'] : []} options={[{ value: 'yes', label: 'Count them back from this one again', hint: 'Replaces the opening, the close and every date after it.' }]} />
      )}
      <TextField {...field('place')} label="Where it is held" />
    </>
  )
}

function TimetableFields(props: FieldsProps) {
  return Object.entries(timetableWords).map(([name, words]) => <MomentField key={name} {...props} name={name} legend={words} />)
}

function EligibilityFields(props: FieldsProps) {
  const field = from(props)
  return (
    <>
      <TextArea {...field('eligibility')} label="Who can be nominated, and by whom" hint="One sentence on each line. Shown as you write it." rows={6} />
      <Radios {...field('selfNomination')} legend="May people nominate themselves?" inline options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]} />
      <TextArea {...field('relationships')} label="Ways of knowing somebody" hint="One on each line, as the nominator would say it. “In another way” is always offered too." rows={7} />
      <Radios {...field('attachments')} legend="May nominators add a picture or a PDF?" inline options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]}
        hint="One file up to 8 MB, for organisers only: judges do not see it. Somebody has to look at each for people who receive care." />
      {props.opened && <Reason {...props} />}
    </>
  )
}

function JudgingFields(props: FieldsProps) {
  const field = from(props)
  return (
    <>
      <TextField {...field('shortlistSize')} label="Most entries on a category’s shortlist" inputMode="numeric" width="short" />
      <TextField {...field('panelSize')} label="Judges on a panel" inputMode="numeric" width="short" />
      <TextField {...field('quorum')} label="Fewest judges who must score an entry" inputMode="numeric" width="short" />
      <Radios {...field('quorumRule')} legend="If fewer have scored an entry" options={Object.entries(quorumRuleWords).map(([value, label]) => ({ value, label }))} />
      <Radios {...field('oneAwardEach')} legend="May one nominee have awards in several categories?" options={Object.entries(oneAwardWords).map(([value, label]) => ({ value, label }))} />
      {!props.opened && (
        <Radios {...field('ordering')} legend="Standings are ordered by" hint="Fixed once nominations open."
          options={Object.entries(orderingWords).map(([value, label]) => ({ value, label }))} />
      )}
      {props.opened && <Reason {...props} />}
    </>
  )
}

function RecordsFields(props: FieldsProps) {
  const field = from(props)
  return (
    <>
      <TextField {...field('dataController')} label="Data controller" hint="Who answers for personal information, by law." />
      <TextField {...field('dataProtectionEmail')} label="Email address of the data protection officer" type="email" autoComplete="off" />
      <TextField {...field('unsuccessful')} label="Months that nominations are kept after the ceremony" inputMode="numeric" width="short" />
      <TextField {...field('shortlisted')} label="Months that shortlisted nominations are kept" inputMode="numeric" width="short" />
    </>
  )
}

export function Reason({ values, errors }: Pick<FieldsProps, 'values' | 'errors'>) {
  return <TextField name="reason" label="The reason" hint="In a sentence, about the rules and not about people. It stays in the audit trail." value={String(values.reason ?? '')} error={errors.reason} />
}
