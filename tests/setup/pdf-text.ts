import { inflateSync } from 'node:zlib'

/**
 * What a PDF of ours says, page by page, as a program that copies text out of it would have it: glyphs by their font's
 * ToUnicode, and the spelling that is given instead of them where there is one. A glyph that stands for nothing is `\ufffd`.
 */
export function readPdfText(file: Buffer): string[] {
  const objects = readObjects(file)
  const spellings = new Map([...objects.values()].flatMap(({ dict }) =>
    [...dict.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name!, readSpelling(objects, id!)] as const)))
  return [...objects.values()].filter(({ dict }) => /\/Type \/Page\b/.test(dict)).map(({ dict }) => {
    const contents = /\/Contents (\d+) 0 R/.exec(dict)?.[1] ?? ''
    return readContents(objects.get(contents)?.stream ?? '', spellings)
  })
}

interface PdfObject {
  dict: string
  stream: string
}

function readObjects(file: Buffer): Map<string, PdfObject> {
  const found = file.toString('latin1').matchAll(/(?<=^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)
  return new Map([...found].map(([, id, body = '']) => {
    const [dict = '', packed] = body.split(/\nstream\n/, 2)
    const stream = packed === undefined ? '' : Buffer.from(packed.replace(/\nendstream$/, ''), 'latin1')
    return [id!, { dict, stream: stream === '' ? '' : (dict.includes('FlateDecode') ? inflateSync(stream) : stream).toString('latin1') }]
  }))
}

/** Of a font: what each of its glyphs stands for, in the order of their numbers. */
function readSpelling(objects: Map<string, PdfObject>, font: string): string[] {
  const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.dict ?? '')?.[1] ?? ''
  const ranges = objects.get(map)?.stream.matchAll(/<[0-9a-f]{4}> <[0-9a-f]{4}> \[(.*?)\]/g) ?? []
  return [...ranges].flatMap(([, list = '']) => [...list.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex = '']) => Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')))
}

const token = /\/(F\d+) [\d.]+ Tf|\/Span <<\n?\/ActualText \(((?:\\[\s\S]|[^\\)])*)\)[\s\S]*?BDC|\/\w+ (?:<<[\s\S]*?>> BDC|BMC)|(EMC)|\[(<[^\]]*)\] TJ/g

function readContents(stream: string, spellings: Map<string, string[]>): string {
  let [text, font] = ['', '']
  const open: boolean[] = [] // whether each marked part is one that says how it is spelt
  for (const [whole, name, actual, end, shown] of stream.matchAll(token)) {
    if (name) font = name
    else if (end) open.pop()
    else if (shown !== undefined) text += open.includes(true) ? '' : glyphs(shown, spellings.get(font) ?? [])
    else {
      open.push(actual !== undefined)
      if (actual !== undefined) text += unescapeText(actual)
      else if (!whole.includes('Artifact')) text += '\n'
    }
  }
  return text.trim()
}

function glyphs(shown: string, spelling: string[]): string {
  const hex = [...shown.matchAll(/<([0-9a-f]+)>/g)].map(([, each]) => each).join('')
  return (hex.match(/.{4}/g) ?? []).map((glyph) => (parseInt(glyph, 16) === 0 ? '\ufffd' : spelling[parseInt(glyph, 16)] || '\ufffd')).join('')
}

/** A string as PDF writes it: UTF-16 after a mark, or plain. */
function unescapeText(written: string): string {
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  const bytes = Buffer.from(written.replace(/\\([\s\S])/g, (_, sign: string) => escapes[sign] ?? sign), 'latin1')
  return bytes[0] === 0xfe && bytes[1] === 0xff ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1')
}
