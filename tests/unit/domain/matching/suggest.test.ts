import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listCandidates } from '#app/domain/matching/candidates.ts'
import { readProfile } from '#app/domain/matching/compare.ts'
import { readWorkplace } from '#app/domain/matching/employers.ts'
import { suggestPairs } from '#app/domain/matching/suggest.ts'
import { nomineeOf, readFormsExport } from '#app/features/nominations/forms-export.server.ts'
import type { NomineeKind } from '#db/vocabulary.ts'

type Said = [name: string, job: string, employer: string, reach?: string]

/** The pair's likelihood where they are suggested; who else is in the same year counts, as it says what "the Lodge" is. */
function suggested(one: Said, other: Said, { kind = 'person', others = [] }: { kind?: NomineeKind; others?: Said[] } = {}): number | undefined {
  const all = [one, other, ...others].map(([name, job, employer, reach = ''], index) => ({ id: String(index), kind, name, job, employer, reach }))
  return suggestPairs(all).find((pair) => pair.one === '0' && pair.other === '1')?.likelihood
}

const one: [why: string, Said, Said][] = [
  ['an apostrophe and a nickname', ['Margaret O’Connell', 'Care assistant', 'Beechwood Lodge'], ['Maggie OConnell', 'carer', 'Beechwood, Derriford']],
  ['what is cut off the front', ['Oluwatobiloba Ajayi', 'Carer', 'Plymbridge'], ['Tobi Ajayi', 'carer', 'Plymbridge']],
  ['what is cut off the end, and an initial', ['Temitope Bakare', 'Home carer', 'Tamarside Care Ltd'], ['Temi B', 'carer', 'Tamarside']],
  ['a title, and a slip of the pen', ['Priya Raghunathan', 'Nurse', 'Rowan House'], ['Dr Priya Ragunathan', 'nurse', 'rowan hse']],
  ['a description instead of a surname, and no employer', ['Jo from days at Rowan House', 'carer', ''], ['Joanne Pascoe', 'Care assistant', 'Rowan House']],
  ['the other way round, in another language', ['Kowalski Piotr', 'Support worker', 'Tamarside Care'], ['Peter Kowalski', 'carer', 'Tamar Side']],
  ['what they are called, in brackets', ['Mrs Trewin (Sue)', 'cook', 'Rowan House'], ['Susan Trewin', 'Chef', 'Rowan House']],
  ['the work in place of a surname', ['Big Dave the driver', 'drives the bus', 'Rowan House'], ['David Harris', 'Minibus driver', 'Rowan House']],
  ['letters after the name', ['Nurse Grace', 'nurse', 'St Aubyn Court'], ['Grace Mensah RGN', 'Registered nurse', 'St. Aubyns Court Nursing Home']],
  ['half of a double surname', ['Rachael Hill-Davies', 'Manager', 'Kestrel View'], ['Rach Davies', 'Registered manager', 'Kestrel View Care Home']],
  ['spelled as heard', ['Siobhan Murphy', 'carer', 'Kestrel View'], ['Shivaun Murphy', 'Care worker', 'the View']],
  ['accents and particles', ['João da Silva', 'Carer', 'Kestrel View'], ['Joao Silva', 'Carer', 'Kestrel view']],
  ['the employer’s initials', ['Rutendo Moyo', 'Support worker', 'Plymbridge Supported Living'], ['Ru Moyo', 'support worker', 'PSL']],
  ['family first, with a middle name', ['Nguyen Thi Lan', 'Carer', 'Rowan House'], ['Lan Nguyen', 'Care assistant', 'Rowan House']],
  ['run together', ['Mohammed Al-Hassan', 'Carer', 'Tamarside'], ['Mohamed Alhassan', 'carer', 'Tamarside']],
  ['the company beside the home', ['Kayleigh-Ann Bright', 'Carer', 'Anchor, Rowan House'], ['Kayleigh Bright', 'Carer', 'Rowan House']],
  ['the second given name', ['Vasile-Marian Popescu', 'Carer', 'Kestrel View'], ['Marian Popescu', 'Carer', 'Kestrel View']],
  ['a woman’s ending', ['Svetlana Kuznetsova', 'Laundry', 'Kestrel View'], ['Lana Kuznetsov', 'laundry lady', 'Kestrel View']],
  ['an unpaid carer, wherever they live', ['Margaret Spurling', 'Unpaid carer', 'Honicknowle'], ['Peggy Spurling', 'Cares for her husband', 'Plymouth']],
  ['the same address, another employer', ['Ewa Nowak', 'Carer', 'Kestrel View', 'ewa@example.org'], ['Eve Nowak', 'Carer', 'Rowan House', 'EWA@example.org']],
]
const two: [why: string, Said, Said][] = [
  ['namesakes at two employers', ['Sarah Jones', 'Registered nurse', 'Tamarside'], ['Sarah Jones', 'nurse', 'Beechwood Lodge']],
  ['a family at one employer', ['Karen Hill', 'Carer', 'Rowan House'], ['Kerry Hill', 'Carer', 'Rowan House']],
  ['names a letter apart', ['Mark Smith', 'Carer', 'Rowan House'], ['Mary Smith', 'Carer', 'Rowan House']],
  ['one name’s beginning is the other', ['Daniel Webb', 'Carer', 'Tamarside'], ['Danielle Webb', 'Carer', 'Tamarside']],
  ['surnames that begin alike', ['Tom Harris', 'Carer', 'Rowan House'], ['Thomas Harrison', 'Carer', 'Rowan House']],
  ['a first name, other work', ['Emma', 'cook', 'Plymbridge'], ['Emma Pike', 'Support worker', 'Plymbridge']],
  ['a first name, other surnames', ['Maria Santos', 'Carer', 'Beechwood Lodge'], ['Maria Silva', 'Carer', 'Beechwood Lodge']],
  ['unpaid carers of one first name in one place', ['Tony', 'looks after his mate', 'Stonehouse'], ['Tony Barrett', 'Carer for his wife', 'Stonehouse']],
  ['two short forms of one name, other work', ['Bill Crewe', 'Driver', 'Rowan House'], ['Will Crewe', 'Care assistant', 'Rowan House']],
]
describe('people', () => {
  test.each(one)('are one: %s', (_, a, b) => {
    expect(suggested(a, b)).toBeGreaterThanOrEqual(0.5)
  })
  test.each(two)('are two: %s', (_, a, b) => {
    expect(suggested(a, b)).toBeUndefined()
  })

  test('“the Lodge” is the only lodge there is', () => {
    const [a, b]: [Said, Said] = [['Liz', 'carer', 'The Lodge'], ['Elizabeth Tell', 'Carer', 'Merrow']]
    expect(suggested(a, b)).toBeUndefined()
    expect(suggested(a, b, { others: [['Ann', 'carer', 'Merrow Lodge']] })).toBeGreaterThan(0.8)
    expect(suggested(a, b, { others: [['Ann', 'carer', 'Merrow Lodge'], ['Bea', 'carer', 'Kestrel Lodge']] })).toBeUndefined()
  })

  test('who have only a third in common are suggested through the third, but not against it', () => {
    const [given, family]: [Said, Said] = [['Nurse Seun', 'nurse', 'Three Lamps'], ['Sister Adeyemi', 'Nurse', 'Three Lamps']]
    expect(suggested(given, family)).toBeUndefined()
    expect(suggested(given, family, { others: [['Oluwaseun Adeyemi', 'Nurse', 'Three Lamps']] })).toBeGreaterThan(0.5)
    const [emma, other]: [Said, Said] = [['Emma Pike', 'carer', 'Three Lamps'], ['Emma Rowe', 'carer', 'Three Lamps']]
    expect(suggested(emma, other, { others: [['Emma', 'carer', 'Three Lamps']] })).toBeUndefined()
  })
})

