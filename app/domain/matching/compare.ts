import { lettersOf } from '#app/domain/employer.ts'
import { compareWorkplaces, type Workplace, type WorkplaceRelation } from '#app/domain/matching/employers.ts'
import { overlapOf, readGroupName, type GroupName } from '#app/domain/matching/group-names.ts'
import { compareJobs, readJob, type Job } from '#app/domain/matching/jobs.ts'
import { compareNames, type NameLikeness } from '#app/domain/matching/person-likeness.ts'
import { placeIn, readPersonName, type PersonName } from '#app/domain/matching/person-names.ts'
import { likelihoodOf, weights } from '#app/domain/matching/weights.ts'
import type { NomineeKind } from '#db/vocabulary.ts'

/** What a nomination says of whom it is about. */
export interface Described {
  id: string
  kind: NomineeKind
  name: string
  job: string
  employer: string
  reach: string
}

/** The same, read once for all comparisons. */
export interface Profile {
  id: string
  /** empty: it is a team or a service */
  person?: PersonName
  group?: GroupName
  workplace: Workplace
  workplaceWritten: string
  job: Job
  reach: string[]
}

export interface Compared {
  likelihood: number
  /** in words, for people */
  reasons: string[]
  /** something speaks plainly against it */
  contradicted: boolean
}

/** Where they work: as asked, or as it stands beside the name or the job. */
export function workplaceWritten({ name, job, employer }: Described): string {
  return employer.trim() || placeIn(name) || placeIn(job)
}

export function readProfile(described: Described, workplaceOf: (text: string) => Workplace): Profile {
  const { id, kind, name, reach } = described
  const person = kind === 'person' ? readPersonName(name) : undefined
  const job = readJob(person ? `${described.job} , ${person.rest}` : described.job)
  const written = job.roles.has('unpaid carer') ? '' : workplaceWritten(described) // where they live is no workplace
  const workplace = workplaceOf(written)
  const group = person ? undefined : readGroupName(name, described.job, workplace)
  return { id, person, group, workplace, workplaceWritten: written, job, reach: waysIn(reach) }
}

/** Addresses and numbers in it; "via the manager" is none. */
function waysIn(reach: string): string[] {
  const addresses = reach.toLowerCase().match(/[^\s@,;<>()]+@[^\s@,;<>()]+/g) ?? []
  const numbers = (reach.match(/\+?\d[\d\s()-]{8,}\d/g) ?? []).map((number) => number.replace(/\D/g, '').replace(/^44/, '0'))
  return [...addresses, ...numbers]
}

interface Evidence {
  points: number
  why?: string
  against?: boolean
}

/** How likely two profiles are one nominee. People are never teams: those are told apart before this. */
export function compareProfiles(one: Profile, other: Profile): Compared {
  const where = workplaceEvidence(one, other)
  const reach = reachEvidence(one, other)
  if (where.against && reach.points === 0) return apart // no names are so alike that it would matter
  const named = one.person && other.person ? comparePeople(one.person, other.person) : compareGroups(one, other)
  const evidence = [...named, where, ...(one.person ? jobEvidence(one.job, other.job) : []), reach]
  return {
    likelihood: likelihoodOf(evidence.reduce<number>((sum, { points }) => sum + points, weights.start)),
    reasons: evidence.flatMap(({ why }) => (why === undefined ? [] : [why])),
    contradicted: evidence.some(({ against }) => against),
  }
}

/** Of two that something tells apart for certain. */
export const apart: Compared = { likelihood: 0, reasons: [], contradicted: true }

/** The way of reading the two names that says most for one person. */
function comparePeople(one: PersonName, other: PersonName): Evidence[] {
  const weighed = compareNames(one, other).map((likeness) => ({ likeness, points: pointsOf(likeness) }))
  const [best] = weighed.sort((a, b) => b.points - a.points)
  if (!best) return [{ points: weights.nameless }]
  const { given, family, turned } = best.likeness
  return [
    { points: best.points, against: given.level === 'other' || family.level === 'other' },
    { points: 0, why: given.why },
    { points: 0, why: family.why },
    ...(turned ? [{ points: 0, why: 'first name and surname the other way round' }] : []),
  ]
}

function pointsOf({ given, family, turned }: NameLikeness): number {
  const nameless = given.level === 'unknown' && family.level === 'unknown'
  return weights.given[given.level] + weights.family[family.level] + (turned ? weights.turned : 0) + (nameless ? weights.nameless : 0)
}

function compareGroups(one: Profile, other: Profile): Evidence[] {
  const [a, b] = [one.group, other.group]
  if (!a || !b) return [{ points: weights.group.none, against: true }]
  const overlap = overlapOf(a, b)
  if (overlap === 1) return [{ points: weights.group.all, why: a.words.size ? `same words in the name: ${[...a.words].join(', ')}` : 'both are everybody there' }]
  return overlap >= 0.5 ? [{ points: weights.group.half, why: 'some of the same words in the name' }] : [{ points: weights.group.none, against: true }]
}

const workplaceWhy: Record<WorkplaceRelation, ((one: string, other: string) => string) | undefined> = {
  same: (one, other) => (lettersOf(one) === lettersOf(other) ? `same employer: ${one}` : `same employer: ${one} and ${other}`),
  alias: (one, other) => `“${one}” may be ${other}`,
  unknown: undefined,
  other: undefined,
}

function workplaceEvidence(one: Profile, other: Profile): Evidence {
  const relation = compareWorkplaces(one.workplace, other.workplace)
  return { points: weights.workplace[relation], why: workplaceWhy[relation]?.(one.workplaceWritten, other.workplaceWritten), against: relation === 'other' }
}

function jobEvidence(one: Job, other: Job): Evidence[] {
  const { relation, role } = compareJobs(one, other)
  const evidence: Evidence[] = [{ points: weights.job[relation], why: role && `same kind of work: ${role}`, against: relation === 'other' }]
  if (one.nights && other.nights) evidence.push({ points: weights.nights, why: 'both work nights' })
  return evidence
}

function reachEvidence(one: Profile, other: Profile): Evidence {
  const shared = one.reach.some((way) => other.reach.includes(way))
  return shared ? { points: weights.reach, why: 'same way to reach them' } : { points: 0 }
}
