import { z } from 'zod'
import { reason } from '#app/features/editions/forms.ts'

/** In the list of pairs: these two are not the same. */
export const apartForm = z.object({ one: z.string(), other: z.string() })

/** On the page of a pair. `into` and `seen` come with merging: who stays, and what was previewed. */
export const pairForm = z.object({
  intent: z.enum(['merge', 'apart', 'again'], 'Choose one of the buttons.'),
  into: z.string(),
  seen: z.string(),
  reason,
})

export const undoForm = z.object({ reason })
