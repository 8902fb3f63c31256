import type { Cell } from '#app/domain/csv.ts'
import type { Edition } from '#app/domain/edition.ts'
import { withoutSmall, type Line } from '#app/domain/reach.ts'
import { asCsv } from '#app/features/exports/pages.server.ts'
import { readReach, type Reach } from '#app/features/reach/queries.server.ts'
import { channelText, districtText, passedPages, settingText } from '#app/features/reach/words.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** The figures of the reach page, for handing on: of settings and districts, no count that could point at somebody. */
export async function* reachCsv(ctx: Pick<Ctx, 'db' | 'now'>, edition: Edition): AsyncGenerator<string> {
  const reach = await readReach(ctx, edition)
  yield* asCsv(['Figures', 'Of', edition.slug, reach.before ?? 'The edition before'], [linesOf(reach)])
}

function linesOf(reach: Reach): Cell[][] {
  return [
    ...reach.days.map(({ day, came, before }): Cell[] => ['Received on a day', day, came?.count ?? null, before?.count ?? null]),
    ...reach.days.map(({ day, came, before }): Cell[] => ['Received by the end of a day', day, came?.total ?? null, before?.total ?? null]),
    ...reach.categories.map(({ label, count, before }): Cell[] => ['Category', label, count, before]),
    ...reach.channels.map(({ label, count, before }): Cell[] => ['Channel', channelText(label), count, before]),
    ...guarded('Kind of setting', reach.settings, settingText),
    ...guarded('Postcode district', reach.districts, districtText),
    ...passedPages(reach).map(({ label, count }): Cell[] => ['Drafts online that got past a page', label, count, null]),
  ]
}

function guarded(figures: string, lines: Line[], textOf: (label: string) => string): Cell[][] {
  const now = withoutSmall(lines.map(({ count }) => count))
  const before = lines.some((line) => line.before === null) ? null : withoutSmall(lines.map((line) => line.before ?? 0))
  return lines.map(({ label }, index) => [figures, textOf(label), now[index] ?? null, before?.[index] ?? null])
}
