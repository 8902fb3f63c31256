import { z } from 'zod'
import { line, seenVersion } from '#app/domain/fields.ts'
import type { Block } from '#app/platform/email.ts'

/** Rewriting and cancelling have pages of their own. */
export const actForm = z.object({ version: seenVersion, intent: z.enum(['hold', 'release', 'send-again'], 'Choose one of the buttons.') })
/** `seen`: the fingerprint of the list that the page showed. */
export const releaseForm = z.object({ kind: line(60), seen: line(100) })
export const cancelForm = z.object({ version: seenVersion })

const maxText = 5000
const textSchema = z.string().min(1, 'Write this part of the message.').max(maxText, `This part must be ${maxText} characters or fewer.`)
const textField = (index: number) => `text-${index}`

/** The blocks of a body that may be rewritten: running text, each under its place in the body. */
export function editableTexts(body: Block[]): { name: string; text: string }[] {
  return body.flatMap((block, index) => (block.kind === 'text' ? [{ name: textField(index), text: block.text }] : []))
}

/** The form by which one message is edited: its subject and every block of running text. */
export function editForm(body: Block[]) {
  const texts = editableTexts(body).map(({ name }) => [name, textSchema] as const)
  return z.object({
    version: seenVersion,
    subject: z.string().min(1, 'Write a subject.').max(200, 'The subject must be 200 characters or fewer.')
      .regex(/^[^\n]*$/, 'The subject must be one line.'),
    ...(Object.fromEntries(texts) as Record<`text-${number}`, z.ZodType<string>>),
  })
}

/** The body with its running text as it was typed. */
export function withTexts(body: Block[], typed: Record<string, unknown>): Block[] {
  return body.map((block, index) => (block.kind === 'text' ? { ...block, text: String(typed[textField(index)]) } : block))
}
