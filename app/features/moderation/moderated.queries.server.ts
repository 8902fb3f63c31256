import type { Edition } from '#app/domain/edition.ts'
import { listDecisions, type Decision } from '#app/features/moderation/decisions.queries.server.ts'
import { isRevealed } from '#app/features/moderation/revealed.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { CategoryState } from '#db/vocabulary.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

/** A category on its way from the last score to the stage. */
export interface Moderated {
  id: string
  slug: string
  name: string
  state: CategoryState
  /** how many leaves there are: 1, and one more with each amendment */
  seals: number
  /** whether its results have been revealed, and may be seen by everybody */
  isPublic: boolean
  /** the newest one: in force, or still being made */
  decision?: Decision
  /** somebody has asked to seal the newest decision */
  proposal?: Proposal
}

export interface Proposal {
  id: string
  /** fingerprint of what was seen */
  shown: string
  reason: string
  accountId: string
  by: string
  at: string
}

/** All categories of an edition in the order of the programme. Four reads, however many rows. */
export async function listModerated({ db }: Reading, edition: Pick<Edition, 'id' | 'now'>): Promise<Moderated[]> {
  const categories = await db
    .selectFrom('category').select(['id', 'slug', 'name', 'state'])
    .select((e) => [
      e.selectFrom('seal_leaf').select((l) => l.fn.countAll<number>().as('count')).whereRef('seal_leaf.category_id', '=', 'category.id').as('seals'),
      e.case().when(isRevealed(e, edition.now)).then(1).else(0).end().as('revealed'),
    ])
    .where('edition_id', '=', edition.id).orderBy('position').execute()
  const decisions = await listDecisions({ db }, edition)
  const proposals = await db
    .selectFrom('seal_proposal').innerJoin('category', 'category.id', 'seal_proposal.category_id').innerJoin('account', 'account.id', 'seal_proposal.account_id')
    .select(['seal_proposal.id', 'shown', 'reason', 'account_id as accountId', 'account.name as by', 'proposed_at as at', 'category_id'])
    .where('category.edition_id', '=', edition.id).where('ended_at', 'is', null).execute()
  return categories.map(({ seals, revealed, ...category }) => ({
    ...category, seals: Number(seals ?? 0), isPublic: revealed === 1, decision: decisions.get(category.id), proposal: proposals.find((one) => one.category_id === category.id),
  }))
}

export async function findModerated(ctx: Reading, edition: Pick<Edition, 'id' | 'now'>, slug: string): Promise<Moderated | undefined> {
  return (await listModerated(ctx, edition)).find((one) => one.slug === slug)
}
