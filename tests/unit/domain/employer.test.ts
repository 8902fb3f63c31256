import { describe, expect, test } from 'vitest'
import { employerIn, employerKey, lettersOf } from '#app/domain/employer.ts'

describe('one employer, one key', () => {
  test.each([
    ['hallowtree', ['Hallowtree Nursing Home', 'hallowtree', 'The Hallowtree NH', 'HALLOWTREE  CARE HOME LTD.']],
    ['obriens', ["O’Brien's", 'OBriens Care']],
    ['lowen hart', ['Lowen Hart Care', 'Lowen-Hart']],
    ['gorsebank autism', ['Gorsebank Autism Support', 'Gorsebank (Autism)']],
    ['home', ['Home Care', 'The Home']],
    ['', ['', '  ', '—']],
  ])('%s', (key, spellings) => {

    expect([...new Set(spellings.map(employerKey))]).toEqual([key])
  })

  test('two employers keep two keys', () => {
    expect(employerKey('Marlpit Grange')).not.toBe(employerKey('Marlpit House Grange'))
  })
})

test.each([['Not sure.', ''], ['I don’t know', ''], ['', ''], ['Harbour House', 'Harbour House']])('%j says that they work at %j', (written, employer) => expect(employerIn(written)).toBe(employer))

test('letters are plain, and nothing else is left', () => {
  expect(lettersOf('Łukasz  Wiśniewski & Søn (“Nguyễn”)\n')).toBe('lukasz wisniewski and son nguyen')
})
