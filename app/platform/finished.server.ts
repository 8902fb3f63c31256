import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** A response made once and sent many times: the bytes in each encoding worth having, and their mark. */
export interface Finished {
  headers: [string, string][]
  etag: string
  plain: Buffer
  br?: Buffer
  gzip?: Buffer
}

const compressible = /^(text\/|application\/(javascript|json|manifest\+json)|image\/svg)/
const toBrotli = promisify(brotliCompress)
const toGzip = promisify<Buffer, Buffer>(gzip)

export async function finish(plain: Buffer, type: string, cacheControl: string): Promise<Finished> {
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  const headers: [string, string][] = [['Content-Type', type], ['Cache-Control', cacheControl], ['ETag', etag]]
  if (!compressible.test(type)) return { headers, etag, plain }
  headers.push(['Vary', 'Accept-Encoding'])
  const br = await toBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } })
  return { headers, etag, plain, br, gzip: await toGzip(plain) }
}

export function sendFinished(req: IncomingMessage, res: ServerResponse, page: Finished): void {
  for (const [name, value] of page.headers) res.setHeader(name, value)
  if (req.headers['if-none-match'] === page.etag) {
    res.statusCode = 304
    return void res.end()
  }
  const accepts = String(req.headers['accept-encoding'] ?? '')
  const encoding = page.br && /\bbr\b/.test(accepts) ? 'br' : page.gzip && /\bgzip\b/.test(accepts) ? 'gzip' : undefined
  const bytes = (encoding && page[encoding]) ?? page.plain
  if (encoding) res.setHeader('Content-Encoding', encoding)
  res.setHeader('Content-Length', bytes.length)
  res.end(req.method === 'HEAD' ? undefined : bytes)
}

/** Compresses a page made for one person, quickly. */
export async function compressOnce(bytes: Buffer, accepts: string): Promise<{ bytes: Buffer; encoding?: 'br' | 'gzip' }> {
  if (bytes.length < 1024) return { bytes }
  if (/\bbr\b/.test(accepts)) return { bytes: await toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }), encoding: 'br' }
  if (/\bgzip\b/.test(accepts)) return { bytes: await toGzip(bytes), encoding: 'gzip' }
  return { bytes }
}
