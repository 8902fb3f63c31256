import type { Profile } from '#app/domain/matching/compare.ts'
import { rowsOf } from '#app/domain/matching/nicknames.ts'
import { skeletonOf } from '#app/domain/matching/spelling.ts'

/** Blocks larger than this are not compared each with each, but each with its nearest in the order of the alphabet. */
const largeBlock = 60
const nearest = 20

/**
 * The pairs worth a look, as places in the list: those that have two of first name, surname and workplace in common, by
 * keys that forgive a slip of the pen. No pair without them reaches the line, and a hundred thousand nominees come to a
 * few comparisons each.
 */
export function* listCandidates(profiles: Profile[]): Generator<[number, number]> {
  const blocks = new Map<string, number[]>()
  for (const [place, profile] of profiles.entries()) {
    for (const key of keysOf(profile)) {
      const block = blocks.get(key)
      if (block) block.push(place)
      else blocks.set(key, [place])
    }
  }
  const seen = new Set<number>()
  for (const block of blocks.values()) {
    const reach = block.length > largeBlock ? nearest : block.length
    const inOrder = block.length > largeBlock ? sortByName(block, profiles) : block
    for (const [at, one] of inOrder.entries()) {
      for (const other of inOrder.slice(at + 1, at + 1 + reach)) {
        const [a, b] = one < other ? [one, other] : [other, one]
        const pair = a * profiles.length + b
        if (seen.has(pair)) continue
        seen.add(pair)
        yield [a, b]
      }
    }
  }
}

function sortByName(block: number[], profiles: Profile[]): number[] {
  const name = (place: number) => profiles[place]?.person?.readings[0]?.given.join(' ') ?? ''
  return [...block].sort((a, b) => (name(a) < name(b) ? -1 : 1))
}

function keysOf({ person, group, workplace, reach }: Profile): Set<string> {
  const at = workplace.core.length ? placeKey(workplace.core) : ''
  const ways = reach.map((way) => `r:${way}`)
  if (group) return new Set([...ways, `g:${at}`, ...[...group.more].map((word) => `w:${word.slice(0, 5)}`)])
  const given = new Set((person?.readings ?? []).flatMap((reading) => givenKeys(reading.given)).concat(givenKeys(person?.knownAs ?? [])))
  for (const reading of person?.readings.slice(0, 1) ?? []) for (const key of givenKeys([[...reading.given, ...reading.family].join('')])) given.add(key)
  const family = new Set((person?.readings ?? []).flatMap((reading) => reading.family.filter((word) => word.length > 1)))
  const keys = new Set(ways)
  for (const name of family) {
    const sound = skeletonOf(name)
    keys.add(`fe:${sound.slice(0, 4)}:${at}`).add(`fe:^${name.slice(0, 4)}:${at}`)
    for (const first of given) keys.add(`fg:${sound}:${first}`)
  }
  for (const first of given) keys.add(`ge:${first}:${at}`)
  return keys
}

/** The first letters of a workplace, run together, double ones once: "Salt Marrow", "Saltmarrow", "Salltmarow". */
function placeKey(core: string[]): string {
  return core.join('').replace(/(.)\1/g, '$1').slice(0, 4)
}

function givenKeys(words: string[]): string[] {
  return words.flatMap((word) => {
    if (word.length < 2) return []
    const keys = [...rowsOf(word)].map((row) => `#${row}`)
    keys.push(word.slice(0, 3))
    if (word.length >= 4) keys.push(`~${word.slice(-4)}`)
    return keys
  })
}
