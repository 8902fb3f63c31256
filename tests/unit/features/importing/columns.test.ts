import { describe, expect, test } from 'vitest'
import { columnLetters, fieldsFor, guessColumns, listUnmatched, nameHeaders } from '#app/features/importing/columns.server.ts'
import { formsHeaders } from '#app/features/nominations/forms-export.server.ts'
import type { Asked } from '#app/features/nominations/journey.ts'

const question = (key: string, label: string) => ({ id: key, key, label, hint: '', leastWords: 0, wordLimit: 100, optional: false })
const asked: Asked = { categories: [], relationships: [], attachments: false, story: [question('sentence', 'Why them?'), question('warmth', 'How are they kind?')] }
const headers = [...Object.values(formsHeaders), 'How are they KIND']

describe('which column holds what', () => {
  test('is known of an export of ours, and by the words of the question', () => {
    const { sentence, ...found } = guessColumns(headers, asked, {}) as Record<string, string> & { sentence?: string }
    expect(sentence).toBeUndefined()
    expect(found).toMatchObject({ submission: 'ID', name: 'Who are you nominating?', nominatorEmail: 'Email', 'answer-sentence': 'In one sentence, who and why?', 'answer-warmth': 'How are they KIND' })
    expect(Object.keys(found)).toEqual(fieldsFor(asked).map(({ key }) => key))
  })

  test('is remembered, where the file has that column', () => {
    expect(guessColumns(['Whom', 'Name'], asked, { name: 'Whom', category: 'gone' })).toMatchObject({ name: 'Whom', nominatorName: 'Name', category: '' })
  })

  test('what is needed and in no column is said', () => {
    expect(listUnmatched(guessColumns(['Who are you nominating?'], asked, {}), asked).map(({ key }) => key)).toEqual(['kind', 'category'])
  })
})

test('two columns of one name are told apart', () => {
  expect(nameHeaders(['Name', 'Name', '', 'Name'])).toEqual(['Name', 'Name (2)', '', 'Name (3)'])
})

test('columns have letters', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})
