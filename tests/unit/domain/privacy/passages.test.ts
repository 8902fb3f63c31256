import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readKnown, type Told } from '#app/domain/privacy/known.ts'
import { findPassages } from '#app/domain/privacy/passages.ts'
import { tellingSentences } from '#app/domain/privacy/sentences.ts'

const told: Told = { nominee: 'Samantha “Sam” Trelawny', employer: 'Harbour Lights', nominator: 'Joyce Ellery', relationship: 'I work with them' }
const found = (text: string, own: Partial<Told> = {}) => findPassages(text, readKnown({ ...told, ...own })).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`)

describe('each kind', () => {
  test.each([
    ['Mrs Carter in room 12', ['name: Mrs Carter', 'address: room 12']],
    ['Mr. J. Smith and Ms O’Neill-Baker', ['name: Mr. J. Smith', 'name: Ms O’Neill-Baker']],
    ['her husband Tom, who has early-onset Alzheimer’s', ['name: Tom', 'health: early-onset Alzheimer']],
    ['my nan doris fell', ['name: doris']],
    ['a resident called Zdenka', ['name: Zdenka']],
    ['Rosalind Pascoe (that’s Mum) laughed', ['name: Rosalind Pascoe']],
    ['It was Łucja’s room', ['name: Łucja']],
    ['at Flat 3, Bracewyn House', ['address: Flat 3, Bracewyn House']],
    ['22 Carrackmoor Terrace, PL4 7QZ', ['address: 22 Carrackmoor Terrace', 'address: PL4 7QZ']],
    ['in room eleven', ['address: room eleven']],
    ['Ring 01632 960 682 or write to a.b@example.org', ['contact: 01632 960 682', 'contact: a.b@example.org']],
    ['His NHS number is 943 476 5919', ['identity: 943 476 5919']],
    ['DOB 4/3/1931', ['identity: 4/3/1931']],
    ['A gentleman with MS', ['health: MS']],
  ])('%s', (text, wanted) => {
    expect(found(text)).toEqual(wanted)
  })
})

test.each([
  'Samantha, Sam, Sammy or Mrs Trelawny', 'Joyce nominated her', 'Our manager Sue, and Bea from the office', 'Sister Bernadette and Dr Patel', 'the dog, Bella',
  'They sang Vera Lynn on Florence Road in May', 'May I say so? Will she win? Mark my words.', 'people with dementia, and dementia care', 'I have diabetes and my MS is mild',
  'room for two, 12 close friends, 3 days in bed', 'in bed 3 days a week', 'He is 97', '943 476 5918', 'Mrs P and Mr T',
])('is left alone: %s', (text) => {
  expect(found(text)).toEqual([])
})

describe('whose name the nominator’s is', () => {
  const text = '“What do you think, Mrs Ellery?” she asked.'
  test.each([
    ['I work with them', []], ['I manage them', []], ['', []], ['They support me', ['name: Mrs Ellery']],
    ['I am a relative or friend of someone they support', ['name: Mrs Ellery']], ['Sister-in-law', ['name: Mrs Ellery']],
  ])('%s', (relationship, wanted) => {
    expect(found(text, { relationship })).toEqual(wanted)
  })
})

test('a name that is nearly the nominee’s is somebody else’s when it is short, a slip when it is long', () => {
  expect(found('Mrs Carter knew Aleksandrowna.', { nominee: 'Sam Carer Alexandrowna' })).toEqual(['name: Mrs Carter'])
})

test('what one who is supported says of themselves is theirs to say', () => {
  expect(found('Since the stroke she has helped me to walk.', { relationship: 'They support me' })).toEqual([])
})

test('passages lie in the text, in order, and none on another', () => {
  const words = fc.constantFrom('Mrs', 'Carter', 'room', '12', 'Jean', 'dementia', 'her', 'MS', '.', '“', '’s', '-', '\n', '01752 555012', 'the', '😊', '\u0301', 'flat', 'B', 'lives', 'in', 'Aa', 'Road')
  fc.assert(fc.property(fc.array(words).map((all) => all.join(' ')), (text) => {
    const passages = findPassages(text, readKnown(told))
    let end = 0
    for (const { from, to } of passages) {
      expect(from).toBeGreaterThanOrEqual(end)
      expect(to).toBeGreaterThan(from)
      end = to
    }
    expect(end).toBeLessThanOrEqual(text.length)
    const shown = tellingSentences(text, passages)
    expect(shown.flatMap((one) => one.found)).toEqual(passages.map(({ kind, from, to }) => ({ kind, words: text.slice(from, to) })))
  }))
})

test('is shown in its sentence, with the quotation mark that opens it and without the next one', () => {
  const text = 'She came at six. “Mr. Lobb,” she said, “you go home.” “I will.” Mrs Carter slept.'
  const shown = tellingSentences(text, findPassages(text, readKnown(told)))
  expect(shown.map(({ pieces }) => pieces.map(({ words, inSpan }) => (inSpan ? `<${words}>` : words)).join(''))).toEqual(['“<Mr. Lobb>,” she said, “you go home.”', '<Mrs Carter> slept.'])
})
