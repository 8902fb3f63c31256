import { expect, test } from 'vitest'
import type { AskedQuestion, QuestionChange } from '#app/domain/question-rules.ts'
import { newKey } from '#app/features/questions/asked.ts'
import { parseForm } from '#app/platform/form.server.ts'
import { questionForm, valuesOf } from '#app/features/questions/forms.ts'
import { changeFacts, effectsOf, listPartChanges } from '#app/features/questions/words.ts'

const text = { label: 'Why?', hint: 'Say it.', leastWords: 0, wordLimit: 100, optional: false }
const question: AskedQuestion = { ...text, id: 'q', key: 'why', categoryId: null }
const change: QuestionChange = { act: 'change', question, text: { ...text, label: 'What for?' } }

test('a change says whom it touches', () => {
  expect(effectsOf(change, 'reason', { sent: 150, written: 143, drafts: 12 })).toEqual([
    '143 nominations have answered this question. Those already sent are not asked again, and what they say stays.',
    'Judges read those answers under the new wording. The old one stays in the audit trail.',
    '12 drafts are being written. Their writers find the question as it is now, with whatever they have written in it.',
    'Paper forms that were printed before ask it as it was. Print new ones.',
    'It shows on the form and on the public pages at once. It writes to nobody.',
  ])
})

test('nobody is counted who is not there', () => {
  expect(effectsOf({ ...change, text }, 'reason', { sent: 0, written: 0, drafts: 0 })).toEqual([
    'No nomination has answered this question yet.', 'Paper forms that were printed before ask it as it was. Print new ones.',
    'It shows on the form and on the public pages at once. It writes to nobody.',
  ])
  expect(effectsOf({ act: 'add', categoryId: null, text }, 'reason', { sent: 1, written: 0, drafts: 1 }).slice(0, 2)).toEqual([
    '1 nomination has been sent. They are not asked this: whoever changes theirs finds it, and may leave it empty.',
    '1 draft is being written. Their writers come upon this question before they send.',
  ])
  expect(effectsOf({ act: 'remove', question }, 'free', { sent: 0, written: 0, drafts: 2 })).toEqual([
    'Nominations are not open, so nobody has answered. It will not be asked.', '2 drafts are being written. Whatever they say to this question is not sent.',
  ])
})

test('what is different, for people and for the trail', () => {
  const after = { label: 'What for?', hint: '', leastWords: 5, wordLimit: 120, optional: true }
  expect(listPartChanges(text, after)).toEqual([
    { part: 'label', was: '“Why?”', is: '“What for?”' }, { part: 'hint', was: 'Say it.', is: 'none' }, { part: 'leastWords', was: '0', is: '5' },
    { part: 'wordLimit', was: '100', is: '120' }, { part: 'optional', was: 'no', is: 'yes' },
  ])
  expect(changeFacts(question, after)).toEqual(['label: “Why?” → “What for?”', 'hint', 'leastWords: 0 → 5', 'wordLimit: 100 → 120', 'optional: no → yes'])
})

test('a new question has a name of its own', () => {
  const asked = (...keys: string[]) => ({ categories: [], questions: keys.map((key) => ({ ...question, key })) })
  expect([newKey(asked()), newKey(asked('who-helped')), newKey(asked('question-2')), newKey(asked('question-3', 'question-4'))]).toEqual(['question-1', 'question-2', 'question-3', 'question-5'])
})

test.each<[Record<string, string>, string[]]>([
  [{}, []],
  [{ leastWords: '100' }, []],
  [{ leastWords: '101' }, ['leastWords']],
  [{ wordLimit: '9' }, ['wordLimit']],
  [{ wordLimit: '1001' }, ['wordLimit']],
  [{ wordLimit: 'many', leastWords: '-1' }, ['leastWords', 'wordLimit']],
  [{ label: '' }, ['label']],
  [{ label: 'two\nlines' }, ['label']],
  [{ answer: 'perhaps' }, ['answer']],
  [{ intent: 'remove' }, ['intent']],
])('the form with %j is wrong at %j', (own, wrong) => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ version: '1', intent: 'save', ...valuesOf(text), ...own })) form.set(name, value)
  const read = parseForm(form, questionForm)
  expect(read.ok ? [] : Object.keys(read.errors)).toEqual(wrong)
})
