import { z } from 'zod'
import type { Role } from '#db/vocabulary.ts'

/** The longest address that mail can reach (RFC 5321). */
const email = z
  .string()
  .min(1, 'Enter an email address.')
  .max(254, 'That is too long to be an email address.')
  .pipe(z.email('Enter an email address in the right form, like name@example.com.'))
  .transform((text) => text.toLowerCase())

/** Where a link and a code are sent. */
export const emailForm = z.object({ email })

/** Spaces come along when a code is pasted. */
export const codeForm = z.object({
  code: z
    .string()
    .transform((text) => text.replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Enter the six numbers of the code.')),
})

export function inviteForm(given: Role[]) {
  return z.object({
    name: z.string().min(1, 'Enter their name.').max(100, 'Shorten the name to 100 letters or fewer.'),
    email,
    role: z.enum(given, 'Choose what they will do.'),
  })
}
