import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answersSchema, chosenCategories, listSteps, relationshipsFor, relationshipsOf, stepAfter, stepBefore, valuesOf, withStep, type Answers, type Step,
} from '#app/features/nominations/journey.ts'
import { nomineeKinds } from '#db/vocabulary.ts'
import { makeSettings } from '#tests/factories/index.ts'
import { asked, complete } from '#tests/unit/features/nominations/asked.ts'

const nothing = answersSchema.parse({})
const slugsFor = (...categories: string[]) => listSteps(asked, { ...nothing, categories }).map((step) => step.slug)
const everyStep = listSteps(asked, { ...nothing, categories: asked.categories.map((one) => one.id) })

describe('the pages', () => {
  test.each([
    [[], []],
    [['c-home-care'], ['noticed']],
    [['c-care-team'], []],
    [['c-community', 'c-home-care'], ['noticed', 'before', 'after']],
    [['c-gone'], []],
  ])('for the awards %j ask %j between the story and the nominator', (categories, own) => {
    expect(slugsFor(...categories)).toEqual(['who', 'work', 'category', 'sentence', 'difference', ...own, 'know', 'you'])
  })

  test('stand under the headings of the check', () => {
    expect(everyStep.map((step) => step.section)).toEqual([
      'Who you are nominating', 'Who you are nominating', 'The category', 'Their story', 'Their story', 'Home Care', 'Community', 'Community',
      'You and them', 'About you',
    ])
  })

  test('follow one another', () => {
    const pairs = everyStep.map(({ slug }) => [stepBefore(everyStep, slug)?.slug, stepAfter(everyStep, slug)?.slug])
    const slugs = everyStep.map((step) => step.slug)
    expect(pairs).toEqual(slugs.map((_, index) => [slugs[index - 1], slugs[index + 1]]))
  })
})

test('awards are named in the order of the programme, and none that is not in it', () => {
  const chosen = chosenCategories(asked, { ...nothing, categories: ['c-community', 'c-gone', 'c-home-care'] })
  expect(chosen.map((one) => one.name)).toEqual(['Home Care', 'Community'])
})

test('"It is me" is offered where people may nominate themselves, and the list is made once for the same settings', () => {
  const [without, having] = [makeSettings({ selfNomination: false }), makeSettings({ selfNomination: true })]
  expect([relationshipsOf({ settings: without }), relationshipsOf({ settings: having })]).toEqual([['colleague'], ['colleague', 'It is me']])
  expect(relationshipsOf({ settings: having })).toBe(relationshipsOf({ settings: having }))
})

test('"It is me" is not offered for a team or a service', () => {
  const open = { ...asked, relationships: relationshipsOf({ settings: makeSettings({ selfNomination: true }) }) }
  expect([undefined, ...nomineeKinds].map((kind) => relationshipsFor(open, kind).includes('It is me'))).toEqual([true, true, false, false])
  expect(relationshipsFor(open, 'team')).toBe(relationshipsFor(open, 'service'))
})

/** As a form lets it through: cleaned, and something where something is needed. */
const line = fc.string({ minLength: 1, maxLength: 12 })
const relationship = fc.oneof(fc.constantFrom(...asked.relationships), line)
const answersOf: fc.Arbitrary<Answers> = fc.record({
  kind: fc.constantFrom(...nomineeKinds), name: line, job: fc.string(), employer: line, reach: fc.string(),
  categories: fc.subarray(asked.categories.map((one) => one.id)),
  story: fc.dictionary(fc.constantFrom('q-sentence', 'q-difference', 'q-noticed', 'q-before', 'q-after', 'q-of-another-award'), line),
  relationship, shareName: fc.constantFrom('yes', 'no'), nominatorName: line, nominatorEmail: fc.string(), nominatorPhone: fc.string(),
}).map((answers) => (answers.kind === 'person' ? answers : { ...answers, job: '' }))
const stepOf: fc.Arbitrary<Step> = fc.constantFrom(...everyStep)
const holding = (step: Step, answers: Answers) => valuesOf(step, asked, answers)
const put = (step: Step, answers: Answers, from: Answers) => withStep(step, asked, answers, holding(step, from))

