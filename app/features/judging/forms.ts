import { z } from 'zod'
import { emailAddress, line } from '#app/domain/fields.ts'
import { reason } from '#app/features/editions/forms.ts'
import type { Tie } from '#app/features/judging/judges.commands.server.ts'
import type { TieKind } from '#db/vocabulary.ts'

const oneButton = { error: 'Choose one of the buttons.' }
const choose = (what: string) => z.string().regex(/^[a-z0-9]{20}$/, what)
const why = reason.min(1, 'Write the reason, in a sentence.')

export const inviteJudgeForm = z.object({ name: line(120).min(1, 'Write their name.'), email: emailAddress.min(1, 'Write an email address.') })

export const answerForm = z.object({ intent: z.enum(['accepted', 'declined'], oneButton) })

export const agreeForm = z.object({ agreed: z.literal('yes', { error: 'Tick the box to sign. If you cannot, write to us.' }) })

/** What organisers do to a judge with one press; `recusal` is the one to lift. */
export const judgeActForm = z.object({ intent: z.enum(['invite-again', 'let-back'], oneButton), recusal: z.union([choose(''), z.literal('')], oneButton) })

export const setAsideForm = z.object({ entry: choose('Choose an entry.'), reason: why })

export const endingForm = z.object({ as: z.enum(['left', 'void'], { error: 'Choose what becomes of their scores.' }), reason: why })

export const panelForm = z.object({ intent: z.enum(['join', 'leave', 'chair'], oneButton), judge: choose('Choose a judge.') })

export function assignForm(quorum: number) {
  return z.object({ wanted: wantedField(quorum), hash: z.string().max(64, 'This page was sent without what it belongs to. Open it again, then decide.') })
}

/** Judges for each entry: the quorum at least. */
export function wantedField(quorum: number) {
  const sentence = `Write a whole number from ${quorum} to 50.`
  return z.coerce.number(sentence).int(sentence).min(quorum, sentence).max(50, sentence)
}

/** The judges that the page named. */
export const remindForm = z.object({ judge: z.array(z.string()).min(1, 'Choose at least one judge.') })

/** What a judge may belong to, in the order of the page. */
export const tieFields: { name: TieKind; label: string; hint: string }[] = [
  { name: 'employer', label: 'Where you work now, also as a volunteer or a trustee', hint: 'One on each line.' },
  { name: 'past-employer', label: 'Where you worked in the last five years', hint: 'One on each line.' },
  { name: 'sponsor', label: 'Sponsors of these awards that you have a part in', hint: 'One on each line.' },
]

const noneOrEmpty = z.enum(['', 'yes'], { error: 'Tick the box or leave it.' })
const list = z.string().max(2000, 'Use 2000 characters or fewer.')
export const tiesForm = z
  .object({ employer: list, 'past-employer': list, sponsor: list, none: noneOrEmpty })
  .superRefine((values, issues) => {
    const some = tiesIn(values).length > 0
    if (!some && values.none !== 'yes') issues.addIssue({ code: 'custom', path: ['employer'], message: 'Write at least one organisation, or tick that there is none.' })
    if (some && values.none === 'yes') issues.addIssue({ code: 'custom', path: ['none'], message: 'You wrote an organisation above: take it out, or take out the tick.' })
  })

/** A tie for each line that says something. */
export function tiesIn(values: Record<TieKind, string>): Tie[] {
  return tieFields.flatMap(({ name: kind }) => values[kind].split('\n').map((one) => one.trim().slice(0, 200)).filter(Boolean).map((name) => ({ kind, name })))
}

export const finalistsForm = z
  .object({ entry: z.array(z.string()), none: noneOrEmpty })
  .superRefine(({ entry, none }, issues) => {
    if (entry.length === 0 && none !== 'yes') issues.addIssue({ code: 'custom', path: ['entry'], message: 'Tick those you have a tie with, or that there is none.' })
    if (entry.length > 0 && none === 'yes') issues.addIssue({ code: 'custom', path: ['none'], message: 'You ticked somebody above: take out one or the other.' })
  })
