import { z } from 'zod'
import { line, seenVersion } from '#app/domain/fields.ts'
import { reason, seenShape } from '#app/features/editions/forms.ts'
import type { FieldValues } from '#app/platform/form.server.ts'
import type { AwardKind } from '#db/vocabulary.ts'

/** What can be done to a category as a whole. */
export const moderationActs = ['close', 'open-again', 'settle', 'reopen', 'no-award', 'amend', 'drop-amendment'] as const
export type ModerationAct = (typeof moderationActs)[number]

/** `reason` where the act takes one. */
export const actForm = z.object({ ...seenShape, reason })

/** What an entry can be given. Reserves have an order of their own; winners and highly commended stand in that of the scores. */
export const awardChoices = ['', 'winner', 'highly-commended', 'reserve-1', 'reserve-2', 'reserve-3'] as const
export type AwardChoice = (typeof awardChoices)[number]

/** Three fields for each entry: what it is given, why, and the words read on stage. */
export const awardField = (entryId: string) => `award-${entryId}`
export const whyField = (entryId: string) => `why-${entryId}`
export const citationField = (entryId: string) => `citation-${entryId}`

/** `seen`: version of the decision that was shown, 0 before there was one. */
export function decisionForm(entryIds: string[]) {
  const fields = entryIds.flatMap((id) => [
    [awardField(id), z.enum(awardChoices, { error: 'Choose one.' })], [whyField(id), line(500)], [citationField(id), z.string().max(1000, 'Use 1000 characters or fewer.')],
  ])
  return z.object({ seen: seenVersion, reason: z.string().max(2000, 'Use 2000 characters or fewer.'), ...(Object.fromEntries(fields) as Record<string, z.ZodType<string>>) })
}

const kinds: readonly string[] = ['winner', 'highly-commended', 'reserve'] satisfies AwardKind[]

export interface ChosenAward {
  entryId: string
  kind: AwardKind
  reason: string
  citation: string
}

/** The awards in their order, from the fields of entries in the order of their scores. */
export function awardsIn(entryIds: string[], values: FieldValues): ChosenAward[] {
  const text = (name: string) => String(values[name] ?? '')
  return entryIds
    .map((entryId) => ({ entryId, choice: text(awardField(entryId)) }))
    .filter(({ choice }) => choice !== '')
    .sort((a, b) => rankOf(a.choice) - rankOf(b.choice))
    .map(({ entryId, choice }) => ({ entryId, kind: choice.replace(/-\d$/, '') as AwardKind, reason: text(whyField(entryId)), citation: text(citationField(entryId)) }))
}

/** Winners, then highly commended, then reserves by their number. */
function rankOf(choice: string): number {
  return 10 * kinds.indexOf(choice.replace(/-\d$/, '')) + Number(/\d$/.exec(choice)?.[0] ?? 0)
}

/** The fields' choice for each award of a decision that was saved. */
export function choicesOf(awards: { entryId: string; kind: AwardKind }[]): Map<string, AwardChoice> {
  const reserves = awards.filter(({ kind }) => kind === 'reserve')
  return new Map(awards.map((award) => [award.entryId, (award.kind === 'reserve' ? `reserve-${Math.min(3, reserves.indexOf(award) + 1)}` : award.kind) as AwardChoice]))
}

/** `shown`: fingerprint of what the page showed. */
export const sealForm = z.object({ ...seenShape, shown: line(100), reason, intent: z.enum(['propose', 'confirm', 'take-back'], { error: 'Choose one of the buttons.' }) })

/** A witness only seals. */
export const witnessForm = sealForm.extend({ intent: z.literal('confirm', { error: 'Choose the button.' }) })

export const embargoForm = z.object({ account: line(40), intent: z.enum(['add', 'remove'], { error: 'Choose one of the buttons.' }) })
