import { z } from 'zod'
import { line } from '#app/domain/fields.ts'
import { reason, seenShape } from '#app/features/editions/forms.ts'
import { shortlistPlaces } from '#db/vocabulary.ts'

const place = z.enum(shortlistPlaces, { error: 'Choose one.' })

/** Three fields for each entry: where it was when the page was opened, where it goes, and why. */
export const placeField = (entryId: string) => `place-${entryId}`
export const wasField = (entryId: string) => `was-${entryId}`
export const reasonField = (entryId: string) => `reason-${entryId}`

export function choicesForm(entryIds: string[]) {
  return z
    .object(Object.fromEntries(entryIds.flatMap((id) => [[placeField(id), place], [wasField(id), place], [reasonField(id), line(300)]])))
    .superRefine((values, issues) => {
      for (const id of entryIds) {
        if (values[placeField(id)] !== 'undecided' && !values[reasonField(id)]) issues.addIssue({ code: 'custom', path: [reasonField(id)], message: 'Write why, in a few words.' })
      }
    })
}

/** What can be done to a category's shortlist as a whole. */
export const shortlistActs = ['finish', 'no-award', 'reopen'] as const
export type ShortlistAct = (typeof shortlistActs)[number]

export const actForm = z.object({ ...seenShape, reason })

/** `people`: a fingerprint of those whom the page said would be written to. */
export const announceForm = z.object({ ...seenShape, people: line(100) })
