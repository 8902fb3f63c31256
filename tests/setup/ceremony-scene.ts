import { createHash } from 'node:crypto'
import type { Edition } from '#app/domain/edition.ts'
import { valueOf } from '#app/domain/result.ts'
import { rootOf, sealResults, type Digest, type SealedResults } from '#app/domain/seal.ts'
import { record } from '#app/features/audit/record.server.ts'
import { makeRunningOrder } from '#app/features/ceremony/order.commands.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { CategoryRow, Db, EntryRow } from '#db/schema.ts'
import type { AwardKind } from '#db/vocabulary.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition, makeEntry, testNow } from '#tests/factories/index.ts'

/** An edition whose results are sealed, with its running order. */
export interface CeremonyScene {
  edition: Edition
  categories: CategoryRow[]
}

type Own = Parameters<typeof makeEdition>[1]
const agreed = JSON.stringify({ name: 'yes', employer: 'yes', photo: 'yes', story: 'yes', stage: 'yes' })

/** As many sealed categories as there are winners, each with another finalist. */
export async function makeCeremony(db: Db, winners: string[], own: Own = {}): Promise<CeremonyScene> {
  const edition = await makeEdition(db, { stage: 'ceremony', finalists_announced_at: testNow, ...own })
  const categories: CategoryRow[] = []
  for (const [index, winner] of winners.entries()) {
    const category = await makeCategory(db, edition, { slug: `award-${index + 1}`, name: `Award ${index + 1}`, state: 'settled' })
    await makeStageFinalist(db, edition, category, `Finalist ${index + 1}`)
    await seal(db, edition, category, [[await makeStageFinalist(db, edition, category, winner), 'winner']])
    categories.push({ ...category, state: 'sealed' })
  }
  const ctx = makeCtx(db)
  valueOf(await makeRunningOrder(ctx, edition))
  return { edition: await getEditionById(ctx, edition.id), categories }
}

/** Who has said yes to everything, unless told otherwise. */
export async function makeStageFinalist(db: Db, edition: Edition, category: Pick<CategoryRow, 'id'>, name: string, publicity = agreed): Promise<EntryRow> {
  const nominee = { name, employer: `${name}’s home`, said_as: `say ${name}`, answer: 'accepted', publicity } as const
  const entry = await makeEntry(db, edition, category, { shortlist: 'in', nomination: { nominee, nominator_email: '' } })
  const { id } = await db.selectFrom('nomination').select('id').where('nominee_id', '=', entry.nominee_id).executeTakeFirstOrThrow()
  await inTransaction(makeCtx(db), (trx) => record(trx, { verb: 'nomination.sent', edition, objectId: id }))
  return entry
}

/** Seals these awards as the category's results; again, as an amendment. */
export async function seal(db: Db, edition: Edition, category: Pick<CategoryRow, 'id'>, awards: [EntryRow, AwardKind][], number = 1): Promise<void> {
  await db.insertInto('decision').values({ category_id: category.id, number, decided_at: testNow }).execute()
  const lines = awards.map(([entry, kind], index) => ({ id: newId(), category_id: category.id, number, entry_id: entry.id, kind, place: index + 1, citation: `Read out for ${entry.id}` }))
  await db.insertInto('award').values(lines).execute()
  const [first, second] = [await makeAccount(db), await makeAccount(db)]
  const { slug } = await db.updateTable('category').set({ state: 'sealed' }).where('id', '=', category.id).returning('slug').executeTakeFirstOrThrow()
  const results = { ...nothingScored, edition: edition.slug, category: slug, number, awards: lines.map(({ place, kind, entry_id }) => ({ place, kind, entry: entry_id })) }
  await db
    .insertInto('seal_leaf')
    .values({
      id: newId(), edition_id: edition.id, category_id: category.id, number, ...sealResults(results, [], 'nonce', digest), nonce: 'nonce',
      first_id: first.accountId, second_id: second.accountId, sealed_at: testNow,
    })
    .execute()
  const hashes = await db.selectFrom('seal_leaf').select('hash').where('edition_id', '=', edition.id).execute()
  const { root, leaves } = rootOf(hashes.map(({ hash }) => hash), digest)
  await db.insertInto('seal_root').values({ edition_id: edition.id, number: leaves.length, root, leaves: JSON.stringify(leaves), made_at: testNow }).execute()
}

const digest: Digest = (text) => createHash('sha256').update(text, 'utf8').digest('hex')
const nothingScored = {
  standings: [], sheet: { entries: [], unplaced: [], cards: [] }, settings: 1,
  method: { ordering: 'raw', calibration: 'raw-only', version: '1', seed: 1, quorum: 3, quorumRule: 'not-ranked', criteria: [] },
} satisfies Partial<SealedResults>
