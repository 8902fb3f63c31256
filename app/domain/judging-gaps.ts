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
  if (state === 'open') return [{ at: `shortlists/${slug}`, missing: `${name}: the shortlist is not finished.` }]
  if (entries === 0) return [{ at: `shortlists/${slug}`, missing: `${name}: nobody is on the shortlist any more.` }]
  const panel = `panels/${slug}`
  const gaps: [count: number, at: string, missing: string][] = [
    [Math.max(0, quorum - judges), panel, `${count(judges, 'judge has', 'judges have')} accepted, and the quorum is ${quorum}.`],
    [facts.entriesShort, `${panel}/assign`, `${count(facts.entriesShort, 'entry is', 'entries are')} given to fewer judges than the quorum of ${quorum}.`],
    [facts.judgesNotReady, panel, `${count(facts.judgesNotReady, 'judge has', 'judges have')} not signed the terms, or not declared ties.`],
    [facts.nomineesNotTold, 'notices', `${count(facts.nomineesNotTold, 'finalist is', 'finalists are')} still to be told that they were nominated.`],
    [facts.entriesToScreen, `entries?show=to-screen&category=${slug}`, `${count(facts.entriesToScreen, 'entry is', 'entries are')} still to be screened.`],
  ]
  return gaps.filter(([many]) => many > 0).map(([, at, missing]) => ({ at, missing: `${name}: ${missing}` }))
}

function count(many: number, one: string, several: string): string {
  return `${many} ${many === 1 ? one : several}`
}

/** Whether it could be judged now: finished as a shortlist, and nothing missing. */
export function isReadyToJudge(facts: JudgingFacts): boolean {
  return facts.state === 'shortlisted' && gapsBeforeJudging(facts).length === 0
}
