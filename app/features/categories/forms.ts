import { z } from 'zod'
import { reason, seenShape } from '#app/features/editions/forms.ts'

/** Weights are sent by the place of their criterion. */
export const weightField = (index: number) => `weight-${index + 1}`

export function weightsForm(criteria: unknown[], opened: boolean) {
  const weight = z.string().regex(/^\d{1,3}$/, 'Write a whole number.')
  const weights = Object.fromEntries(criteria.map((_, index) => [weightField(index), weight]))
  return z.object({ ...weights, ...seenShape, ...(opened && { reason }) })
}
