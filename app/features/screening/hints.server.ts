import { readKnown } from '#app/domain/privacy/known.ts'
import { findPassages } from '#app/domain/privacy/passages.ts'
import { notYetCovered } from '#app/domain/redaction.ts'
import type { Passage } from '#app/features/screening/redaction.queries.server.ts'
import type { Entry } from '#app/features/screening/screening.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export interface HintedPassage extends Passage {
  /** words, each once, that may say who receives care and are not covered */
  hints: string[]
}

/** Passages of an entry with what organisers may want to cover in them. */
export async function withHints({ db }: Pick<Ctx, 'db'>, { nominee, employer }: Pick<Entry, 'nominee' | 'employer'>, passages: Passage[]): Promise<HintedPassage[]> {
  if (passages.length === 0) return []
  const told = await db
    .selectFrom('nomination').select(['id', 'nominator_name as nominator', 'relationship'])
    .where('id', 'in', passages.map(({ nominationId }) => nominationId))
    .execute()
  const knownIn = new Map(told.map(({ id, nominator, relationship }) => [id, readKnown({ nominee, employer, nominator, relationship })]))
  return passages.map((passage) => {
    const known = knownIn.get(passage.nominationId)
    return { ...passage, hints: known ? hintsIn(passage, findPassages(passage.text, known)) : [] }
  })
}

function hintsIn({ text, covers }: Passage, found: ReturnType<typeof findPassages>): string[] {
  return [...new Set(notYetCovered(found, covers).map(({ from, to }) => text.slice(from, to)))]
}
