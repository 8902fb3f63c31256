import type { Cell } from '#app/domain/csv.ts'
import type { Edition } from '#app/domain/edition.ts'
import { asCsv } from '#app/features/exports/pages.server.ts'
import type { Award } from '#app/features/moderation/decisions.queries.server.ts'
import type { Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import { readStandings, type StandingRow } from '#app/features/moderation/standings.queries.server.ts'
import { awardWords } from '#app/features/moderation/words.ts'
import type { Ctx } from '#app/platform/context.server.ts'

type Reading = Pick<Ctx, 'db'>

const header = ['Category', 'Place', 'Entry', 'Nominee', 'Employer', 'Scorecards', 'Mean', 'Mean with strictness taken out', 'Chance of being first', 'Award', 'Award number', 'Citation']
const nothing = { place: null, name: null, employer: null, n: null, raw: null, adjusted: null, pFirst: null }

/** Where each entry of these categories stands, as on their pages and to the last digit, and what was decided. */
export function standingsCsv(ctx: Reading, edition: Edition, categories: Moderated[]): AsyncGenerator<string> {
  return asCsv(header, lines())

  async function* lines(): AsyncGenerator<Cell[][]> {
    for (const category of categories) yield linesOf(category, (await readStandings(ctx, edition, category)).rows)
  }
}

/** Awards to entries that no longer take part come last, without a name. */
function linesOf({ name, decision }: Moderated, rows: StandingRow[]): Cell[][] {
  const awards = decision?.awards ?? []
  const left = awards.filter(({ entryId }) => !rows.some((row) => row.entryId === entryId))
  const awardTo = (entry: string) => awards.find(({ entryId }) => entryId === entry)
  return [...rows.map((row) => lineOf(name, row, awardTo(row.entryId))), ...left.map((award) => lineOf(name, { entryId: award.entryId, ...nothing }, award))]
}

type Standing = Pick<StandingRow, 'entryId'> & { [Fact in keyof typeof nothing]: StandingRow[Fact] | null }

function lineOf(category: string, { place, entryId, name, employer, n, raw, adjusted, pFirst }: Standing, award?: Award): Cell[] {
  return [category, place, entryId, name, employer, n, raw, adjusted, pFirst, ...(award ? [awardWords[award.kind], award.place, award.citation] : [null, null, null])]
}
