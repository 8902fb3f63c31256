import { acceptsNominations, settingsSchema, type Edition } from '#app/domain/edition.ts'
import { later } from '#app/domain/time.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { isPostgres } from '#db/dialect.server.ts'
import { hotQuery } from '#db/hot.server.ts'
import type { Db, EditionRow, Flag, Trx } from '#db/schema.ts'

type Reading = Pick<Ctx, 'db' | 'now'>

const parsedSettings = new Map<string, Edition['settings']>()

/** Settings of one edition version never change, so each is parsed once. */
function settingsOf(row: EditionRow): Edition['settings'] {
  const key = `${row.id}:${row.version}`
  const known = parsedSettings.get(key) ?? settingsSchema.parse(JSON.parse(row.settings))
  if (parsedSettings.size > 50) parsedSettings.clear()
  parsedSettings.set(key, known)
  return known
}

export function editionFromRow(row: EditionRow, now: string): Edition {
  const { settings: _, current, rehearsal, opens_by_clock, ...columns } = row
  const clock_offset_ms = Number(row.clock_offset_ms) // PostgreSQL hands a bigint over as text
  return {
    ...columns,
    clock_offset_ms,
    current: current === 1,
    rehearsal: rehearsal === 1,
    opensByClock: opens_by_clock === 1,
    settings: settingsOf(row),
    now: clock_offset_ms ? later(now, clock_offset_ms) : now,
  }
}

const bySlug = hotQuery((db, slug: string) => db.selectFrom('edition').selectAll().where('slug', '=', slug))
const byId = hotQuery((db, id: string) => db.selectFrom('edition').selectAll().where('id', '=', id))
const theCurrent = hotQuery((db, yes: Flag) => db.selectFrom('edition').selectAll().where('current', '=', yes))

const heldForSending = hotQuery((db, id: string) => held(db, id, 'forKeyShare'))
const heldAlone = hotQuery((db, id: string) => held(db, id, 'forUpdate'))

function held(db: Db | Trx, id: string, lock: 'forKeyShare' | 'forUpdate') {
  const query = db.selectFrom('edition').selectAll().where('id', '=', id)
  return isPostgres(db) ? query[lock]() : query
}

const theRehearsals = hotQuery((db, yes: Flag) => db.selectFrom('edition').select('slug').where('rehearsal', '=', yes))

/** The slugs of all rehearsals. */
export async function listRehearsals({ db }: Pick<Reading, 'db'>): Promise<string[]> {
  return (await theRehearsals(db, 1)).map(({ slug }) => slug)
}

export async function findEdition({ db, now }: Reading, slug: string): Promise<Edition | undefined> {
  const [row] = await bySlug(db, slug)
  return row && editionFromRow(row, now)
}

export async function getEditionById({ db, now }: Reading, id: string): Promise<Edition> {
  const [row] = await byId(db, id)
  return present(row, id, now)
}

function present(row: EditionRow | undefined, id: string, now: string): Edition {
  if (!row) throw new Error(`there is no edition ${id}`)
  return editionFromRow(row, now)
}

/**
 * The edition as it is inside this transaction, and so it stays until the transaction ends: for `sending`, nobody takes it
 * back to preparing meanwhile; `alone`, nobody sends meanwhile. SQLite lets one transaction write at a time as it is.
 */
export async function holdEdition({ db, now }: TrxCtx, id: string, purpose: 'sending' | 'alone'): Promise<Edition> {
  const [row] = await (purpose === 'alone' ? heldAlone : heldForSending)(db, id)
  return present(row, id, now)
}

/** The edition that the public pages show; undefined before the first one is made current. */
export async function findCurrentEdition({ db, now }: Reading): Promise<Edition | undefined> {
  const [row] = await theCurrent(db, 1)
  return row && editionFromRow(row, now)
}

const ofRequest = new WeakMap<Reading, Promise<Edition | undefined>>()

/** The same, read once for all loaders of one page. Not for commands: they read what is there now. */
export function currentEditionOfPage(ctx: Reading): Promise<Edition | undefined> {
  const known = ofRequest.get(ctx)
  if (known) return known
  const edition = findCurrentEdition(ctx)
  ofRequest.set(ctx, edition)
  edition.catch(() => ofRequest.delete(ctx)) // what failed is asked again when the page is
  return edition
}

/** An edition that anybody may read about: the current one, or one whose nominations have been opened. */
export async function findPublicEdition(ctx: Reading, slug: string): Promise<Edition | undefined> {
  const edition = await findEdition(ctx, slug)
  return edition && (edition.current || edition.stage !== 'preparing' || acceptsNominations(edition, edition.now)) ? edition : undefined
}

export async function listEditions({ db, now }: Reading): Promise<Edition[]> {
  const rows = await db.selectFrom('edition').selectAll().orderBy('ceremony_at', 'desc').orderBy('slug').execute()
  return rows.map((row) => editionFromRow(row, now))
}
