import type { Method } from '#app/domain/scoring/calibration.ts'
import type { Reliability } from '#app/domain/scoring/reliability.ts'
import { scoreInForce, type EntryStanding, type Ordering, type Warning } from '#app/domain/scoring/standings.ts'
import type { Rung } from '#app/domain/scoring/tie-ladder.ts'
import { rungWords } from '#app/features/moderation/words.ts'

/** What the figures say of how sure the standings are; entries by name. What cannot be known is null. */
export interface Certainty {
  possibleWinners: string[] | null
  tooClose: [upper: string, lower: string][] | null
  /** judges whose leaving out, one at a time, gives the ordering in force another first */
  decisive: number | null
  judges: number
  /** into how many parts without a judge in common the panel falls */
  parts: number
  /** every judge scored every entry, so that severity falls on all alike */
  complete: boolean
  /** entries in common of the two judges who have the fewest */
  leastShared: number | null
  reliability: Reliability
}

/** An entry as it stands, in the order in force. */
export interface Placed extends Pick<EntryStanding, 'raw' | 'rawPlace' | 'adjusted' | 'adjustedPlace' | 'pFirst' | 'n'> {
  name: string
  place: number | null
  tie: 'parted' | 'equal' | null
  by: Rung[]
  short: boolean
  missing: number
}

export interface Standing {
  rows: Placed[]
  ordering: Ordering
  method: Method
  warnings: Warning[]
  certainty: Certainty
}

/** A statement, what it is about, and where its working is. */
export interface Statement {
  about: string
  says: string
  working: WorkingPart
}
export type WorkingPart = 'scores' | 'severity' | 'chances' | 'left-out' | 'connection' | 'reliability'

/** Who is first, by how much, and whether that hangs on one judge: a line that can be read out. */
export function headline(standing: Standing): string {
  const ranked = standing.rows.filter(({ place }) => place !== null)
  const [first, second] = ranked
  if (!first) return 'No entry has a place.'
  if (!second) return `${first.name} is the only entry with a place.`
  if (first.tie === 'equal') return `${listed(ranked.filter(({ place }) => place === 1).map(({ name }) => name))} are equal first on every rung of the ladder: the panel decides.`
  if (first.tie === 'parted') return `${first.name} is first by ${first.by.map((rung) => rungWords[rung]).join(', then ')}: the means are equal.`
  const lead = (scoreInForce(first, standing.ordering) ?? 0) - (scoreInForce(second, standing.ordering) ?? 0)
  return [`${first.name} is first by ${leadText(lead)}.`, leftOutText(standing.certainty)].filter(Boolean).join(' ')
}

/** Two decimals, more where they would say nothing. */
export function leadText(lead: number): string {
  if (lead >= 0.095) return lead.toFixed(2)
  return lead >= 0.0005 ? lead.toFixed(3) : 'less than 0.001'
}

function leftOutText({ decisive, judges }: Certainty): string {
  if (decisive === null) return ''
  if (decisive === 0) return 'That would stay so whichever one judge were left out.'
  if (decisive === judges) return 'It would change if any one judge were left out.'
  return decisive === 1 ? `It would change if one of the ${judges} judges were left out.` : `It would change if any of ${decisive} of the ${judges} judges were left out.`
}

/** Where plain means and adjusted ones give a prize to different entries; null where they agree, or there is one order only. */
export function differenceText({ rows, ordering }: Pick<Standing, 'rows' | 'ordering'>): string | null {
  const ranked = rows.filter(({ place, adjustedPlace }) => place !== null && adjustedPlace !== null)
  const at = (wanted: number, other: boolean) => ranked.filter(({ rawPlace, adjustedPlace }) => ((ordering === 'raw') === other ? adjustedPlace : rawPlace) === wanted).map(({ name }) => name)
  const differs = [1, 2].find((wanted) => at(wanted, false).join() !== at(wanted, true).join())
  if (differs === undefined) return null
  const [inForce, beside] = [at(differs, false), at(differs, true)].map((names) => listed(names) || 'nobody')
  const means = ordering === 'raw' ? ['the plain means', 'the means adjusted for severity'] : ['the means adjusted for severity', 'the plain means']
  return `By ${means[0]}, ${inForce} stands ${differs === 1 ? 'first' : 'second'}; by ${means[1]}, ${beside}.`
}

/** All that a panel should know before it decides, each in a sentence or two. */
export function statements(standing: Standing, quorum: number): Statement[] {
  return [
    { about: 'How likely the first is the best', says: chanceText(standing), working: 'chances' },
    { about: 'Who could be the best', says: possibleText(standing.certainty), working: 'chances' },
    { about: 'Too close to call', says: closeText(standing), working: 'chances' },
    { about: 'Quorum', says: quorumText(standing.rows, quorum), working: 'scores' },
    { about: 'Marks not given', says: missingText(standing.rows), working: 'scores' },
    { about: 'How well the judges can be compared', says: connectionText(standing), working: 'connection' },
    { about: 'How reliable the scores are', says: reliabilityText(standing), working: 'reliability' },
  ]
}

