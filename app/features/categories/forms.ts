import { z } from 'zod'
import { line } from '#app/domain/fields.ts'
import { reason, seenShape } from '#app/features/editions/forms.ts'

/** Weights are sent by the place of their criterion. */
export const weightField = (index: number) => `weight-${index + 1}`

export function weightsForm(criteria: { name: string }[], opened: boolean) {
  const weightOf = (name: string) => z.string().regex(/^\d{1,3}$/, `Write a whole number for “${name}”.`)
  const weights = Object.fromEntries(criteria.map(({ name }, index) => [weightField(index), weightOf(name)]))
  return z.object({ ...weights, ...seenShape, ...(opened && { reason }) })
}

export const sponsorForm = z.object({ ...seenShape, sponsor: line(120) })
