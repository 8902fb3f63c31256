import PDFDocument from 'pdfkit'
import { Paper } from '#app/platform/pdf/paper.server.ts'

export interface PdfOptions {
  title: string
  /** an ISO instant; the same content made at the same moment is the same file, byte for byte */
  madeAt: string
  page?: 'a4' | 'a4-landscape'
  author?: string
}

/**
 * The one way to make a PDF. It embeds its fonts, cut down to the letters used; it is tagged and says its language and title
 * (PDF/UA-1); and it sets any name for which a face is installed, whatever the script. A long document waits now and then while
 * it is written, so that the process answers others in between.
 */
export async function makePdf({ title, madeAt, page = 'a4', author }: PdfOptions, write: (paper: Paper) => void | Promise<void>): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    layout: page === 'a4' ? 'portrait' : 'landscape',
    margin: 0,
    autoFirstPage: false,
    font: '',
    bufferPages: true,
    pdfVersion: '1.7',
    ...conformsTo('PDF/UA'),
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: title, ...(author && { Author: author }), CreationDate: new Date(madeAt) },
  })
  const file = collect(doc)
  const paper = new Paper(doc)
  const end = paper.begin('Document')
  await write(paper)
  end()
  doc.end()
  return file
}

async function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of doc) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** pdfkit knows more standards than its types do. */
const conformsTo = (subset: string) => ({ subset }) as { subset: 'PDF/A-1' }

/** A PDF to keep. `name`: without quotation marks. */
export function pdfResponse(name: string, file: Buffer): Response {
  return new Response(new Uint8Array(file), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${name}"` } })
}
