import { z } from 'zod'
import { pageValues, type NumberedStep, type Part } from '#app/features/assisted/pages.ts'
import type { Answers, Asked } from '#app/features/nominations/journey.ts'
import { receiptRoutes } from '#db/vocabulary.ts'

export const assistedChannels = ['phone', 'paper'] as const

/** `from`: another one entered for the same person. `inTime`: asked after the close. */
export const beginForm = z.object({
  channel: z.enum(assistedChannels, { error: 'Choose whether it is a telephone call or a paper form.' }),
  inTime: z.array(z.enum(['yes'], { error: 'Tick it, or leave it out.' })),
  from: z.string(),
})

const longestAddress = 300

/** What a page asks beside the form's own questions. */
const beside = {
  who: z.object({ notice: z.array(z.string()).min(1, 'Read the privacy words to them, then tick this.') }),
  story: z.object({
    receipt: z.enum(receiptRoutes, { error: 'Choose how they get their reference.' }),
    address: z.string().max(longestAddress, `Use ${longestAddress} characters or fewer.`),
  }).refine(({ receipt, address }) => receipt !== 'letter' || address !== '', { path: ['address'], error: 'Write the address that the letter goes to.', when: () => true }),
} satisfies Record<Part, z.ZodObject>
export type Beside = Partial<z.infer<(typeof beside)['story']>>

/** Everything a page takes, as it is typed; what is right is asked of each question's own form. */
export function pageForm(part: Part, steps: NumberedStep[], asked: Asked, answers: Answers): z.ZodObject {
  const fields = Object.entries(pageValues(steps, asked, answers)).map(([name, value]) => [name, Array.isArray(value)] as const)
  const more = Object.entries(beside[part].shape).map(([name, field]) => [name, field instanceof z.ZodArray] as const)
  return z.object(Object.fromEntries([...fields, ...more].map(([name, isList]) => [name, isList ? z.array(z.string()) : z.string()])))
}

/** What is wrong with what a page asks beside the questions. The notice is read once, before anything is written down. */
export function errorsBeside(part: Part, typed: Record<string, unknown>, { hasNotice, hasEmail }: { hasNotice: boolean; hasEmail: boolean }): Record<string, string> {
  if (part === 'who' && hasNotice) return {}
  const read = beside[part].safeParse(typed)
  if (!read.success) return Object.fromEntries(read.error.issues.map(({ path, message }): [string, string] => [String(path[0]), message]).reverse())
  return part === 'story' && typed.receipt === 'email' && !hasEmail ? { receipt: 'They have given no email address. Choose a letter, or tell them the reference.' } : {}
}

export function besideOf(part: Part, typed: Record<string, unknown>): Beside {
  const receipt = receiptRoutes.find((one) => one === typed.receipt)
  if (part === 'who' || !receipt) return {}
  return { receipt, address: receipt === 'letter' ? String(typed.address).slice(0, longestAddress) : '' }
}
