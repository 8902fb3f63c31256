import type { Reply, Visitor } from '#tests/setup/app.ts'

const boundary = '----WebKitFormBoundary7MA4YWxkTrZu0gW' // Node reads none that is shorter than browsers' are

/** A part of a form as a browser writes it; with a file's name, a file. */
export interface Part {
  field?: string
  fileName?: string
  type?: string
  bytes: Uint8Array | string
}

function written({ field = 'file', fileName, type = 'application/octet-stream', bytes }: Part): Buffer {
  const file = fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: ${type}`
  return Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${field}"${file}\r\n\r\n`), Buffer.from(bytes), Buffer.from('\r\n')])
}

/** The whole form, to be cut short or spoilt by a test. */
export function multipart(...parts: Part[]): Buffer {
  return Buffer.concat([...parts.map(written), Buffer.from(`--${boundary}--\r\n`)])
}

/** Sends a form with files as a page of ours would. */
export function sendParts(visitor: Visitor, path: string, body: Buffer, headers: Record<string, string> = {}): Promise<Reply> {
  return visitor.send('POST', path, { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': `multipart/form-data; boundary=${boundary}`, ...headers }, body)
}
