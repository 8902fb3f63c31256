import { listCandidates } from '#app/domain/matching/candidates.ts'
import { apart, compareProfiles, readProfile, workplaceWritten, type Described, type Profile } from '#app/domain/matching/compare.ts'
import { workplacesOf } from '#app/domain/matching/employers.ts'
import { line } from '#app/domain/matching/weights.ts'

/** Two nominations that may be about one nominee. */
export interface Suggestion {
  one: string
  other: string
  likelihood: number
  reasons: string[]
}

/** The same by their places in the list, the earlier first. */
interface Pair {
  a: number
  b: number
  likelihood: number
  reasons: string[]
}

/** The pairs at least as likely as not to be one nominee, most likely first. */
export function suggestPairs(all: Described[]): Suggestion[] {
  const workplaceOf = workplacesOf(all.map(workplaceWritten))
  const profiles = all.map((one) => readProfile(one, workplaceOf))
  const direct: Pair[] = []
  for (const [a, b] of listCandidates(profiles)) {
    const { likelihood, reasons } = compareAt(profiles, a, b)
    if (likelihood >= line) direct.push({ a, b, likelihood, reasons })
  }
  return [...direct, ...pairsThroughAThird(all, profiles, direct)]
    .map(({ a, b, likelihood, reasons }) => ({ one: all[a]?.id ?? '', other: all[b]?.id ?? '', likelihood, reasons }))
    .sort((x, y) => y.likelihood - x.likelihood || (x.one + x.other < y.one + y.other ? -1 : 1))
}

function compareAt(profiles: Profile[], a: number, b: number) {
  const [one, other] = [profiles[a], profiles[b]]
  const comparable = one && other && Boolean(one.person) === Boolean(other.person)
  return comparable ? compareProfiles(one, other) : apart
}

/** Of a name's likely others, so many are taken along: more than that are namesakes, not nominations of one person. */
const mostAround = 30

/**
 * "Nurse Seun" and "Sister Adeyemi" have nothing in common but Oluwaseun Adeyemi, whom both are like. As likely as both
 * likenesses together, and only when nothing speaks plainly against the two.
 */
function pairsThroughAThird(all: Described[], profiles: Profile[], direct: Pair[]): Pair[] {
  const known = new Set(direct.map(({ a, b }) => a * profiles.length + b))
  const through = new Map<number, Pair>()
  const around = Map.groupBy(direct.flatMap((pair) => [{ at: pair.a, to: pair.b, likelihood: pair.likelihood }, { at: pair.b, to: pair.a, likelihood: pair.likelihood }]), ({ at }) => at)
  for (const [third, links] of around) {
    const near = links.slice(0, mostAround)
    for (const [index, one] of near.entries()) {
      for (const other of near.slice(index + 1)) {
        const [a, b] = one.to < other.to ? [one.to, other.to] : [other.to, one.to]
        const key = a * profiles.length + b
        const likelihood = Math.round(one.likelihood * other.likelihood * 100) / 100
        if (known.has(key) || likelihood < line || (through.get(key)?.likelihood ?? 0) >= likelihood || compareAt(profiles, a, b).contradicted) continue
        through.set(key, { a, b, likelihood, reasons: [`both are like ${all[third]?.name ?? 'a third'}`] })
      }
    }
  }
  return [...through.values()]
}
