import type { Criterion } from '#app/features/categories/queries.server.ts'
import { ScoreFields } from '#app/features/judging/ui/score-fields.tsx'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'

export interface ScorecardFormProps {
  /** of the entry */
  at: string
  cardId: string
  version: number
  stamp: string
  criteria: Criterion[]
  values: Record<string, string | string[]>
  errors: Record<string, string>
}

/** The first button is Save, as that is the one Enter presses. */
export function ScorecardForm({ at, cardId, version, stamp, criteria, values, errors }: ScorecardFormProps) {
  return (
    <Form action={at} autosave={{ to: `${at}/save`, key: cardId }}>
      <HiddenField name="version" value={version} />
      <HiddenField name="seen" value={stamp} />
      <ScoreFields criteria={criteria} values={values} errors={errors} />
      <ButtonRow>
        <Button variant="secondary">Save</Button>
        <Button formAction={`${at}?finish`}>Finish scorecard</Button>
      </ButtonRow>
    </Form>
  )
}
