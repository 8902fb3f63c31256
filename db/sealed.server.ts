import { createHash } from 'node:crypto'
import type { Db } from '#db/schema.ts'

// The seal as its public page tells it, written out again: so a fault in what seals is found as well.

const sha256 = (...lines: string[]) => createHash('sha256').update(lines.join('\n'), 'utf8').digest('hex')

interface AwardLine {
  place: number
  kind: string
  entry: string
}
interface SealedText {
  awards: AwardLine[]
  /** entry → hash of salt and name */
  names: Record<string, string>
}

/** Leaves that are not what they were: another hash, other awards in the tables, or a name that is not the one committed to. */
export async function listUnverified(db: Db): Promise<unknown[]> {
  const leaves = await db.selectFrom('seal_leaf').select(['id', 'category_id', 'number', 'hash', 'leaf', 'nonce']).execute()
  const names = Map.groupBy(await db.selectFrom('seal_name').selectAll().execute(), (one) => one.leaf_id)
  const awards = Map.groupBy(
    await db.selectFrom('award').select(['category_id', 'number', 'place', 'kind', 'entry_id as entry']).orderBy('place').execute(), (one) => `${one.category_id} ${one.number}`)
  const broken = leaves.filter(({ id, category_id, number, hash, leaf, nonce }) => {
    if (sha256('leaf', nonce, leaf) !== hash) return true
    const sealed = JSON.parse(leaf) as SealedText
    const isSealed = ({ entry_id, name, salt }: { entry_id: string; name: string | null; salt: string | null }) => name === null || salt === null || sha256('name', salt, name) === sealed.names[entry_id]
    return textOf(awards.get(`${category_id} ${number}`) ?? []) !== textOf(sealed.awards) || !(names.get(id) ?? []).every(isSealed)
  })
  return broken.map(({ id }) => ({ id }))
}

const textOf = (awards: AwardLine[]) => awards.map(({ place, kind, entry }) => `${place} ${kind} ${entry}`).join()

/** Editions whose roots are not the hashes over their leaves, each time with one more, the newest with all. */
export async function listBrokenRoots(db: Db): Promise<unknown[]> {
  const leaves = Map.groupBy(await db.selectFrom('seal_leaf').select(['edition_id', 'hash']).execute(), (one) => one.edition_id)
  const roots = Map.groupBy(await db.selectFrom('seal_root').selectAll().orderBy('number').execute(), (one) => one.edition_id)
  const broken = [...new Set([...leaves.keys(), ...roots.keys()])].filter((id) => {
    let before: string[] = []
    for (const [index, { number, root, leaves: listed }] of (roots.get(id) ?? []).entries()) {
      const hashes = JSON.parse(listed) as string[]
      const grows = number === index + 1 && hashes.length === number && before.every((hash) => hashes.includes(hash))
      if (!grows || sha256('root', ...hashes.toSorted()) !== root) return true
      before = hashes
    }
    return before.toSorted().join() !== (leaves.get(id) ?? []).map(({ hash }) => hash).sort().join()
  })
  return broken.map((edition_id) => ({ edition_id }))
}
