import { z } from 'zod'
import { line, seenVersion } from '#app/domain/fields.ts'
import { readMoment, type MomentPart, type TypedMoment } from '#app/domain/typed-moment.ts'
import type { Instant } from '#db/schema.ts'

/** Beside what a form about an edition asks. */
export const seenShape = { version: seenVersion }
export const seenForm = z.object(seenShape)

export const reason = line(500)

const parts = ['day', 'month', 'year', 'time'] as const

/** The four boxes of a moment: `closes.day` and so on. */
export function momentShape(...names: string[]): Record<string, z.ZodString> {
  return Object.fromEntries(names.flatMap((name) => parts.map((part) => [`${name}.${part}`, z.string()])))
}

export function typedIn(values: Record<string, unknown>, name: string): TypedMoment {
  const box = (part: MomentPart) => {
    const typed = values[`${name}.${part}`]
    return typeof typed === 'string' ? typed : ''
  }
  return { day: box('day'), month: box('month'), year: box('year'), time: box('time') }
}

/** Refuses a form whose moments are none. `moments`: field name → how a sentence about it begins. */
export function withMoments<S extends z.ZodObject>(schema: S, moments: Record<string, string>, zone: string): S {
  return schema.superRefine((values, issues) => {
    for (const [name, what] of Object.entries(moments)) {
      const read = readMoment(typedIn(values, name), zone, what)
      if (!read.ok) issues.addIssue({ code: 'custom', path: [name], message: read.problem })
    }
  })
}

/** The moment in a form that has passed `withMoments`. */
export function momentIn(values: Record<string, unknown>, name: string, zone: string): Instant {
  const read = readMoment(typedIn(values, name), zone, name)
  if (!read.ok) throw new Error(read.problem)
  return read.at
}

export const openForm = z.object({ ...seenShape, intent: z.enum(['open', 'schedule', 'unschedule'], { error: 'Choose one of the buttons.' }) })

export const newEditionForm = z.object({
  slug: line(40).regex(/^20\d\d(-[a-z0-9]+)*$/, 'Start with the year, then small letters, numbers and hyphens, like 2027 or 2027-rehearsal.'),
  kind: z.enum(['current', 'next', 'rehearsal'], { error: 'Choose what it is for.' }),
})

export function clockForm(zone: string) {
  return withMoments(z.object({ ...seenShape, ...momentShape('to') }), { to: 'The time' }, zone)
}

export function reopenForm(zone: string) {
  return withMoments(z.object({ ...seenShape, ...momentShape('closes'), reason }), { closes: 'The new closing time' }, zone)
}
