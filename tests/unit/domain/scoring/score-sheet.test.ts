import { describe, expect, test } from 'vitest'
import { readCsv } from '#app/domain/csv.ts'
import { readScoreSheet } from '#app/domain/scoring/score-sheet.ts'
import { standingsText } from '#app/domain/scoring/standings-text.ts'
import { workOut } from '#app/domain/scoring/standings.ts'

const header = 'entry,judge,criterion,score,weight,state'

describe('CSV', () => {
  test.each([
    ['plain', 'a,b\nc,d\n', [['a', 'b'], ['c', 'd']]],
    ['CRLF, CR and a mark in front', '\uFEFFa\r\nb\rc', [['a'], ['b'], ['c']]],
    ['quotes, commas and lines in cells', '"a ""x"", b","c\r\nd"\n', [['a "x", b', 'c\r\nd']]],
    ['empty cells and lines', ',\n\n"",x', [['', ''], [''], ['', 'x']]],
    ['nothing', '', []],
  ])('%s', (_, text, rows) => expect(readCsv(text)).toEqual({ ok: true, rows }))

  test.each([
    ['a,b\n"c,d', 2, 1, 'a quotation mark is not closed'],
    ['a,"b"c', 1, 2, 'a quotation mark stands in the middle'],
    ['a,b"c', 1, 2, 'a quotation mark stands in the middle'],
  ])('%j', (text, row, column, problem) => expect(readCsv(text)).toEqual({ ok: false, row, column, problem }))

  test('a cell of a million marks is no danger', () => {
    expect(readCsv(`"${'""'.repeat(1e6)}"`)).toMatchObject({ ok: true, rows: [[expect.stringMatching(/^"+$/)]] })
  })
})

describe('what can be read', () => {
  const read = (...rows: string[]) => readScoreSheet([header, ...rows].join('\n'))

  test('columns in any order and case, others passed over, blank rows too', () => {
    expect(readScoreSheet('Note, SCORE ,Judge,criterion,Entry\nx,7,J,care,"A, B"\n\n,,,,\ny,.5e1,J,skill,"A, B",\n')).toEqual({
      ok: true, sheet: {
        entries: ['A, B'], criteria: [{ id: 'care', weight: 1 }, { id: 'skill', weight: 1 }],
        marks: [{ entry: 'A, B', judge: 'J', criterion: 'care', score: 7 }, { entry: 'A, B', judge: 'J', criterion: 'skill', score: 5 }],
        unplaced: [],
      },
    })
  })
  test('an entry with a row not-placed counts and takes no place', () => {
    expect(read('A,J,care,4,1,Not-Placed', 'A,K,care,3,1,', 'B,J,care,1,1,draft')).toMatchObject({ ok: true, sheet: { entries: ['A', 'B'], marks: [{ score: 4 }, { score: 3 }], unplaced: ['A'] } })
  })
  test('a missing mark is left out', () => {
    expect(read('A,J,care,,40,', 'A,J,skill,NA,60,', 'A,K,care,-2,,final')).toMatchObject({ ok: true, sheet: { entries: ['A'], marks: [{ judge: 'K', score: -2 }], criteria: [{ weight: 40 }, { weight: 60 }] } })
  })
  test('names keep nothing of how they were typed: spaces around, or an accent in two parts', () => {
    expect(read('Zoe\u0308 ,J,care,1,1,', 'Zoë, J,skill,2,1,')).toMatchObject({ ok: true, sheet: { entries: ['Zoë'], marks: [{ judge: 'J' }, { judge: 'J' }] } })
  })
  test('entries and criteria stand by name, in whatever order the rows came', () => {
    expect(read('B,J,skill,1,1,', 'C,J,care,2,1,', 'A,J,skill,3,1,')).toMatchObject({ ok: true, sheet: { entries: ['A', 'B', 'C'], criteria: [{ id: 'care' }, { id: 'skill' }] } })
  })
  test('a weight is said once or on every row, on whichever row it is said, and may be 0', () => {
    const criteria = (...rows: string[]) => { const sheet = read(...rows); return sheet.ok && sheet.sheet.criteria.map(({ weight }) => weight) }
    expect(criteria('A,J,care,1,,', 'A,K,care,1,2,', 'A,L,care,1,,', 'A,M,care,1,2,')).toEqual([2])
    expect(criteria('A,J,care,1,0,', 'A,J,skill,1,5,')).toEqual([0, 5])
  })
  test.each([['0', 0], ['-0.5', -0.5], ['1e15', 1e15], ['-1e-15', -1e-15]])('a score of %s', (text, score) => {
    expect(read(`A,J,care,${text},1,`)).toMatchObject({ ok: true, sheet: { marks: [{ score }] } })
  })
  test('spaces make no row, and no surplus cell', () => {
    expect(read(' , ,,,,', 'A,J,care,1,1,, ')).toMatchObject({ ok: true, sheet: { entries: ['A'], marks: [{ score: 1 }] } })
  })
  test('names that are words of the language', () => {
    const sheet = read('__proto__,constructor,toString,1,1,', 'hasOwnProperty,constructor,toString,2,1,')
    if (!sheet.ok) throw new Error(sheet.problem)
    expect(workOut(sheet.sheet).standings.entries.map(({ entry }) => entry)).toEqual(['hasOwnProperty', '__proto__'])
  })
})

describe('what cannot is told by row and column', () => {
  test.each([
    ['entry,judge,score\n', 1, 'criterion', 'this column is missing'],
    ['', 1, 'entry', 'this column is missing'],
    ['entry,judge,criterion,score,Score', 1, 'score', 'this column is there twice'],
    [`${header}\nA,J,care,abc,1,`, 2, 'score', '"abc" is not a number'],
    [`${header}\nA,J,care,7,1,\n\nA,K,care,"7,5",1,`, 4, 'score', '"7,5" is not a number'],
    [`${header}\nA,J,care,Infinity,1,`, 2, 'score', '"Infinity" is not a number'],
    [`${header}\nA,J,care,0x10,1,`, 2, 'score', '"0x10" is not a number'],
    [`${header}\nA,J,care,1e999,1,`, 2, 'score', '"1e999" is out of range'],
    [`${header}\nA,J,care,1e-300,1,`, 2, 'score', '"1e-300" is out of range'],
    [`${header}\n,J,care,1,1,`, 2, 'entry', 'this cell is empty'],
    [`${header}\nA,,care,1,1,`, 2, 'judge', 'this cell is empty'],
    [`${header}\nA,J`, 2, 'criterion', 'this cell is empty'],
    [`${header}\nA,J,care,1,-1,`, 2, 'weight', '"-1" is below 0'],
    [`${header}\nA,J,care,1,2,\nA,K,care,1,3,`, 3, 'weight', '"care" weighs 2 in row 2 and 3 here'],
    [`${header}\nA,J,care,1,2,\nA,K,care,1,2,\nA,L,care,1,3,`, 4, 'weight', '"care" weighs 2 in row 2 and 3 here'],
    [`${header}\nA,J,care,1,heavy,`, 2, 'weight', '"heavy" is not a number'],
    [`${header}\nA,J,care,1,2,\nA,J,skill,1,,`, 3, 'weight', '"skill" has no weight, and others have'],
    [`${header}\nA,J,care,1,2,\nA,J,skill,1,,\nA,K,skill,1,,`, 3, 'weight', '"skill" has no weight, and others have'],
    [`${header}\nA,J,care,1,2,\nA,J,care,1,2,`, 3, 'score', '"J" scored "A" on "care" in row 2 already'],
    [`${header}\nA,J,care,1,2,,surplus`, 2, '7', 'this row has more cells than the header'],
    [`${header}\nA\uFFFD,J,care,1,2,`, 2, 'entry', 'this is not UTF-8 text'],
    [`${header}\n"A,J`, 2, '1', 'a quotation mark is not closed'],
    [`${header}\nA,J,care,${'9'.repeat(39)}x,1,`, 2, 'score', `"${'9'.repeat(39)}x" is not a number`],
    [`${header}\nA,J,care,${'9'.repeat(200)}x,1,`, 2, 'score', `"${'9'.repeat(40)}…" is not a number`],
  ])('%j', (text, row, column, problem) => expect(readScoreSheet(text)).toEqual({ ok: false, row, column, problem }))
})

test('in the printed standings no name steers the terminal', () => {
  const sheet = readScoreSheet(`${header}\n"\u001B[31mred\u202Egnp",J,care,1,1,\n"two\nlines",J,care,2,1,`)
  if (!sheet.ok) throw new Error(sheet.problem)
  const text = standingsText(workOut(sheet.sheet))
  expect(text).toContain('�[31mred�gnp')
  expect(text).toContain('two�lines')
  // eslint-disable-next-line no-control-regex
  expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u202e]/)
})
