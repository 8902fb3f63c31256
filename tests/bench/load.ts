import { connect, type Socket } from 'node:net'

export interface Load {
  port: number
  connections: number
  /** in all */
  requests: number
  /** the whole request as it goes over the wire, by number */
  requestAt: (index: number) => string
}

export interface Measured {
  perSecond: number
  statuses: Record<string, number>
}

/**
 * Sends `requests` over keep-alive connections, each waiting for its answer before the next. Reads no more of an answer
 * than its status and length, so that the measuring costs less than what is measured.
 */
export async function load({ port, connections, requests, requestAt }: Load): Promise<Measured> {
  let next = 0
  const statuses: Record<string, number> = {}
  const started = performance.now()
  await Promise.all(Array.from({ length: connections }, () => worker(port, () => (next < requests ? requestAt(next++) : undefined), (status) => {
    statuses[status] = (statuses[status] ?? 0) + 1
  })))
  const seconds = (performance.now() - started) / 1000
  return { perSecond: requests / seconds, statuses }
}

function worker(port: number, take: () => string | undefined, done: (status: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let missing = -1
    let head = ''
    let status = ''
    const send = () => {
      const request = take()
      if (request === undefined) {
        resolve()
        return void socket.end()
      }
      missing = -1
      head = ''
      socket.write(request)
    }
    socket.on('close', () => reject(new Error('the server closed the connection')))
    socket.on('connect', send).on('error', reject).on('data', (bytes: Buffer) => {
      if (missing < 0) {
        head += bytes.toString('latin1')
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        status = head.slice(9, 12)
        const length = /\r\ncontent-length: (\d+)/i.exec(head.slice(0, end))
        missing = Number(length?.[1] ?? 0) - (head.length - end - 4)
      } else missing -= bytes.length
      if (missing > 0) return
      done(status)
      send()
    })
  })
}

export function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}
