import type { PublishedLeaf, PublishedSeal } from '#app/domain/seal-file.ts'
import type { Settings } from '#app/domain/edition.ts'
import type { Ordering } from '#app/domain/scoring/standings.ts'
import type { AwardKind } from '#db/vocabulary.ts'

type QuorumRule = Settings['quorumRule']

/** SHA-256 of a text in UTF-8, in hexadecimal. Handed in: server and browser have each their own. */
export type Digest = (text: string) => string
type DigestSomehow = (text: string) => string | Promise<string>

type Canonical = string | number | boolean | null | Canonical[] | { [key: string]: Canonical }

/** JSON in one way only: keys in order of their code units, no spaces, numbers as JavaScript writes them. */
export function canonicalJson(value: Canonical): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${value} has no place in a seal`)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`).join(',')}}`
}

/** What a leaf says of a category. No names: entries stand as ids that say nothing. Scores in points of the first criterion's scale. */
export type SealedResults = {
  edition: string
  category: string
  /** 1, then one more with each amendment */
  number: number
  awards: { place: number; kind: AwardKind; entry: string }[]
  /** `place`: in force, by ordering, tie ladder and quorum; the rest as `npm run results` prints it */
  standings: {
    entry: string; scores: number; place: number | null; raw: number | null; adjusted: number | null; rawPlace: number | null; adjustedPlace: number | null; pFirst: number | null
  }[]
  method: {
    ordering: Ordering; calibration: string; version: string; seed: number; quorum: number; quorumRule: QuorumRule
    criteria: { id: string; name: string; weight: number; min: number; max: number }[]
  }
  /** what the standings are worked out from */
  sheet: SealedSheet
  /** version of the edition's settings */
  settings: number
}

/** A score sheet, a line for each scorecard that counts: marks in the order of the method's criteria, null: not given. */
export type SealedSheet = {
  /** all that were on the shortlist and scored, or could have been */
  entries: string[]
  /** of these, those that take no place: they stood down, or have too few scores */
  unplaced: string[]
  cards: { entry: string; judge: string; marks: (number | null)[] }[]
}

/** The name behind an id, and the salt that keeps it from being guessed. */
export interface SaltedName {
  entry: string
  name: string
  salt: string
}

// Each kind of text begins with its own word, so that one can never pass for another.
const leafText = (nonce: string, leaf: string) => `leaf\n${nonce}\n${leaf}`
const nameText = ({ salt, name }: Pick<SaltedName, 'salt' | 'name'>) => `name\n${salt}\n${name}`
const rootText = (hashes: string[]) => ['root', ...[...hashes].sort()].join('\n')

/** A category's leaf and the hash that commits to it. `nonce`: 256 secret bits, so that nobody can try out winners. */
export function sealResults(results: SealedResults, names: SaltedName[], nonce: string, digest: Digest): { leaf: string; hash: string } {
  const commitments = Object.fromEntries(names.map((one) => [one.entry, digest(nameText(one))]))
  const leaf = canonicalJson({ ...results, names: commitments })
  return { leaf, hash: digest(leafText(nonce, leaf)) }
}

/** The hash over all leaves so far, in whatever order they come. */
export function rootOf(hashes: string[], digest: Digest): { root: string; leaves: string[] } {
  return { root: digest(rootText(hashes)), leaves: [...hashes].sort() }
}

export interface SealReport {
  /** what does not match, each as a sentence; empty: everything does */
  faults: string[]
  /** leaves whose text is out, and was compared */
  opened: number
  /** leaves that wait for their reveal */
  closed: number
}

/** Recomputes everything that a published seal says. Needs nothing but the file. */
export async function verifySeal({ edition, leaves, roots }: PublishedSeal, digest: DigestSomehow): Promise<SealReport> {
  const faults: string[] = []
  for (const leaf of leaves) if (leaf.opened) faults.push(...(await faultsOfLeaf(edition, leaf, leaf.opened, digest)))
  for (const { number, root, leaves: hashes } of roots) {
    if ((await digest(rootText(hashes))) !== root) faults.push(`Root ${number} is not the hash of its leaves.`)
  }
  faults.push(...faultsOfGrowth(leaves, roots))
  const opened = leaves.filter((one) => one.opened).length
  return { faults, opened, closed: leaves.length - opened }
}

async function faultsOfLeaf(edition: string, { category, title, number, hash }: PublishedLeaf, opened: NonNullable<PublishedLeaf['opened']>, digest: DigestSomehow): Promise<string[]> {
  const which = `${title}, seal ${number}`
  if ((await digest(leafText(opened.nonce, opened.leaf))) !== hash) return [`${which}: the text is not what was sealed.`]
  const says = JSON.parse(opened.leaf) as SealedResults & { names: Record<string, string> }
  const faults = says.edition === edition && says.category === category && says.number === number ? [] : [`${which}: the text is of another seal.`]
  for (const one of opened.names) {
    if (says.names[one.entry] !== (await digest(nameText(one)))) faults.push(`${which}: “${one.name}” is not the name that was sealed.`)
  }
  return faults
}

/** Each root holds the leaves of the one before and one more; the newest holds all that are listed. */
function faultsOfGrowth(leaves: PublishedLeaf[], roots: PublishedSeal['roots']): string[] {
  const inOrder = [...roots].sort((a, b) => a.number - b.number)
  const broken = inOrder.filter(({ number, leaves: hashes }, index) => {
    const before = inOrder[index - 1]?.leaves ?? []
    return number !== index + 1 || hashes.length !== before.length + 1 || before.some((hash) => !hashes.includes(hash))
  })
  const listed = leaves.map(({ hash }) => hash).sort().join()
  const newest = [...(inOrder.at(-1)?.leaves ?? [])].sort().join()
  return [
    ...broken.map(({ number }) => `Root ${number} does not follow from the one before: a seal was taken out or changed.`),
    ...(listed === newest ? [] : ['The newest root does not hold the seals that are listed.']),
  ]
}
