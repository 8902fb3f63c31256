import { expect, test } from 'vitest'
import { answersFrom } from '#app/features/importing/rows.server.ts'
import { asked } from '#tests/unit/features/nominations/asked.ts'

test('a file has one column for a category’s own question, and it answers the first', () => {
  const columns = { category: 'Award', own: 'Their question' }
  const story = (award: string) => answersFrom({ Award: award, 'Their question': 'The bus came.' }, columns, asked).story
  expect(story('Community')).toMatchObject({ 'q-before': 'The bus came.' })
  expect(story('Community')).not.toHaveProperty('q-after')
  expect(story('Care Team')).not.toHaveProperty('q-before')
})
