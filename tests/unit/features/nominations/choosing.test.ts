import { expect, test } from 'vitest'
import type { Choosing } from '#app/domain/choosing.ts'
import { readChoosing } from '#app/features/nominations/choosing.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { asked } from '#tests/unit/features/nominations/asked.ts'

const choosing: Choosing = [{ key: 'work', question: 'What do they do?', answers: [{ key: 'home', label: 'They go to people’s homes' }], otherwise: 'Something else' }]
const categories = asked.categories.map((one) => (one.slug === 'home-care' ? { ...one, fits: { work: ['home'] } } : one))
const read = (query: string, questions = choosing) => readChoosing(questions, categories, new URLSearchParams(query))
const slugs = (query: string) => read(query).suggested.map(({ slug }) => slug)

test('first who it is, then what makes a difference, then what it leads to; the address holds all of it', () => {
  expect(read('')).toMatchObject({ title: 'Who would you like to nominate?', kept: [], back: undefined, question: { name: 'kind', options: [{ value: 'person' }, { value: 'team' }, { value: 'service' }] } })
  expect(read('kind=person')).toMatchObject({ title: 'What do they do?', kept: [['kind', 'person']], back: '', question: { name: 'work', options: [{ value: 'home' }, { value: 'otherwise', label: 'Something else' }] } })
  expect(read('kind=person&work=home')).toMatchObject({
    title: 'One of these two may fit, or both', question: undefined, back: 'kind=person', kind: 'person', others: [],
    suggested: [{ slug: 'home-care', because: ['They go to people’s homes'] }, { slug: 'community', because: [] }],
  })
  expect([slugs('kind=person&work=otherwise'), slugs('kind=team')]).toEqual([['community'], ['care-team', 'community']])
  expect(read('kind=person&work=otherwise').title).toBe('Community seems to fit')
})

test('where nothing fits, all that there are for such a nominee', () => {
  const picky = asked.categories.map((one) => ({ ...one, fits: { work: ['home'] } }))
  const page = readChoosing(choosing, picky, new URLSearchParams('kind=person&work=otherwise'))
  expect([page.title, page.suggested, page.others.map(({ slug }) => slug)]).toEqual(['Any of these may fit', [], ['home-care', 'community']])
})

test('an edition without questions of its own asks who it is and no more', () => {
  expect(read('kind=service', []).question).toBeUndefined()
})

test('sent without an answer, a question comes back with a sentence; an answer that is none counts as none', () => {
  expect([read('asked=kind').error, read('kind=animal&asked=kind').error, read('').error, read('kind=person&asked=kind').error]).toEqual(['Choose one of these.', 'Choose one of these.', undefined, undefined])
})

test('for a draft, its id goes along, and one page back from the first is the draft', () => {
  const id = newId()
  expect(read(`draft=${id}&kind=person&change`)).toMatchObject({ draft: id, changing: true, kept: [['kind', 'person'], ['draft', id], ['change', '']] })
  expect(read('draft=../../organise')).toMatchObject({ draft: undefined, kept: [] })
})
