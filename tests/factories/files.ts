import sharp from 'sharp'
import { deflateSync } from 'node:zlib'

/** Files as people send them. */

interface PictureOptions {
  width?: number
  height?: number
  format?: 'jpeg' | 'png' | 'webp'
  /** held on its side: wide in the file, tall on the screen */
  sideways?: boolean
  /** where, when and by what it was taken stands in it */
  told?: boolean
}

/** Stands in the file of a picture that tells of itself. */
export const pictureTells = 'Nells telephone'

export async function makePicture({ width = 40, height = 30, format = 'jpeg', sideways = false, told = false }: PictureOptions = {}): Promise<Buffer> {
  const plain = sharp({ create: { width, height, channels: 3, background: '#5a2d81' } }).toFormat(format)
  const turned = sideways ? plain.withMetadata({ orientation: 6 }) : plain
  if (!told) return turned.toBuffer()
  const place = { GPSLatitudeRef: 'N', GPSLatitude: '50/1 22/1 15/1', GPSLongitudeRef: 'W', GPSLongitude: '4/1 8/1 30/1' }
  return turned.withExif({ IFD0: { Model: pictureTells, ImageDescription: 'Mrs Carter, room 12' }, IFD3: place }).withIccProfile('p3').toBuffer()
}

/** The least that is a PDF, with `objects` beside its page. */
export function makePdf(objects: (string | Buffer)[] = [], trailer = ''): Buffer {
  const page = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>']
  const numbered = [...page, ...objects].flatMap((one, index) => [Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(one), Buffer.from('\nendobj\n')])
  const end = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R ${trailer} >>\nstartxref\n9\n%%EOF\n`
  return Buffer.concat([Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), ...numbered, Buffer.from(end)])
}

/** Objects that a PDF packs together, in the way that `header` says. */
export function packObjects(text: string, header = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode'): Buffer {
  const content = deflateSync(text)
  return Buffer.concat([Buffer.from(`<< ${header} /Length ${content.length} >>\nstream\n`), content, Buffer.from('\nendstream')])
}
