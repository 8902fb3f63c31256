import { expect, test } from 'vitest'
import { awardField, awardsIn, choicesOf, citationField, decisionForm, whyField } from '#app/features/moderation/forms.ts'
import { mayDecide, maySeal, phaseOf } from '#app/features/moderation/policy.ts'
import { parseForm } from '#app/platform/form.server.ts'
import { categoryStates } from '#db/vocabulary.ts'

const ids = ['a', 'b', 'c', 'd']
const values = (choices: Record<string, string>) => Object.fromEntries(ids.flatMap((id) => [[awardField(id), choices[id] ?? ''], [whyField(id), ''], [citationField(id), `of ${id}`]]))

test('winners come first, then highly commended, each in the order of the scores; reserves in their own', () => {
  const awards = awardsIn(ids, values({ a: 'reserve-2', b: 'highly-commended', c: 'reserve-1', d: 'winner' }))
  expect(awards.map(({ entryId, kind }) => [entryId, kind])).toEqual([['d', 'winner'], ['b', 'highly-commended'], ['c', 'reserve'], ['a', 'reserve']])
  expect(Object.fromEntries(choicesOf(awards))).toEqual({ a: 'reserve-2', b: 'highly-commended', c: 'reserve-1', d: 'winner' })
})

test('the form takes these fields and no others', () => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...values({ a: 'winner' }), seen: '0', reason: '' })) form.set(name, value)
  expect(parseForm(form, decisionForm(ids)).ok).toBe(true)
  form.set(awardField('a'), 'emperor')
  expect(parseForm(form, decisionForm(ids))).toMatchObject({ ok: false, errors: { [awardField('a')]: 'Choose one.' } })
  form.set(awardField('z'), 'winner')
  expect(parseForm(form, decisionForm(ids))).toMatchObject({ errors: { form: expect.stringContaining('did not ask for') } })
})

test('where a category is, and what may be done to its decision', () => {
  const at = (state: (typeof categoryStates)[number], seals: number, number?: number) => ({ state, seals, decision: number ? { number } : undefined })
  const table = [
    [at('open', 0), 'before', false, false], [at('shortlisted', 0), 'before', false, false], [at('judging', 0), 'judging', false, false],
    [at('moderating', 0), 'deciding', true, false], [at('moderating', 0, 1), 'deciding', true, false], [at('settled', 0, 1), 'settled', false, true],
    [at('sealed', 1, 1), 'sealed', false, false], [at('sealed', 1, 2), 'amending', true, true], [at('revealed', 2, 3), 'amending', true, true],
    [at('revealed', 1, 1), 'sealed', false, false], [at('no-award', 0, 1), 'no-award', false, false],
  ] as const
  expect(table.map(([facts]) => [phaseOf(facts), mayDecide(facts), maySeal(facts)])).toEqual(table.map(([, ...said]) => said))
  expect(mayDecide({ ...at('sealed', 1, 2), proposal: {} })).toBe(false)
})
