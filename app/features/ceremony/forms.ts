import { z } from 'zod'
import { line, seenVersion } from '#app/domain/fields.ts'
import { stageActs } from '#app/domain/stage.ts'
import { seenShape } from '#app/features/editions/forms.ts'

const oneButton = { error: 'Choose one of the buttons.' }

/** `version`: of what the stage showed. */
export const pressForm = z.object({ version: seenVersion, act: z.enum(stageActs, oneButton) })

/** What is done to the order as a whole; `cue` is the one that moves. */
export const orderForm = z.object({ ...seenShape, intent: z.enum(['make', 'up', 'down'], oneButton), cue: z.string().regex(/^([a-z0-9]{20})?$/, 'Choose one of the buttons.') })

const title = line(120)
const script = z.string().max(3000, 'Use 3000 characters or fewer.')

export const newCueForm = z.object({ ...seenShape, kind: z.enum(['words', 'break'], { error: 'Choose one.' }), title: title.min(1, 'Write what the screen shows.'), script })

/** A category's title is its name, so its page does not ask. */
export const cueForm = z.object({ ...seenShape, title, script, intent: z.enum(['save', 'remove'], oneButton) })
