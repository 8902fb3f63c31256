import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { envFor, prepareEdition, request } from '#tests/bench/edition.ts'
import { load, median } from '#tests/bench/load.ts'
import type { Bench, Row } from '#tests/bench/types.ts'

/** Public pages from finished bytes, beside a server that knows nothing but those bytes. */
export async function measurePublic({ folder, rounds, serve }: Bench): Promise<Row[]> {
  const { file, db, ctx } = await prepareEdition(folder, 'public')
  const edition = await findCurrentEdition(ctx)
  await db.destroy()
  const app = await serve({ kind: 'app', env: envFor(file) })
  const rows: Row[] = []
  for (const path of ['/', `/${edition?.slug}/how-we-judge`]) {
    const page = await fetch(`http://127.0.0.1:${app.port}${path}`, { headers: { 'Accept-Encoding': 'identity' } })
    const headers = [...page.headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name))
    const body = Buffer.from(await page.arrayBuffer()).toString('base64')
    const bare = await serve({ kind: 'bytes', env: {}, bytes: { headers, body } })
    const [ours, theirs]: [number[], number[]] = [[], []]
    const once = (port: number) => load({ port, connections: 32, requests: 20_000, requestAt: () => request('GET', path) })
    for (const port of [app.port, bare.port]) await once(port)
    for (let round = 0; round < rounds; round += 1) {
      ours.push((await once(app.port)).perSecond)
      theirs.push((await once(bare.port)).perSecond)
    }
    bare.stop()
    const ratio = median(ours) / median(theirs)
    rows.push({
      name: `public ${path}`, wanted: 'ratio ≥ 0.5', held: ratio >= 0.5,
      figures: { ratio: ratio.toFixed(2), 'ours/s': Math.round(median(ours)), 'bare/s': Math.round(median(theirs)) },
    })
  }
  app.stop()
  return rows
}