/** Of the model, which says whose merit is the highest. */
export function chanceText({ rows, method, warnings }: Standing): string {
  const [first] = rows
  const known = rows.filter(({ pFirst }) => pFirst !== null)
  if (!first || first.place === null || known.length === 0) return 'That cannot be told: judges and entries overlap too little.'
  if (method === 'no-variation' || warnings.includes('entries-not-separated')) return 'The scores do not tell these entries apart: each is as likely as the others.'
  const likeliest = known.reduce((best, one) => ((one.pFirst ?? 0) > (best.pFirst ?? 0) ? one : best))
  const says = likeliest === first
    ? `By the model, ${first.name} is the best of them with a chance of ${inHundred(first.pFirst)}: ${winnerWords(first.pFirst ?? 0)}.`
    : `By the model, ${likeliest.name} is more likely the best, with a chance of ${inHundred(likeliest.pFirst)}; ${first.name} has one of ${inHundred(first.pFirst)}.`
  return warnings.includes('very-uncertain') ? `${says} There is hardly any repetition in these scores: take it as very uncertain.` : says
}

function winnerWords(p: number): string {
  return p >= 0.9 ? 'a clear winner' : p >= 0.5 ? 'a likely winner' : 'no clear winner'
}

/** "64 in 100". Never none and never all: it was drawn. */
export function inHundred(p: number | null): string {
  if (p === null) return '–'
  const count = Math.round(100 * p)
  return count < 1 ? 'under 1 in 100' : count > 99 ? 'over 99 in 100' : `${count} in 100`
}

function possibleText({ possibleWinners }: Certainty): string {
  if (!possibleWinners) return 'That cannot be told from these scores.'
  if (possibleWinners.length < 2) return possibleWinners.length ? `${possibleWinners[0]} alone.` : 'Nobody has a place.'
  return `${listed(possibleWinners)}: with a chance of 95 in 100, the best is one of these ${possibleWinners.length}.`
}

/** Of a prize it matters; further down it is said so that nobody makes much of the order. */
function closeText({ rows: [first], certainty: { tooClose } }: Standing): string {
  if (!tooClose) return 'That cannot be told from these scores.'
  if (tooClose.length === 0) return 'No: of any two that follow each other, the upper is the better with a chance of 90 in 100 or more.'
  const pairs = tooClose.map(([upper, lower]) => `${upper} and ${lower}`).join('; ')
  const atTheTop = tooClose.some((pair) => first && pair.includes(first.name))
  return atTheTop ? `${pairs}. For the first place, think of a joint award, or talk them through again.` : `Not the first place, but ${pairs}: talk these through again before one of two is highly commended and the other is not.`
}

function quorumText(rows: Placed[], quorum: number): string {
  const asked = quorum === 1 ? 'the 1 scorecard' : `the ${quorum} scorecards`
  const short = rows.filter((one) => one.short)
  if (short.length === 0) return `Every entry has ${asked} that it needs, or more.`
  const place = short.some((one) => one.place !== null) ? '; ranked all the same, as the edition has it' : short.length === 1 ? ', so it has no place' : ', so they have no place'
  return `${listed(short.map(({ name }) => name))} ${short.length === 1 ? 'has' : 'have'} fewer than ${asked} needed${place}.`
}

function missingText(rows: Placed[]): string {
  const missing = rows.reduce((sum, one) => sum + one.missing, 0)
  if (missing === 0) return 'None: every criterion has a mark on every scorecard that counts.'
  return `${missing === 1 ? '1 mark: a judge' : `${missing} marks: judges`} could not tell. What stands for ${missing === 1 ? 'it' : 'each'} is how that judge’s other marks compare with everybody’s: to leave out a hard criterion does not pay.`
}

function connectionText({ certainty: { parts, leastShared, judges }, method }: Standing): string {
  if (judges < 2) return 'There is one judge at most, and nobody to compare with.'
  if (parts > 1) return `The panel falls into ${parts} parts that have no entry in common. To compare across them rests on chance having dealt the entries.`
  if (method === 'raw-only') return 'They share too few entries to tell how severe each one is.'
  if (leastShared === null) return 'All of them can be compared through entries that they share.'
  return leastShared === 0
    ? 'All of them can be compared, but some only by way of others: two have no entry in common.'
    : `All of them can be compared: any two have ${leastShared === 1 ? '1 entry' : `${leastShared} entries`} in common, or more.`
}

/**
 * The share of the entries in the variance of a panel's mean. Of plain means it lies between that with severity in it, as if each
 * entry had judges of its own, and that without, as if all had the same.
 */
export function reliabilityText({ ordering, certainty: { complete, reliability: { iccAk, iccCk } } }: Pick<Standing, 'ordering' | 'certainty'>): string {
  if (iccAk === null || iccCk === null) return 'That cannot be told from these scores.'
  const [least, most] = [iccAk, iccCk].map((share) => Math.round(100 * share))
  if (complete || ordering === 'adjusted' || least === most) return `${capital(bandOf(iccCk))}: of what sets these means apart, ${most} in 100 parts are the entries; the rest is chance.`
  const [low, high] = [bandOf(iccAk), bandOf(iccCk)]
  const bands = low === high ? capital(low) : `Between ${low} and ${high}`
  return `${bands}: of what sets these means apart, between ${least} and ${most} in 100 parts are the entries, the more so the more judges they share. The rest is which judges each had, and chance.`
}

/** Koo and Li (2016). */
function bandOf(share: number): string {
  return share >= 0.9 ? 'very high' : share >= 0.75 ? 'good' : share >= 0.5 ? 'fair' : 'low'
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** "Ann, Bob and Cat" */
export function listed(names: string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '')
}
