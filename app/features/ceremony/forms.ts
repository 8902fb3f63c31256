import { z } from 'zod'
import { line, seenVersion } from '#app/domain/fields.ts'
import { stageActs } from '#app/domain/stage.ts'
import { reason, seenShape } from '#app/features/editions/forms.ts'

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

/** Three groups of four letters and numbers, as `pack-lock.server.ts` makes them. */
export const packForm = z.object({ passphrase: z.string().regex(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/, 'Load the page again: it shows a passphrase.') })

export const returnForm = z.object({ ...seenShape, reason })
