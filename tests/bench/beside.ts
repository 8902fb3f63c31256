import { copyFileSync } from 'node:fs'
import { envFor } from '#tests/bench/edition.ts'
import { load, median } from '#tests/bench/load.ts'
import type { Write } from '#tests/bench/servers.ts'
import type { Bench, Row } from '#tests/bench/types.ts'

export interface Writing {
  name: string
  /** the database that ours writes to; the bare server is given a copy */
  file: string
  /** readies the copy */
  prepare?: (bareFile: string) => Promise<void>
  /** `perRound` for each round, and as many to warm up */
  requests: string[]
  perRound: number
  /** what ours answers to every one of them */
  status: string
  /** what one request writes, a statement each */
  writes: Write[]
  /** how many rows that is */
  rows: number
}

/** A request of ours that writes, beside a server that does nothing but write the same rows in one transaction a request. */
export async function measureWriting({ rounds, serve }: Bench, { name, file, prepare, requests, perRound, status, writes, rows }: Writing): Promise<Row[]> {
  const bareFile = `${file}.bare`
  copyFileSync(file, bareFile)
  await prepare?.(bareFile)
  const app = await serve({ kind: 'app', env: envFor(file) })
  const bare = await serve({ kind: 'sqlite', env: {}, rows: { file: bareFile, writes } })
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round += 1) {
    const requestAt = (index: number) => requests[round * perRound + index] ?? ''
    const measured = await load({ port: app.port, connections: 16, requests: perRound, requestAt })
    if (measured.statuses[status] !== perRound) throw new Error(`${name} answered ${JSON.stringify(measured.statuses)}`)
    const beside = await load({ port: bare.port, connections: 16, requests: perRound, requestAt })
    if (round === 0) continue // the first round warms both up
    ours.push(measured.perSecond)
    theirs.push(beside.perSecond)
  }
  app.stop()
  bare.stop()
  const ratio = median(ours) / median(theirs)
  return [{
    name, wanted: 'ratio ≥ 0.4', held: ratio >= 0.4,
    figures: { ratio: ratio.toFixed(2), 'ours/s': Math.round(median(ours)), 'bare/s': Math.round(median(theirs)), 'rows each': rows },
  }]
}
