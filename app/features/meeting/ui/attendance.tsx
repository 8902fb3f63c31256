import type { Attendant } from '#app/features/meeting/attendance.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Checkboxes } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'

export function AttendanceForm({ people, errors }: { people: Attendant[]; errors: Record<string, string> }) {
  return (
    <Form className="max-w-form">
      <Checkboxes name="present" legend="In the room now" hint="People on the panels that meet, and on the embargo list." error={errors.present} values={people.filter(({ present }) => present).map(({ accountId }) => accountId)}
        options={people.map((one) => ({ value: one.accountId, label: one.name, hint: partsOf(one) }))} />
      <ButtonRow><Button variant="secondary">Note who is in the room</Button></ButtonRow>
    </Form>
  )
}

function partsOf({ panels, seesResults }: Attendant): string {
  return [seesResults && 'On the embargo list', panels.length > 0 && `Judges ${panels.join(', ')}`].filter(Boolean).join('. ')
}