describe('what is kept and the fields of a page', () => {
  test('are the same thing: putting back what a page shows changes no page', () => {
    fc.assert(fc.property(answersOf, stepOf, (answers, step) => {
      const back = put(step, answers, answers)
      expect(everyStep.map((one) => holding(one, back))).toEqual(everyStep.map((one) => holding(one, answers)))
      if (!step.question) expect(back).toEqual(answers)
    }))
  })

  test('a page shows what was put on it, and the others what they showed before', () => {
    fc.assert(fc.property(answersOf, answersOf, stepOf, (answers, typed, step) => {
      const after = put(step, answers, typed)
      const before = step.slug === 'who' && typed.kind !== 'person' ? { ...answers, job: '' } : answers // only a person has a job
      for (const one of everyStep) expect(holding(one, after)).toEqual(holding(one, one === step ? typed : before))
    }))
  })

  test('two pages may be put in either order', () => {
    fc.assert(fc.property(answersOf, answersOf, stepOf, stepOf, (answers, typed, one, other) => {
      fc.pre(one !== other)
      expect(put(one, put(other, answers, typed), typed)).toEqual(put(other, put(one, answers, typed), typed))
    }))
  })

  test('what is kept can be kept as JSON and read again', () => {
    fc.assert(fc.property(answersOf, (answers) => {
      expect(answersSchema.parse(JSON.parse(JSON.stringify(answers)))).toEqual(answers)
    }))
  })

  test('an empty draft shows empty fields', () => {
    expect(everyStep.map((step) => holding(step, nothing))).toEqual([
      { kind: '', name: '' }, { job: '', employer: '', reach: '' }, { category: [] }, ...Array<unknown>(5).fill({ answer: '' }),
      { relationship: '', otherRelationship: '', shareName: '' }, { nominatorName: '', nominatorEmail: '', nominatorPhone: '' },
    ])
  })
})

describe('some pages say it in other words than we keep', () => {
  const step = (slug: string) => everyStep.find((one) => one.slug === slug) ?? everyStep[0]!

  test('another way of knowing them is kept as it was typed', () => {
    const typed = { relationship: 'other', otherRelationship: 'Neighbour', shareName: 'no' }
    const after = withStep(step('know'), asked, complete, typed)
    expect([after, holding(step('know'), after)]).toEqual([{ ...complete, relationship: 'Neighbour', shareName: 'no' }, typed])
  })

  test('what was typed beside a way that was offered is let go', () => {
    const after = withStep(step('know'), asked, complete, { relationship: 'They support me', otherRelationship: 'Neighbour', shareName: 'no' })
    expect(after).toEqual({ ...complete, relationship: 'They support me', shareName: 'no' })
  })

  test('what is not right yet is kept too, but for choices that are none', () => {
    const pages = { who: { kind: '', name: '–' }, category: { category: ['no-such', 'community'] }, know: { relationship: '', otherRelationship: 'Neighbour', shareName: '' }, you: { nominatorName: '', nominatorEmail: 'nell', nominatorPhone: '12' } }
    const after = Object.entries(pages).reduce((answers, [slug, values]) => withStep(step(slug), asked, answers, values), complete)
    expect(Object.keys(pages).map((slug) => holding(step(slug), after))).toEqual([
      pages.who, { category: ['community'] }, { relationship: 'other', otherRelationship: 'Neighbour', shareName: '' }, pages.you,
    ])
    expect(answersSchema.parse(JSON.parse(JSON.stringify(after)))).toEqual(after)
  })

  test('the job goes when it is a team or a service after all', () => {
    const who = (kind: string) => withStep(step('who'), asked, complete, { kind, name: 'Night team' }).job
    expect([who('person'), who('team'), who('service'), who('')]).toEqual(['Cook', '', '', 'Cook'])
  })

  test('an award given up keeps what was written for it, should it be chosen again', () => {
    const after = withStep(step('category'), asked, complete, { category: ['community', 'care-team', 'community'] })
    expect(after).toEqual({ ...complete, categories: ['c-care-team', 'c-community'] })
  })
})