describe('teams and services', () => {
  const same: [Said, Said][] = [
    [['The kitchen team at Rowan House', '', 'Rowan House'], ['Rowan House catering', 'cooks', 'Rowan House']],
    [['Hope Café', '', 'Trinity Church'], ['the Hope cafe', 'dementia cafe', 'Trinity church hall']],
    [['Tamarside Reablement', '', 'Tamarside'], ['Reablement Team (Tamarside)', '', 'Tamarside Care Ltd']],
    [['All the staff at Kestrel View', '', 'Kestrel View'], ['Kestrel View Team', 'everyone', 'Kestrel View Care Home']],
  ]
  const different: [Said, Said][] = [
    [['Rowan House night team', '', 'Rowan House'], ['Rowan House day team', '', 'Rowan House']],
    [['Rowan House night team', '', 'Rowan House'], ['Kestrel View night team', '', 'Kestrel View']],
    [['Ward 3 team', '', 'Tamarside'], ['Ward 4 team', '', 'Tamarside']],
    [['Rowan House Team', '', 'Rowan House'], ['Rowan House laundry', '', 'Rowan House']],
  ]
  test.each(same)('are one: %s and %s', (a, b) => expect(suggested(a, b, { kind: 'team' })).toBeGreaterThanOrEqual(0.5))
  test.each(different)('are two: %s and %s', (a, b) => expect(suggested(a, b, { kind: 'team' })).toBeUndefined())

  test('a person is never a team', () => {
    const said = { name: 'Night team', job: '', employer: 'Rowan House', reach: 'nights@example.org' }
    expect(suggestPairs([{ id: '1', kind: 'person', ...said }, { id: '2', kind: 'team', ...said }])).toEqual([])
    expect(suggestPairs([{ id: '1', kind: 'service', ...said }, { id: '2', kind: 'team', ...said }])).toHaveLength(1)
  })
})

