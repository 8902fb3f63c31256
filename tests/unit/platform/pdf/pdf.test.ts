import { describe, expect, test } from 'vitest'
import { makePdf } from '#app/platform/pdf.server.ts'
import { Flow } from '#app/platform/pdf/flow.server.ts'
import type { Paper, TextStyle } from '#app/platform/pdf/paper.server.ts'
import { missingLetters, plainLine } from '#app/platform/pdf/typesetter.server.ts'
import { readPdfText } from '#tests/setup/pdf-text.ts'

const style: TextStyle = { look: 'display', size: 40, leading: 1.2, colour: '#000000', align: 'left' }
const looks = ['text', 'bold', 'display'] as const
const place = { x: 40, y: 40, width: 500, height: 120 }
const print = (write: (paper: Paper) => void, title = 'Names') => makePdf({ title, madeAt: '2026-11-22T10:00:00.000Z' }, write)

/** One page, with one line for each. */
const printLines = (lines: string[], look: TextStyle['look'] = 'display') => print((paper) => {
  paper.page()
  for (const line of lines) paper.set('P', paper.fit(line, place, { ...style, look }), place)
})

const names = [
  'Maria O’Brien', 'Siân ap Llŷr-O\'Neill', 'Zażółć Gęślą-Jaźń', 'Łukasz Wiśniewski', 'Ștefan Țuțuianu', 'Gintarė Petrauskienė', 'Nguyễn Thị Phương Quỳnh', 'Thị Thỉ Thi',
  'Adéṣọlá Ọlọ́runfẹ́mi Ẹ̀gbẹ́', 'Ọláìtán Ǹkẹ́chi', 'Akosua Agyɛman', 'Ελένη Παπαδοπούλου', 'Оксана Щербакова Їжак', 'प्रियंका श्रीवास्तव क्षत्रिय', '王小明 李娜', 'Fi Griffiths-Affleck',
  'محمد الفاتح', 'می‌خواهم', 'Team محمد الفاتح and friends',
]

describe.each(looks)('names in the look “%s”', (look) => {
  test.each(names)('%s is set, every letter of it, and can be copied out', async (name) => {
    expect(missingLetters(name, look)).toEqual([])
    expect(readPdfText(await printLines([name], look)).map((page) => page.normalize('NFC'))).toEqual([name.normalize('NFC')])
  })
})

test('a name that begins in Arabic is written from the right, its Latin parts and numbers from the left', async () => {
  const [text = ''] = readPdfText(await printLines(['محمد (Bill) 12 عبد الله']))
  expect(text).toBe(['عبد الله', '12', ') ', 'Bill', 'محمد ('].join('')) // in the order of the runs on paper, each as it is spelt
})

test('pictures, controls and line ends in a name are left out with sense', () => {
  expect(plainLine('Joy 🎉 Bloggs 👩🏽‍⚕️')).toBe('Joy Bloggs')
  expect(plainLine('  Anne\n\u202eMarie\u0000 \t Duvall\ufeff 1️⃣')).toBe('Anne Marie Duvall')
})

test('letters of scripts without a face are told', () => {
  expect(missingLetters('שרה Cohen')).toEqual(['ש', 'ר', 'ה'])
  expect(missingLetters('Joy 🎉')).toEqual([])
})

describe('a long name', () => {
  const long = ['x'.repeat(120), 'W'.repeat(120), 'Hallowtree Nursing Home night team '.repeat(4).slice(0, 120), '王'.repeat(120), 'Llanfair­pwllgwyngyll-gogerychwyrndrobwllllantysiliogogogoch'.repeat(2)]
  test.each(long)('%s stays in its place', async (name) => {
    await print((paper) => {
      paper.page()
      const { lines, height, style: fitted } = paper.fit(name, place, style)
      expect(height).toBeLessThanOrEqual(place.height)
      expect(lines.join('').replace(/\s/g, '')).toBe(plainLine(name).replace(/\s/g, ''))
      for (const line of lines) expect(paper.fit(line, { ...place, height: fitted.size * fitted.leading }, fitted).style.size).toBe(fitted.size)
    })
  })
})

test('the same document is the same bytes, whatever was printed before', async () => {
  const once = await printLines(names)
  await printLines(['é e ´', 'ọ́'])
  expect((await printLines(names)).equals(once)).toBe(true)
  expect(once.length).toBeLessThan(120_000)
})

test('it embeds what it is set in, and says title, language and standard', async () => {
  const file = (await printLines(['Nell'])).toString('latin1')
  expect({
    embedded: file.match(/\/FontFile2 /g)?.length, fonts: file.match(/\/Type \/Font\b/g)?.length, standard: /<pdfuaid:part>1</.test(file), marked: /\/Marked true/.test(file),
    lang: /\/Lang \(en-GB\)/.test(file), title: /\/DisplayDocTitle true/.test(file),
  }).toEqual({ embedded: 1, fonts: 2, standard: true, marked: true, lang: true, title: true })
})

describe('a flow', () => {
  const write = (fill: (flow: Flow) => void) => print((paper) => fill(new Flow(paper, { textSize: 18 })))

  test('goes on overleaf, and keeps a heading with what follows', async () => {
    const pages = readPdfText(await write((flow) => {
      flow.text(Array.from({ length: 27 }, (_, i) => `Line ${i}`).join('\n'))
      flow.heading('Together', 2)
      flow.text('After it')
    }))
    expect(pages.map((page) => page.replace(/\s+/g, ' '))).toEqual([`${Array.from({ length: 27 }, (_, i) => `Line ${i}`).join(' ')}`, 'Together After it'])
  })

  test('a table says its head again, and a row that is too high is continued', async () => {
    const words = Array.from({ length: 260 }, (_, i) => `word${i}`).join(' ')
    const pages = readPdfText(await write((flow) => flow.table({ columns: [{ title: 'Who', share: 1 }, { title: 'Words', share: 2 }], rows: [['Nell', words], ['Bill', 'few']] })))
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.map((page) => page.split('\n').slice(0, 2).join(' ').includes('Who'))).toEqual(pages.map(() => true))
    expect(pages.join(' ').match(/word\d+/g)).toEqual(words.split(' '))
  })
})
