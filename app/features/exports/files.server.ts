import type { Edition } from '#app/domain/edition.ts'
import { dayKey } from '#app/domain/time.ts'
import { record } from '#app/features/audit/record.server.ts'
import { editionJson } from '#app/features/exports/edition.server.ts'
import { entriesCsv } from '#app/features/exports/entries.server.ts'
import { nominationsCsv } from '#app/features/exports/nominations.server.ts'
import { reachCsv } from '#app/features/exports/reach.server.ts'
import { scoresCsv } from '#app/features/exports/scores.server.ts'
import { standingsCsv } from '#app/features/exports/standings.server.ts'
import { noteLook } from '#app/features/moderation/embargo.server.ts'
import type { Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { fileResponse } from '#app/platform/file.server.ts'

type Write = (ctx: Ctx, edition: Edition, results: Moderated[]) => AsyncIterable<string>

/** For everybody who organises; `results` are of the categories that whoever asks may see the results of. */
export const plainFiles: Record<string, Write> = { 'nominations.csv': nominationsCsv, 'entries.csv': entriesCsv, 'reach.csv': reachCsv, 'edition.json': editionJson }

/** For whoever may see the results of one category at least. */
export const resultFiles: Record<string, Write> = { 'scores.csv': scoresCsv, 'standings.csv': standingsCsv }

interface Download {
  /** its name without edition and day: `scores.csv` */
  file: string
  /** the categories whose results are in it */
  results: Moderated[]
  parts: AsyncIterable<string> | Iterable<string>
}

/** A file of an edition, in the trail before its first byte goes out. Side effect: audit, with a look at each of `results` that is not public. */
export async function download(ctx: Ctx, edition: Edition, { file, results, parts }: Download): Promise<Response> {
  await inTransaction(ctx, async (trx) => {
    await record(trx, { verb: 'export.downloaded', edition, facts: { file } })
    await noteLook(trx, edition, results)
  })
  return fileResponse(`awards-${edition.slug}-${file.replace(/(?=\.\w+$)/, `-${dayKey(edition.now, edition.time_zone)}`)}`, parts)
}
