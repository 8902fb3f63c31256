import { z } from 'zod'
import { awardKinds } from '#db/vocabulary.ts'

/** What can be proposed for an entry; a joint award is a winner beside another. */
export const proposals = [...awardKinds, 'joint', 'none'] as const
export type Proposal = (typeof proposals)[number]

const id = z.string()
/** What a line of the minutes is about: ids of accounts and entries, never names. */
export const minuteFacts = z.object({
  /** who stepped out, came back, proposed, or had the casting vote */
  person: id.optional(),
  /** who leads the item, and who is in the room when it opens */
  chair: id.optional(),
  present: z.array(id).optional(),
  entry: id.optional(),
  proposal: z.enum(proposals).optional(),
  /** as they were written down, in their order */
  awards: z.array(z.object({ entry: id, kind: z.enum(awardKinds) })).optional(),
})
export type MinuteFacts = z.infer<typeof minuteFacts>
