import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

type Encoding = 'identity' | 'gzip' | 'br'
/** Header names and values in turn, as `writeHead` takes them without looking at each again. */
type Head = string[]

/** A response made once and sent many times: head and bytes in each encoding worth having. */
export interface Finished {
  etag: string
  unchanged: Head
  variants: Partial<Record<Encoding, { head: Head; bytes: Buffer }>>
}

const compressible = /^(text\/|application\/(json|manifest\+json)|image\/svg)/
const toBrotli = promisify(brotliCompress)
const toGzip = promisify<Buffer, Buffer>(gzip)

/** Finishes bytes of a media type; `headers` stand on every answer. */
export async function finish(bytes: Buffer, type: string, headers: [string, string][]): Promise<Finished> {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const packs = compressible.test(type)
  const common = [...headers.flat(), 'Content-Type', type, 'ETag', etag, ...(packs ? ['Vary', 'Accept-Encoding'] : [])]
  const variant = (encoding: Encoding, body: Buffer) => ({
    bytes: body,
    head: [...common, 'Content-Length', String(body.length), ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding])],
  })
  const variants: Finished['variants'] = { identity: variant('identity', bytes) }
  if (packs) {
    variants.br = variant('br', await toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }))
    variants.gzip = variant('gzip', await toGzip(bytes))
  }
  return { etag, unchanged: common, variants }
}

export function sendFinished(req: IncomingMessage, res: ServerResponse, { etag, unchanged, variants }: Finished): void {
  if (req.headers['if-none-match'] === etag) return void res.writeHead(304, unchanged).end()
  const variant = variants[encodingFor(req)] ?? variants.identity
  if (!variant) throw new Error('a finished response without bytes')
  res.writeHead(200, variant.head).end(req.method === 'HEAD' ? undefined : variant.bytes)
}

function encodingFor(req: IncomingMessage): Encoding {
  const accepts = String(req.headers['accept-encoding'] ?? '')
  if (/\bbr\b/.test(accepts)) return 'br'
  return /\bgzip\b/.test(accepts) ? 'gzip' : 'identity'
}

/** Compresses what is made for one person, quickly; what is short, or no text, stays as it is. */
export async function compressOnce(bytes: Buffer, type: string, req: IncomingMessage): Promise<{ bytes: Buffer; encoding: Encoding }> {
  const encoding = bytes.length < 1024 || !compressible.test(type) ? 'identity' : encodingFor(req)
  if (encoding === 'br') return { encoding, bytes: await toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) }
  if (encoding === 'gzip') return { encoding, bytes: await toGzip(bytes) }
  return { encoding, bytes }
}
