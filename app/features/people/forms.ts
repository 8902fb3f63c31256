import { z } from 'zod'
import { emailAddress, line } from '#app/domain/fields.ts'
import type { InvitedRole } from '#app/features/people/policy.ts'

const email = emailAddress.min(1, 'Write an email address.')

/** Where a link and a code are sent. */
export const emailForm = z.object({ email })

/** Spaces come along when a code is pasted. */
export const codeForm = z.object({
  code: z
    .string()
    .transform((text) => text.replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Enter the six numbers of the code.')),
})

export function inviteForm(given: InvitedRole[]) {
  return z.object({
    name: line(120).min(1, 'Write their name.'),
    email,
    role: z.enum(given, 'Choose what they will do.'),
  })
}
