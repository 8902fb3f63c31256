import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { cookieFor, envFor, prepareEdition, request } from '#tests/bench/edition.ts'
import { load, median } from '#tests/bench/load.ts'
import type { Bench, Row } from '#tests/bench/types.ts'

/** One page of the form, made for one person, beside React alone writing the same tree. */
export async function measureForm({ folder, rounds, serve }: Bench): Promise<Row[]> {
  const { file, db, ctx } = await prepareEdition(folder, 'form')
  const edition = await findCurrentEdition(ctx)
  const draft = await db.selectFrom('nomination').select('draft_id as id').where('draft_id', 'is not', null).executeTakeFirstOrThrow()
  await db.destroy()
  const cookie = await cookieFor([draft.id ?? ''])
  const path = `/nominate/${draft.id}/difference`
  const env = envFor(file)
  const app = await serve({ kind: 'app', env })
  const bare = await serve({ kind: 'react', env, page: { path, cookie } })
  const once = (port: number) => load({ port, connections: 8, requests: 2000, requestAt: () => request('GET', path, { Cookie: cookie }) })
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (const port of [app.port, bare.port]) await once(port)
  for (let round = 0; round < rounds; round += 1) {
    const measured = await once(app.port)
    if (measured.statuses['200'] !== 2000) throw new Error(`the form answered ${JSON.stringify(measured.statuses)}`)
    ours.push(measured.perSecond)
    theirs.push((await once(bare.port)).perSecond)
  }
  app.stop()
  bare.stop()
  const ratio = median(ours) / median(theirs)
  return [{
    name: `form step of ${edition?.slug}`, wanted: 'ratio ≥ 0.5', held: ratio >= 0.5,
    figures: {
      ratio: ratio.toFixed(2), 'ours/s': Math.round(median(ours)), 'React alone/s': Math.round(median(theirs)),
      'our ms a page': (1000 / median(ours)).toFixed(2), 'React ms a page': (1000 / median(theirs)).toFixed(2),
    },
  }]
}
