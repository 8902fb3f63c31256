import type { Entry } from '#app/features/screening/screening.queries.server.ts'
import { Radios, TextArea } from '#app/ui/field.tsx'
import { HiddenField } from '#app/ui/form.tsx'

interface DecideFieldsProps {
  entry: Pick<Entry, 'dossier_version' | 'screening' | 'screening_reason'>
  values: Record<string, string | string[]>
  errors: Record<string, string>
}

/** Whether an entry is eligible, and why not. What was decided before is chosen already. */
export function DecideFields({ entry, values, errors }: DecideFieldsProps) {
  const before = entry.screening === 'to-screen' ? '' : entry.screening
  const reason = (
    <TextArea name="reason" label="Why not" rows={3} hint="In a sentence that the nominee and the nominator could read." error={errors.reason} value={String(values.reason ?? entry.screening_reason)} />
  )
  return (
    <>
      <HiddenField name="version" value={entry.dossier_version} />
      <Radios name="decision" legend="Having read all of it" value={String(values.decision ?? before)} error={errors.decision}
        options={[
          { value: 'eligible', label: 'Eligible', hint: 'Judges may read it if it is shortlisted, without what is covered.' },
          { value: 'ineligible', label: 'Not eligible', reveal: reason },
        ]} />
    </>
  )
}
