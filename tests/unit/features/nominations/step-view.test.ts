import { describe, expect, test } from 'vitest'
import { listSteps, type Answers } from '#app/features/nominations/journey.ts'
import { stepTitle, viewOf } from '#app/features/nominations/step-view.ts'
import { asked, complete } from '#tests/unit/features/nominations/asked.ts'

const view = (slug: string, answers: Answers = complete) => {
  const step = listSteps(asked, answers).find((one) => one.slug === slug)
  if (!step) throw new Error(`no page ${slug}`)
  return viewOf(step, asked, answers)
}

test('each page asks its question, by name once we know it', () => {
  const titles = (name: string) => listSteps(asked, complete).map((step) => stepTitle(step, name))
  expect(titles('Sam')).toEqual([
    'Who are you nominating?', 'Where does Sam work?', 'Which category is it for?', 'About sentence?', 'About difference?', 'About noticed?', 'How do you know Sam?',
    'How can we reach you?',
  ])
  expect(titles('').filter((title) => !titles('Sam').includes(title))).toEqual(['Where does your nominee work?', 'How do you know them?'])
})

test('a question brings its hint and its limit', () => {
  expect(view('difference')).toMatchObject({ fields: 'question', section: 'Their story', hint: 'Hint for difference', wordLimit: 200, options: [] })
})

describe('the awards offered', () => {
  test.each([
    ['person', ['home-care', 'community']], ['team', ['care-team', 'community']], ['service', ['care-team', 'community']], [undefined, ['home-care', 'community']],
  ] as const)('for %s are those it can win', (kind, slugs) => {
    expect(view('category', { ...complete, kind }).options.map((one) => one.value)).toEqual(slugs)
  })

  test('say whom they are for', () => {
    expect(view('category').options[0]).toEqual({ value: 'home-care', label: 'Home Care', hint: 'Who Home Care is for' })
  })
})

test('the ways of knowing them end with another', () => {
  expect(view('know').options).toEqual([
    { value: 'They support me', label: 'They support me' }, { value: 'I work with them', label: 'I work with them' }, { value: 'other', label: 'In another way' },
  ])
})

test('a page knows who is nominated, and nothing of the nominator', () => {
  expect(view('work')).toMatchObject({ nomineeName: 'Sam Carer', nomineeKind: 'person' })
  expect(listSteps(asked, complete).filter((step) => /Nell|nell@/.test(JSON.stringify(viewOf(step, asked, complete))))).toEqual([])
})
