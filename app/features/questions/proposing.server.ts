import { data } from '@remix-run/node'
import type { Edition } from '#app/domain/edition.ts'
import { questionFreedom, type QuestionChange, type QuestionText } from '#app/domain/question-rules.ts'
import { refusalOf } from '#app/domain/refusals.ts'
import { getAsked } from '#app/features/nominations/queries.server.ts'
import { questionStep } from '#app/features/nominations/journey.ts'
import { viewOf, type StepView } from '#app/features/nominations/step-view.ts'
import { allAsked, newKey } from '#app/features/questions/asked.ts'
import { changeQuestions, mayChangeQuestions } from '#app/features/questions/commands.server.ts'
import { questionForm, textOf } from '#app/features/questions/forms.ts'
import { countTouched } from '#app/features/questions/queries.server.ts'
import { effectsOf, listPartChanges, type PartChange } from '#app/features/questions/words.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { readForm, type FieldErrors, type FieldValues } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'

type TextChange = Exclude<QuestionChange, { act: 'remove' }>

/** A change before it is made: the question as nominators will see it, what is different, and what that does. */
export interface Look {
  view: StepView
  changes: PartChange[]
  effects: string[]
}

/** The page of a question after its form was sent. */
export interface Again {
  /** only where something is wrong: the page's title then says so */
  errors?: FieldErrors
  values: FieldValues
  look?: Look
}
const again = (value: Again, status = 200) => data(value, status)

/**
 * What sending the form of a question comes to: it is shown again, or what it would do is, or that is done. Once nominations
 * are open, the look at it is where the reason is asked for, so nobody saves without having had it.
 */
export async function proposeOrSave(ctx: Ctx, edition: Edition, request: Request, changeWith: (text: QuestionText) => TextChange): Promise<ReturnType<typeof seeOther> | ReturnType<typeof again>> {
  const form = await readForm(request, questionForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { values, value: { intent, version, reason } } = form
  if (intent === 'edit') return again({ values })
  const change = changeWith(textOf(form.value))
  const may = await mayChangeQuestions(ctx, edition, change, reason)
  if (!may.ok && may.code !== 'reason-needed') return refusedForm(may, values)
  if (intent === 'look') return again({ values, look: await lookAt(ctx, edition, change) })
  if (!may.ok) return again({ errors: { reason: refusalOf(may.code).sentence(may.facts) }, values, look: await lookAt(ctx, edition, change) }, 422)
  const saved = await changeQuestions(ctx, { id: edition.id, version }, change, reason)
  return saved.ok ? seeOther(`/organise/${edition.slug}/questions?done=${change.act}`) : refusedForm(saved, values)
}

async function lookAt(ctx: Ctx, edition: Edition, change: TextChange): Promise<Look> {
  const asked = await getAsked(ctx, edition)
  const { id, key, categoryId } = change.act === 'add' ? { id: '', key: newKey(allAsked(asked)), categoryId: change.categoryId } : change.question
  const category = asked.categories.find((one) => one.id === categoryId)
  return {
    view: viewOf(questionStep({ ...change.text, id, key }, category), asked, { categories: [], story: {} }),
    changes: change.act === 'add' ? [] : listPartChanges(change.question, change.text),
    effects: effectsOf(change, questionFreedom(edition), await countTouched(ctx, edition, change)),
  }
}
