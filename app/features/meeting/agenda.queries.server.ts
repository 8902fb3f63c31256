import { byCloseness, closenessOf, type Closeness } from '#app/domain/agenda.ts'
import type { Edition } from '#app/domain/edition.ts'
import { scoreInForce } from '#app/domain/scoring/standings.ts'
import { listItemStates } from '#app/features/meeting/items.queries.server.ts'
import { listModerated } from '#app/features/moderation/moderated.queries.server.ts'
import { hasStandings, phaseOf, type Phase } from '#app/features/moderation/policy.ts'
import { readStandings, type CategoryStandings } from '#app/features/moderation/standings.queries.server.ts'
import { listOutOf } from '#app/features/moderation/step-out.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** How close it is, and how probable it is that the first is the best; null: cannot be known. */
export interface OnAgenda extends Closeness {
  pFirst: number | null
}

export interface AgendaItem {
  id: string
  slug: string
  name: string
  phase: Phase
  item: 'waiting' | 'open' | 'closed'
  /** of what is still to decide; null: decided, or whoever asks has stepped out */
  closeness: OnAgenda | null
  /** whoever asks has stepped out of it */
  out: boolean
}

/** The categories whose scoring is closed: what is to decide by closeness, then what is decided. */
export async function readAgenda(ctx: Pick<Ctx, 'db' | 'actor'>, edition: Edition): Promise<AgendaItem[]> {
  const categories = (await listModerated(ctx, edition)).filter((one) => hasStandings(one) && !one.isPublic)
  const [states, out] = [await listItemStates(ctx, categories), await listOutOf(ctx, categories)]
  const items: AgendaItem[] = []
  for (const category of categories) {
    const { id, slug, name } = category
    const phase = phaseOf(category)
    const closeness = phase === 'deciding' && !out.has(id) ? closenessIn(await readStandings(ctx, edition, category)) : null
    items.push({ id, slug, name, phase, item: states.get(id) ?? 'waiting', closeness, out: out.has(id) })
  }
  const toDecide = items.filter(({ phase }) => phase === 'deciding')
  return [...toDecide.sort(inTurn), ...items.filter((one) => !toDecide.includes(one))]
}

/** What tells nothing to whoever asks goes last. */
function inTurn(a: AgendaItem, b: AgendaItem): number {
  if (!a.closeness || !b.closeness) return Number(a.closeness === null) - Number(b.closeness === null)
  return byCloseness(a.closeness, b.closeness)
}

function closenessIn({ rows, ordering, certainty }: CategoryStandings): OnAgenda {
  const [first] = rows
  const tooClose = certainty.tooClose?.some((pair) => pair.includes(first?.name ?? '')) ?? false
  return { ...closenessOf(rows.map((row) => ({ place: row.place, score: scoreInForce(row, ordering) })), tooClose), pFirst: first?.pFirst ?? null }
}
