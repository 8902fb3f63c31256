import type { Edition } from '#app/domain/edition.ts'
import { announcedOf, type Announced } from '#app/domain/reveal.ts'
import type { OrderCue, StagePoint } from '#app/domain/stage.ts'
import type { Db, Instant, Trx } from '#db/schema.ts'
import { hotQuery } from '#db/hot.server.ts'
import type { CategoryState } from '#db/vocabulary.ts'

type Reading = { db: Db | Trx }

/** One entry of the running order. */
export interface Cue extends OrderCue {
  /** of a category: its name */
  title: string
  /** what the presenter says */
  script: string
  categoryId: string | null
  /** of a category: where it stands, and when the public may know its winner */
  state: CategoryState | null
  publicAt: Instant | null
}

/** The running order. One read. */
export async function listCues({ db }: Reading, { id: editionId }: Pick<Edition, 'id'>): Promise<Cue[]> {
  const rows = await db
    .selectFrom('cue')
    .leftJoin('category', 'category.id', 'cue.category_id')
    .leftJoin('reveal', (join) => join.onRef('reveal.category_id', '=', 'cue.category_id').on('reveal.undone_at', 'is', null))
    .select((e) => [
      'cue.id', 'cue.kind', 'cue.script', 'cue.category_id as categoryId', e.fn.coalesce('category.name', 'cue.title').as('title'),
      'category.state', 'reveal.public_at as publicAt',
    ])
    .where('cue.edition_id', '=', editionId)
    .orderBy('cue.position').orderBy('cue.id')
    .execute()
  return rows.map((row) => ({ ...row, awarded: row.state === 'sealed' || row.state === 'revealed', revealed: row.publicAt !== null }))
}

/** What the stage shows now; before anybody has pressed anything, its version is 0. */
export interface StageState extends StagePoint {
  version: number
  changedAt: Instant
}

/** An edition as its stage shows it. */
export interface StageRow extends Pick<Edition, 'id' | 'name' | 'stage' | 'finalists_announced_at'>, StageState {
  /** of the edition: what the running order says may have changed */
  editionVersion: number
}

const byEdition = hotQuery((db, id: string) =>
  db
    .selectFrom('edition').leftJoin('stage_state', 'stage_state.edition_id', 'edition.id')
    .select([
      'edition.id', 'edition.name', 'edition.stage', 'edition.finalists_announced_at', 'edition.version as editionVersion', 'edition.created_at',
      'stage_state.cue_id', 'stage_state.step', 'stage_state.black', 'stage_state.version', 'stage_state.changed_at',
    ])
    .where('edition.id', '=', id))

/** One read; asked once a second while anybody watches a stage. */
export async function readStage({ db }: Reading, editionId: string): Promise<StageRow> {
  const [row] = await byEdition(db, editionId)
  if (!row) throw new Error(`there is no edition ${editionId}`)
  const { cue_id, step, black, version, changed_at, created_at, ...edition } = row
  return { ...edition, cueId: cue_id, step: step ?? 0, black: black === 1, version: version ?? 0, changedAt: changed_at ?? created_at }
}

/** How many of the edition's winners the public knows, by the clock. */
export async function findAnnounced({ db }: Reading, { id, now }: Pick<Edition, 'id' | 'now'>): Promise<Announced> {
  const facts = await db
    .selectFrom('category')
    .leftJoin('reveal', (join) => join.onRef('reveal.category_id', '=', 'category.id').on('reveal.undone_at', 'is', null).on('reveal.public_at', '<=', now))
    .select((e) => [e.fn.count<number>('category.id').as('sealed'), e.fn.count<number>('reveal.id').as('revealed')])
    .where('category.edition_id', '=', id).where('category.state', 'in', ['sealed', 'revealed'])
    .executeTakeFirstOrThrow()
  return announcedOf(facts)
}
