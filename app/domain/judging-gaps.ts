import type { CategoryState } from '#db/vocabulary.ts'

/** How ready a category is to be judged. Entries are those on its shortlist that take part. */
export interface JudgingFacts {
  slug: string
  name: string
  state: CategoryState
  entries: number
  quorum: number
  /** on the panel, and accepted */
  judges: number
  /** with fewer judges than the quorum */
  entriesShort: number
  /** have entries to read and have not signed, or not declared their ties */
  judgesNotReady: number
  /** nominees who have not been told that they were nominated */
  nomineesNotTold: number
  /** holding words that organisers have not read */
  entriesToScreen: number
}

/** What is missing before a category can be judged, and where it is mended, below the edition's own address among organisers' pages. */
export interface JudgingGap {
  missing: string
  at: string
}

/** Empty: it may be opened. The guard, the page and the refusal go by this one list. */
export function gapsBeforeJudging(facts: JudgingFacts): JudgingGap[] {
  const { slug, name, state, entries, quorum, judges } = facts
  if (state === 'open') return [{ at: `shortlists/${slug}`, missing: `The shortlist of ${name} is not finished.` }]
  if (entries === 0) return [{ at: `shortlists/${slug}`, missing: `Nobody is on the shortlist of ${name} any more.` }]
  const panel = `panels/${slug}`
  const gaps: [number, string, string][] = [
    [Math.max(0, quorum - judges), panel, `${name} has ${countOf(judges, 'judge')} who accepted. The quorum is ${quorum}.`],
    [facts.entriesShort, `${panel}/assign`, `${are(facts.entriesShort, 'entry', 'entries')} of ${name} given to fewer judges than the quorum of ${quorum}.`],
    [facts.judgesNotReady, 'judges', `${have(facts.judgesNotReady)} of ${name} not signed the terms, or not said whom they have a tie with.`],
    [facts.nomineesNotTold, 'notices', `${are(facts.nomineesNotTold, 'finalist', 'finalists')} of ${name} still to be told that they were nominated.`],
    [facts.entriesToScreen, `entries?show=to-screen&category=${slug}`, `${are(facts.entriesToScreen, 'entry', 'entries')} of ${name} still to be screened.`],
  ]
  return gaps.filter(([count]) => count > 0).map(([, at, missing]) => ({ at, missing }))
}

/** Whether it could be judged now: finished as a shortlist, and nothing missing. */
export function isReadyToJudge(facts: JudgingFacts): boolean {
  return facts.state === 'shortlisted' && gapsBeforeJudging(facts).length === 0
}

function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

function are(count: number, one: string, many: string): string {
  return `${countOf(count, one, many)} ${count === 1 ? 'is' : 'are'}`
}

function have(count: number): string {
  return `${countOf(count, 'judge')} ${count === 1 ? 'has' : 'have'}`
}
