import type { ReactNode } from 'react'
import { readMoment } from '#app/domain/typed-moment.ts'
import { typedIn } from '#app/features/editions/forms.ts'
import { DateTimeFields } from '#app/ui/field.tsx'

/** A moment to be typed; of one that cannot be read, only the boxes at fault are marked. */
export function MomentField(props: { name: string; legend: ReactNode; hint?: ReactNode; values: Record<string, unknown>; errors: Record<string, string>; zone: string }) {
  const { name, values, errors, zone, ...words } = props
  const typed = typedIn(values, name)
  const read = readMoment(typed, zone, name)
  return <DateTimeFields name={name} value={typed} error={errors[name]} errorParts={read.ok ? undefined : read.parts} {...words} />
}
