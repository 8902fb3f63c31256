import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { attachmentText, largestFile } from '#app/domain/attachment.ts'
import { refusalOf } from '#app/domain/refusals.ts'
import { valueOf, type Result } from '#app/domain/result.ts'
import { receiveFile } from '#app/features/attachments/receiving.server.ts'
import { makePdf as makeOurPdf } from '#app/platform/pdf.server.ts'
import { hashOf } from '#app/platform/storage.server.ts'
import { makePdf, makePicture, packObjects, pictureTells } from '#tests/factories/files.ts'

const kept = async (bytes: Uint8Array) => valueOf(await receiveFile(bytes))
/** What whoever sent it is told, in short. */
async function said(file: Uint8Array | Promise<Uint8Array>): Promise<string> {
  const read: Result<unknown> = await receiveFile(await file)
  return read.ok ? 'taken' : `${refusalOf(read.code).status} ${refusalOf(read.code).sentence(read.facts)}`.replace(/(?<=[.:]).*/, '')
}

describe('a picture', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('in %s becomes a JPEG of the same size', async (format) => {
    const { kind, bytes, sha256 } = await kept(await makePicture({ format }))
    expect([kind, sha256]).toEqual(['picture', hashOf(bytes)])
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 40, height: 30 })
  })

  test('no longer says where, when and by what it was taken', async () => {
    const sent = await makePicture({ told: true, sideways: true })
    const before = await sharp(sent).metadata()
    expect([sent.includes(pictureTells), before.exif !== undefined, before.icc !== undefined, before.orientation]).toEqual([true, true, true, 6])
    const { bytes } = await kept(sent)
    const { exif, icc, iptc, xmp, orientation } = await sharp(bytes).metadata()
    expect({ exif, icc, iptc, xmp, orientation }).toEqual({})
    expect([pictureTells, 'Exif', 'GPS', 'Carter'].filter((words) => Buffer.from(bytes).includes(words))).toEqual([])
  })

  test('stands upright', async () => {
    const { bytes } = await kept(await makePicture({ sideways: true }))
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 30, height: 40 })
  })

  test('is no longer than 2400 dots', async () => {
    const { bytes } = await kept(await makePicture({ width: 3000, height: 2000 }))
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 2400, height: 1600 })
  })

  test('loses what was hidden behind it', async () => {
    const { bytes } = await kept(Buffer.concat([await makePicture(), Buffer.from('<script>alert(1)</script>PK\u0003\u0004')]))
    expect(Buffer.from(bytes).includes('script')).toBe(false)
  })

  test('is drawn one at a time, each as its own', async () => {
    const all = await Promise.all([10, 20, 30].map(async (width) => kept(await makePicture({ width }))))
    expect(await Promise.all(all.map(async ({ bytes }) => (await sharp(bytes).metadata()).width))).toEqual([10, 20, 30])
  })
})

const noPicture = '422 This is neither a picture that we can open nor a PDF.'
const damagedPicture = '422 This picture is damaged, or not all of it arrived.'
const half = async (file: Promise<Buffer>) => (await file).subarray(0, (await file).length / 2)
const large = makePicture({ width: 900, height: 900, format: 'png' })

const pictures: [string, () => Uint8Array | Promise<Uint8Array>, string][] = [
  ['a drawing (SVG)', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), noPicture],
  ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), noPicture],
  ['a moving picture (GIF)', () => Buffer.from('GIF89a\u0001\u0000\u0001\u0000'), noPicture],
  ['an archive', () => Buffer.from('PK\u0003\u0004.................'), noPicture],
  ['one byte', () => Buffer.from('x'), noPicture],
  ['a telephone’s own format', () => Buffer.from('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000'), '422 This picture is in a format that we cannot open (HEIC).'],
  ['a drawing that begins as a picture', () => Buffer.from('\xff\xd8\xff<svg xmlns="http://www.w3.org/2000/svg"/>', 'latin1'), damagedPicture],
  ['half a JPEG', () => half(makePicture({ width: 900, height: 900 })), damagedPicture],
  ['half a PNG', () => half(large), damagedPicture],
  ['more dots than any camera has', () => sharp({ create: { width: 30_000, height: 2000, channels: 3, background: '#888' } }).png().toBuffer(), '422 This picture has more dots than we can open:'],
  ['8 MB and a byte', () => Buffer.alloc(largestFile + 1, '%PDF-'), '413 This file is larger than 8 MB, so it was not kept.'],
]
test.each(pictures)('%s is not taken', async (_, file, words) => {
  expect(await said(file())).toBe(words)
})

