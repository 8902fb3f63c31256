import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { otherwise, questionsFor, suggest } from '#app/domain/choosing.ts'
import { choosingQuestions, templateCategories } from '#app/features/editions/template-categories.ts'
import { nomineeKinds, type NomineeKind } from '#db/vocabulary.ts'

const categories = templateCategories.map(({ fits = {}, ...one }) => ({ ...one, fits }))
const slugs = (kind: NomineeKind, work: string, standsOut: string) =>
  suggest(choosingQuestions, categories, kind, { work, 'stands-out': standsOut }).map(({ category }) => category.slug)

describe('the template’s questions', () => {
  const expected: [NomineeKind, work: string, standsOut: string, to: string[]][] = [
    ['person', 'home', otherwise, ['home-care-worker']],
    ['person', 'home', 'new', ['newcomer', 'home-care-worker']],
    ['person', 'nurse', 'learning', ['apprentice-or-learner', 'social-care-nurse']],
    ['person', 'lead', 'years', ['lifetime-contribution', 'registered-manager-leader']],
    ['person', 'unpaid', 'new', ['unpaid-carer']],
    ['person', 'unpaid', 'years', ['unpaid-carer']],
    ['person', otherwise, 'idea', ['innovation-and-community']],
    ['person', otherwise, otherwise, []],
    ['team', 'home', otherwise, ['care-team']],
    ['team', 'behind', otherwise, ['behind-the-scenes', 'care-team']],
    ['team', 'learning-disability', 'idea', ['learning-disability-and-autism-support', 'innovation-and-community']],
    ['service', '', 'idea', ['innovation-and-community', 'care-team']],
    ['service', '', otherwise, ['care-team']],
  ]
  test.each(expected)('%s, %s, %s leads to %s', (kind, work, standsOut, to) => expect(slugs(kind, work, standsOut)).toEqual(to))

  test('lead to every category in some way', () => {
    const answers = (key: string) => [otherwise, ...(choosingQuestions.find((one) => one.key === key)?.answers.map((one) => one.key) ?? [])]
    const reached = nomineeKinds.flatMap((kind) => answers('work').flatMap((work) => answers('stands-out').flatMap((standsOut) => slugs(kind, work, standsOut))))
    expect(new Set(reached)).toEqual(new Set(categories.map(({ slug }) => slug)))
  })

  test('ask only what makes a difference: of a service, not what it does; of an unpaid carer, not how new they are to care work', () => {
    const asked = (kind: NomineeKind) => questionsFor(choosingQuestions, categories, kind).map(({ key, answers }) => [key, answers.length])
    const after = (work: string) => questionsFor(choosingQuestions, categories, 'person', { work }).flatMap(({ key, answers }) => (key === 'work' ? [] : answers.map((one) => one.key)))
    expect([after('unpaid'), after('home')]).toEqual([['idea'], ['new', 'learning', 'idea', 'years']])
    expect([asked('person'), asked('team'), asked('service')]).toEqual([[['work', 7], ['stands-out', 4]], [['work', 2], ['stands-out', 1]], [['stands-out', 1]]])
  })

  test('a reason is an answer that the category names', () => {
    const [first, second] = suggest(choosingQuestions, categories, 'person', { work: 'home', 'stands-out': 'new' })
    expect([first?.because, second?.because]).toEqual([
      ['They support people in their own homes', 'They are new to care work, and already good at it'], ['They support people in their own homes'],
    ])
  })
})

test('whatever is answered, at most two are suggested, each for such a nominee and with the better grounded first', () => {
  const key = fc.constantFrom('a', 'b', 'c', otherwise)
  const category = fc.record({ kinds: fc.subarray([...nomineeKinds]), fits: fc.dictionary(fc.constantFrom('work', 'thanks'), fc.uniqueArray(key)) })
  const choosing = ['work', 'thanks'].map((one) => ({ key: one, question: one, answers: ['a', 'b', 'c'].map((answer) => ({ key: answer, label: answer })), otherwise: 'no' }))
  fc.assert(fc.property(fc.array(category), fc.constantFrom(...nomineeKinds), fc.record({ work: key, thanks: key }), (all, kind, answers) => {
    const found = suggest(choosing, all, kind, answers)
    expect(found.length).toBeLessThanOrEqual(2)
    for (const one of found) expect(one.category.kinds).toContain(kind)
    expect((found[0]?.because.length ?? 0) >= (found[1]?.because.length ?? 0)).toBe(true)
  }))
})
