import { extname } from 'node:path'
import { ReadableStream, TextEncoderStream } from 'node:stream/web'

const types: Record<string, string> = { '.csv': 'text/csv; charset=utf-8', '.json': 'application/json; charset=utf-8', '.html': 'text/html; charset=utf-8' }

/** A file to keep, sent while it is made: each part is asked for when the one before has gone out. `name`: without quotation marks. */
export function fileResponse(name: string, parts: AsyncIterable<string> | Iterable<string>): Response {
  const body = ReadableStream.from(parts).pipeThrough(new TextEncoderStream())
  return new Response(body as unknown as BodyInit, {
    headers: { 'Content-Type': types[extname(name)] ?? '', 'Content-Disposition': `attachment; filename="${name}"`, 'Transfer-Encoding': 'chunked' },
  })
}