describe('a PDF', () => {
  test('is kept as it came', async () => {
    const sent = makePdf()
    const { kind, bytes } = await kept(sent)
    expect([kind, Buffer.from(bytes).equals(sent)]).toEqual(['pdf', true])
  })

  const more = '422 This PDF holds more than pages:'
  const damaged = '422 This PDF is damaged, or not all of it arrived.'
  const acts = '<< /S /JavaScript /JS (app.alert(1)) >>'
  const files: [string, () => Buffer | Promise<Buffer>, string][] = [
    ['one of ours', () => makeOurPdf({ title: 'A letter', madeAt: '2027-01-01T00:00:00.000Z' }, (paper) => paper.page()), 'taken'],
    ['with objects packed together', () => makePdf([packObjects('4 0 << /Type /Font >>')]), 'taken'],
    ['with a link', () => makePdf(['<< /S /URI /URI (https://people.example) >>']), 'taken'],
    ['a program', () => makePdf([acts]), more],
    ['a program, its name in numbers', () => makePdf([acts.replace('JavaScript', 'J#61vaScr#69pt')]), more],
    ['a program, packed', () => makePdf([packObjects(acts)]), more],
    ['a program, packed in a list of ways', () => makePdf([packObjects(acts, '/Type/ObjStm/Filter[/FlateDecode]')]), more],
    ['a program, packed under a name in numbers', () => makePdf([packObjects(acts, '/Type /Obj#53tm /Filter /FlateDecode')]), more],
    ['a program, packed in the second place', () => makePdf([packObjects('nothing'), packObjects(acts)]), more],
    ['another file', () => makePdf(['<< /Type /EmbeddedFile >>']), more],
    ['something to start', () => makePdf(['<< /S /Launch /F (cmd.exe) >>']), more],
    ['a form that is a program', () => makePdf(['<< /XFA [] >>']), more],
    ['objects packed twice', () => makePdf([packObjects('x', '/Type /ObjStm /Filter [/FlateDecode /FlateDecode]')]), damaged],
    ['objects packed in another way', () => makePdf([packObjects('x', '/Type /ObjStm /Filter /LZWDecode')]), damaged],
    ['objects shifted before they were packed', () => makePdf([packObjects('x', '/Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>')]), damaged],
    ['objects that are not packed as they say', () => makePdf(['<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nnonsense\nendstream']), damaged],
    ['a bomb', () => makePdf([packObjects(' '.repeat(40 * 2 ** 20))]), damaged],
    ['a lock', () => makePdf([], '/Encrypt 4 0 R'), '422 This PDF is locked.'],
    ['its end missing', () => makePdf().subarray(0, -10), damaged],
    ['only a beginning', () => Buffer.from('%PDF-1.7'), damaged],
    ['a beginning before the beginning', () => Buffer.concat([Buffer.from('<html>'), makePdf()]), noPicture],
  ]
  test.each(files)('%s', async (_, file, words) => {
    expect(await said(file())).toBe(words)
  })
})

test.each([[{ kind: 'picture', bytes: 1_249_000 }, 'A picture, 1.2 MB'], [{ kind: 'pdf', bytes: 999 }, 'A PDF, 1 kB'], [{ kind: 'pdf', bytes: 340_001 }, 'A PDF, 341 kB']] as const)('%j is “%s”', (file, words) => {
  expect(attachmentText(file)).toBe(words)
})
