import type { OtherMethod } from '#app/domain/scoring/comparison.ts'
import type { JudgeFlag } from '#app/domain/scoring/judge-checks.ts'

/** Of a normal distribution, nineteen in twenty lie within so many standard errors. */
export const nineteenInTwenty = 1.96

/** How a judge marks beside the others, in points; said so that it does not accuse. */
export function severityText({ severity, se }: { severity: number | null; se: number | null }): string {
  if (severity === null) return 'Cannot be told from these scores'
  if (Math.abs(severity) < 0.005) return 'Marks as the panel does'
  const says = `Marks ${Math.abs(severity).toFixed(2)} points ${severity > 0 ? 'higher' : 'lower'} than the panel`
  if (!se) return says
  const reach = nineteenInTwenty * se
  return `${says}, give or take ${reach.toFixed(2)}${Math.abs(severity) < reach ? ': chance alone could do that' : ''}`
}

/** Things to ask about; what is decided is never decided by them. */
export const flagWords: Record<JudgeFlag, string> = {
  'same-score': 'Gives every entry the same score',
  inconsistent: 'Ranks entries otherwise than the others, more than chance explains',
  wide: 'Spreads scores over twice as far as is usual here',
  narrow: 'Spreads scores less than half as far as is usual here',
  decisive: 'Without this judge, another entry would be first once severity is taken off',
}

export const methodWords: Record<OtherMethod, { label: string; says: string }> = {
  'both fixed': { label: 'Severity in full', says: 'severity taken off in full, however little is known of a judge (least squares; MacKay and others 2017)' },
  'entries fixed': { label: 'Entries fixed', says: 'severity taken off by what is known of each judge, nothing assumed of the entries' },
  'z-score': { label: 'Z-scores', says: 'each judge’s scores put on one mean and one spread first' },
  Olympic: { label: 'Olympic', says: 'the highest and the lowest score left out' },
  median: { label: 'Median', says: 'the middle score' },
  Borda: { label: 'Borda', says: 'points for every entry that a judge puts below' },
  Schulze: { label: 'Schulze', says: 'entries compared two by two, by how many judges prefer which' },
}
