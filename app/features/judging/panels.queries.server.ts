import type { Edition } from '#app/domain/edition.ts'
import { standingCards } from '#app/features/judging/standing-cards.server.ts'
import { takesPart } from '#app/features/screening/waiting.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { CategoryRow } from '#db/schema.ts'
import type { JudgeState } from '#db/vocabulary.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

export interface PanelLine {
  id: string
  slug: string
  name: string
  state: CategoryRow['state']
  judges: number
  /** whose invitation is answered */
  accepted: number
  chair: string | null
  /** on the shortlist */
  entries: number
}

/** The panel of every category. Three reads. */
export async function listPanels({ db }: Reading, edition: Pick<Edition, 'id'>): Promise<PanelLine[]> {
  const categories = await db.selectFrom('category').select(['id', 'slug', 'name', 'state']).where('edition_id', '=', edition.id).orderBy('position').execute()
  const seats = await seatsIn({ db }, edition).execute()
  const entries = await db
    .selectFrom('entry').select(['category_id', (e) => e.fn.countAll<number>().as('count')])
    .where('edition_id', '=', edition.id).where('shortlist', '=', 'in').where(takesPart).groupBy('category_id').execute()
  return categories.map((category) => {
    const own = seats.filter((seat) => seat.category_id === category.id)
    return {
      ...category, judges: own.length, accepted: own.filter((seat) => seat.state === 'accepted').length,
      chair: own.find((seat) => seat.chair === 1)?.name ?? null, entries: entries.find((one) => one.category_id === category.id)?.count ?? 0,
    }
  })
}

function seatsIn({ db }: Reading, edition: Pick<Edition, 'id'>) {
  return db
    .selectFrom('panel_member')
    .innerJoin('judge', 'judge.id', 'panel_member.judge_id').innerJoin('account', 'account.id', 'judge.account_id')
    .select(['panel_member.category_id', 'panel_member.chair', 'judge.id', 'judge.state', 'judge.signed_terms', 'judge.declared_at', 'account.name'])
    .where('judge.edition_id', '=', edition.id).where('panel_member.removed_at', 'is', null)
    .orderBy('account.name').orderBy('judge.id')
}

export type Category = Pick<CategoryRow, 'id' | 'slug' | 'name' | 'state'>

export function findCategory({ db }: Reading, edition: Pick<Edition, 'id'>, slug: string): Promise<Category | undefined> {
  return db.selectFrom('category').select(['id', 'slug', 'name', 'state']).where('edition_id', '=', edition.id).where('slug', '=', slug).executeTakeFirst()
}

export interface Seat {
  id: string
  name: string
  state: JudgeState
  signed_terms: string
  declared_at: string | null
  chair: 0 | 1
  /** entries of this category that are theirs to read */
  given: number
}

/** Who sits on a panel, by name. Two reads. */
export async function listSeats({ db }: Reading, edition: Pick<Edition, 'id'>, category: Pick<CategoryRow, 'id'>): Promise<Seat[]> {
  const seats = await seatsIn({ db }, edition).where('panel_member.category_id', '=', category.id).execute()
  const given = await standingCards(db, edition.id)
    .select(['scorecard.judge_id', (e) => e.fn.countAll<number>().as('count')]).where('entry.category_id', '=', category.id).groupBy('scorecard.judge_id').execute()
  return seats.map((seat) => ({ ...seat, given: given.find((one) => one.judge_id === seat.id)?.count ?? 0 }))
}

/** Judges who could be put on a panel. */
export function listFree({ db }: Reading, edition: Pick<Edition, 'id'>, category: Pick<CategoryRow, 'id'>): Promise<{ id: string; name: string; state: JudgeState }[]> {
  return db
    .selectFrom('judge').innerJoin('account', 'account.id', 'judge.account_id').select(['judge.id', 'account.name', 'judge.state'])
    .where('judge.edition_id', '=', edition.id).where('judge.state', 'in', ['invited', 'accepted'])
    .where((e) => e.not(e.exists(
      e.selectFrom('panel_member').select('judge_id').whereRef('panel_member.judge_id', '=', 'judge.id')
        .where('panel_member.category_id', '=', category.id).where('panel_member.removed_at', 'is', null))))
    .orderBy('account.name').orderBy('judge.id')
    .execute()
}
