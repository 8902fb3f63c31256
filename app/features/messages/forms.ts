import { z } from 'zod'
import { messageActs } from '#app/domain/message-state.ts'
import { placesIn, type Block } from '#app/platform/email.ts'

const version = z.coerce.number().int().min(1).max(2_147_483_646)

export const actForm = z.object({ version, intent: z.enum([...messageActs, 'send-again']).exclude(['edit']) })

const maxText = 5000
const textField = (index: number) => `text-${index}`

/** The blocks of a body that may be rewritten: running text, each under its place in the body. */
export function editableTexts(body: Block[]): { name: string; text: string }[] {
  return body.flatMap((block, index) => (block.kind === 'text' ? [{ name: textField(index), text: block.text }] : []))
}

/** The form by which one message is edited: its subject and every block of running text. */
export function editForm(body: Block[]) {
  const texts = editableTexts(body).map(({ name, text }) => [name, textSchema(text)] as const)
  return z.object({
    version,
    subject: z.string().min(1, 'Write a subject.').max(200, 'The subject must be 200 characters or fewer.')
      .regex(/^[^\n]*$/, 'The subject must be one line.'),
    ...(Object.fromEntries(texts) as Record<`text-${number}`, z.ZodType<string>>),
  })
}

/** A place for a link or a code that only the receiver sees must still be there after the edit. */
function textSchema(before: string) {
  const places = placesIn([{ kind: 'text', text: before }])
  return z
    .string()
    .min(1, 'Write this part of the message.')
    .max(maxText, `This part must be ${maxText} characters or fewer.`)
    .superRefine((after, issues) => {
      const lost = places.find((name) => !after.includes(`{{${name}}}`))
      if (lost) issues.addIssue(`Keep {{${lost}}} in the text: it becomes a link or a code when the message is sent.`)
    })
}

/** The body with its running text as it was typed. */
export function withTexts(body: Block[], typed: Record<string, unknown>): Block[] {
  return body.map((block, index) => (block.kind === 'text' ? { ...block, text: String(typed[textField(index)]) } : block))
}
