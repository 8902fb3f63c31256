import { z } from 'zod'
import { line, seenVersion } from '#app/domain/fields.ts'
import { proposals } from '#app/features/moderation/minutes.ts'

/** What is done in an item of the meeting. */
export const itemActs = ['open', 'close', 'out', 'back', 'propose', 'cast', 'note'] as const
export type ItemAct = (typeof itemActs)[number]

const text = z.string().max(1000, 'Use 1000 characters or fewer.')

/** One form for all that is done in an item. Each act takes fields of its own, as the page shows several at once. */
export const itemForm = z
  .object({
    intent: z.enum(itemActs, { error: 'Choose one of the buttons.' }),
    /** open */
    chair: line(40),
    /** out, back */
    leaver: line(40), reason: line(300),
    /** propose */
    proposer: line(40), entry: line(40), proposal: z.enum(['', ...proposals], { error: 'Choose what is proposed.' }), words: text,
    /** cast */
    equal: line(40), why: text,
    note: text,
  })
  .superRefine((values, issues) => {
    for (const [field, message] of Object.entries(needed(values))) if (!values[field as keyof typeof values]) issues.addIssue({ code: 'custom', path: [field], message })
  })

export type ItemFields = z.output<typeof itemForm>

/** The fields an act cannot do without, each with what is said when it is missing. */
function needed({ intent, proposal }: { intent: ItemAct; proposal: string }): Record<string, string> {
  const fields: Partial<Record<ItemAct, Record<string, string>>> = {
    open: { chair: 'Choose who is in the chair.' },
    out: { leaver: 'Choose who steps out.' },
    propose: { proposer: 'Choose who proposes it.', proposal: 'Choose what is proposed.', ...(proposal !== 'none' && { entry: 'Choose an entry.' }) },
    cast: { equal: 'Choose an entry.', why: 'Write the chair’s reason.' },
    note: { note: 'Write what is to stand in the minutes.' },
  }
  return fields[intent] ?? {}
}

export const attendanceForm = z.object({ present: z.array(line(40)).min(1, 'Tick who is in the room.') })

const sentences = z.array(z.string().max(2000, 'Choose from the list.'))

/** `seen`: version of the decision that was shown. */
export const citationForm = z.object({
  seen: seenVersion, judges: sentences, nominators: sentences, citation: text,
  intent: z.enum(['add', 'count', 'save'], { error: 'Choose one of the buttons.' }),
})
