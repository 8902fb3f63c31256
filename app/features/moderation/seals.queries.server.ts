import { z } from 'zod'
import type { Edition } from '#app/domain/edition.ts'
import type { PublishedLeaf, PublishedSeal } from '#app/domain/seal-file.ts'
import { isRevealed } from '#app/features/moderation/revealed.server.ts'
import { listPublicUses } from '#app/features/shortlisting/finalists.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

const hashes = z.array(z.string())

/**
 * What anybody may know of an edition's seals now: hashes at once; text, nonce, and the names and salts of those who were
 * named on stage once they are revealed. What was not said on stage about a finalist, their place, gets no name here.
 */
export async function readPublishedSeal(ctx: Pick<Ctx, 'db'>, edition: Edition): Promise<PublishedSeal> {
  const leaves = await listLeaves(ctx, edition)
  const roots = await ctx.db.selectFrom('seal_root').selectAll().where('edition_id', '=', edition.id).orderBy('number').execute()
  const names = leaves.some(({ revealed }) => revealed) ? await listNames(ctx, edition) : []
  return {
    format: 'seal-1', edition: edition.slug,
    leaves: leaves.map(({ id, leaf, nonce, revealed, ...row }): PublishedLeaf => ({
      ...row, opened: revealed ? { leaf, nonce, names: names.filter(({ leafId }) => leafId === id).map(({ leafId: _, ...name }) => name) } : null,
    })),
    roots: roots.map(({ number, root, leaves: listed, made_at }) => ({ number, root, leaves: hashes.parse(JSON.parse(listed)), madeAt: made_at })),
  }
}

async function listLeaves({ db }: Pick<Ctx, 'db'>, edition: Edition) {
  const rows = await db
    .selectFrom('seal_leaf').innerJoin('category', 'category.id', 'seal_leaf.category_id')
    .select(['seal_leaf.id', 'category.slug as category', 'category.name as title', 'number', 'hash', 'leaf', 'nonce', 'reason', 'sealed_at as sealedAt'])
    .select((e) => e.case().when(isRevealed(e, edition.now)).then(1).else(0).end().as('revealed'))
    .where('seal_leaf.edition_id', '=', edition.id).orderBy('category.position').orderBy('number').execute()
  return rows.map((row) => ({ ...row, revealed: row.revealed === 1 }))
}

/** Names of winners and highly commended of revealed categories, where they may be public and were not erased. */
async function listNames(ctx: Pick<Ctx, 'db'>, edition: Edition) {
  const uses = await listPublicUses(ctx, edition)
  const rows = await ctx.db
    .selectFrom('seal_name').innerJoin('seal_leaf', 'seal_leaf.id', 'seal_name.leaf_id').innerJoin('category', 'category.id', 'seal_leaf.category_id')
    .innerJoin('award', (join) => join.onRef('award.category_id', '=', 'seal_leaf.category_id').onRef('award.number', '=', 'seal_leaf.number').onRef('award.entry_id', '=', 'seal_name.entry_id'))
    .innerJoin('entry', 'entry.id', 'seal_name.entry_id')
    .select(['seal_name.leaf_id as leafId', 'seal_name.entry_id as entry', 'seal_name.name', 'seal_name.salt', 'entry.nominee_id'])
    .where('seal_leaf.edition_id', '=', edition.id).where('award.kind', '<>', 'reserve').where((e) => isRevealed(e, edition.now))
    .orderBy('award.place').execute()
  return rows.flatMap(({ nominee_id, name, salt, ...row }) => (name !== null && salt !== null && uses.get(nominee_id)?.includes('name') ? [{ ...row, name, salt }] : []))
}