test('reasons are in words, and say what is alike', () => {
  const [pair] = suggestPairs([
    { id: '1', kind: 'person', name: 'Liz Tregellan', job: 'Night carer', employer: 'Merrivane Lodge', reach: '' },
    { id: '2', kind: 'person', name: 'Elizabeth Tregellen', job: 'Care assistant (nights)', employer: 'Merrivane Lodge', reach: '' },
  ])
  expect(pair).toEqual({
    one: '1', other: '2', likelihood: 0.99,
    reasons: ['same first name: Liz is Elizabeth', 'surname one letter apart: Tregellan and Tregellen', 'same employer: Merrivane Lodge', 'same kind of work: care', 'both work nights'],
  })
})

interface Truth {
  clusters: { nominee: string; rows: number[] }[]
  notSame: [number, number, string][]
}

describe('on the export of sample nominations', () => {
  const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../../fixtures', name), 'utf8')
  const truth = JSON.parse(fixture('nominations-truth.json')) as Truth
  const key = (a: number, b: number) => [a, b].sort((x, y) => x - y).join('-')
  const rows = readFormsExport(fixture('nominations-forms-export.csv'))
  const found = new Set(suggestPairs(rows.map((row) => ({ id: row.ID ?? '', ...nomineeOf(row), kind: nomineeOf(row).kind ?? 'person' }))).map(({ one, other }) => key(Number(one), Number(other))))
  const wanted = new Set(truth.clusters.flatMap(({ rows: of }) => of.flatMap((a, index) => of.slice(index + 1).map((b) => key(a, b)))))

  test('nine in ten suggestions are right, and more than nine in ten pairs are found', () => {
    const hits = [...found].filter((pair) => wanted.has(pair)).length
    const measured = { pairs: wanted.size, suggested: found.size, precision: hits / found.size, recall: hits / wanted.size }
    console.info(measured)
    expect(measured.precision).toBeGreaterThanOrEqual(0.95)
    expect(measured.recall).toBeGreaterThanOrEqual(0.92)
  })

  test('none of those that only look alike is suggested', () => {
    expect(truth.notSame.filter(([a, b]) => found.has(key(a, b)))).toEqual([])
  })
})

test('of ten thousand nominees, each is compared with few', () => {
  const first = ['Sarah', 'Emma', 'Karen', 'Liz', 'David', 'Mo', 'Agnieszka', 'Chris', 'Jo', 'Maria']
  const letter = (n: number) => String.fromCharCode(97 + (n % 26))
  const all = Array.from({ length: 10_000 }, (_, i) => ({
    id: String(i), kind: 'person' as const, name: `${first[i % 10] ?? ''} ${letter(i)}${letter(i * 7 + 3)}${letter(i >> 3)}${letter(i * 5)}e`, job: 'Carer',
    employer: `${letter(i >> 2)}o${letter(i >> 5)}a${letter(i * 3)} House`, reach: '',
  }))
  const profiles = all.map((one) => readProfile(one, readWorkplace))
  expect([...listCandidates(profiles)].length / all.length).toBeLessThan(20)
})
