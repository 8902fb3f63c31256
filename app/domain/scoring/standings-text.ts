import { compareMethods } from '#app/domain/scoring/comparison.ts'
import { connectivityOf } from '#app/domain/scoring/connectivity.ts'
import { kendallW } from '#app/domain/scoring/kendall.ts'
import { krippendorffAlpha } from '#app/domain/scoring/krippendorff.ts'
import { transposed } from '#app/domain/scoring/panel.ts'
import type { Method } from '#app/domain/scoring/calibration.ts'
import type { Standings, Warning, Working } from '#app/domain/scoring/standings.ts'

const methods: Record<Method, string> = {
  reml: 'Severity taken off by a random-effects fit (REML).',
  'both-fixed': 'Severity taken off by the additive fit, which leaves nothing over.',
  'raw-only': 'Plain means only.',
  'no-variation': 'All scores are equal.',
}
const warnings: Record<Warning, string> = {
  'no-scores': 'No scores are counted.',
  'not-judged': 'Some entries have no counted score, and so no place.',
  'sheet-not-counted': 'Scorecards with marks for less than half of the weight are not counted.',
  'not-enough-overlap': 'Judges and entries overlap too little to tell severity from chance.',
  'no-variation': 'Nothing tells the entries apart.',
  'no-residual-variation': 'Entry and judge account for every score exactly.',
  'very-uncertain': 'There is hardly any repetition in these scores: take every probability as very uncertain.',
  'entries-not-separated': 'The judges’ scores do not separate these entries.',
  disconnected: 'The panel falls into parts that share no judge: comparing across them rests on chance having dealt the entries.',
}

/** Scores up to which agreement is worked out: its cost goes with the square of the number of different scores. */
const agreementUpTo = 5000
const closeShown = 6

/** The standings to read, in plain text. */
export function standingsText(working: Working): string {
  const { standings } = working
  const { entries, judges, possibleWinners, tooClose, seed, version } = standings
  const parts = [
    methods[standings.method],
    ...standings.warnings.map((warning) => `! ${warnings[warning]}`),
    '',
    ...columns(['place', 'entry', 'scores', 'raw', 'adjusted', 'place', 'P(first)'], entries.map((one) =>
      [one.rawPlace, one.entry, one.n, decimal(one.raw), decimal(one.adjusted), one.adjustedPlace, decimal(one.pFirst)])),
    '',
    ...working.tieBreaks.map(({ order, by }) => `Equal: ${order.map((group) => group.join(' = ')).join(', then ')} (${by.join(', ')})`),
    `Could be the best (95%): ${possibleWinners?.join(', ') ?? 'not known'}`,
    `Too close to call: ${closeText(tooClose)}`,
    `Same winner: ${sameWinnerText(standings)}`,
    ...reliabilityText(working),
    '',
    ...columns(['judge', 'scores', 'severity', '±', 'note'], judges.map((one) => [one.judge, one.n, decimal(one.severity), decimal(one.se), one.flags.join(' ')])),
    '',
    'Places by other methods',
    ...comparisonText(working),
    '',
    `seed ${seed}, version ${version}`,
  ]
  return parts.map(printable).join('\n')
}

function closeText(pairs: Standings['tooClose']): string {
  if (!pairs?.length) return pairs ? 'none' : 'not known'
  const shown = pairs.slice(0, closeShown).map((pair) => pair.join('/')).join(', ')
  return pairs.length > closeShown ? `${shown} and ${pairs.length - closeShown} more` : shown
}

function sameWinnerText({ sameWinner: { raw, bothFixed, leaveOneJudgeOut } }: Standings): string {
  const said = (value: boolean | null) => (value === null ? 'not known' : value ? 'yes' : 'no')
  return `raw means ${said(raw)}; both effects fixed ${said(bothFixed)}; leaving out any one judge ${said(leaveOneJudgeOut)}`
}

function reliabilityText({ standings: { reliability, model }, panel, tolerance }: Working): string[] {
  const { iccA1, iccAk, iccC1, iccCk, k } = reliability
  const { components, fiedler, thinnest } = connectivityOf(panel)
  const { start, y } = panel.scores
  const units = panel.entries.map((_, i) => [...y.subarray(start[i], start[i + 1])])
  const alpha = y.length > agreementUpTo ? null : krippendorffAlpha(units, 'interval')
  const concordance = kendallW(transposed(panel.scores), tolerance)
  return [
    `Model: mean ${decimal(model.mean)}; variance of entries ${decimal(model.varEntry)}, judges ${decimal(model.varJudge)}, rest ${decimal(model.varResidual)}`,
    `Reliability: raw mean ${decimal(iccAk)}, adjusted mean ${decimal(iccCk)} (one judge ${decimal(iccA1)}, ${decimal(iccC1)}; ${decimal(k)} judges each)`,
    `Agreement: Krippendorff’s alpha ${decimal(alpha)}; Kendall’s W ${decimal(concordance?.w ?? null)}, p ${decimal(concordance?.p ?? null)}`,
    `Connection: ${components} part${components === 1 ? '' : 's'}; Fiedler value ${decimal(fiedler)}` +
      (thinnest ? `; fewest entries shared: ${thinnest.judges.join(' and ')}, ${thinnest.shared}` : ''),
  ]
}

function comparisonText(working: Working): string[] {
  const { standings, panel } = working
  const compared = compareMethods(working)
  const rowOf = new Map(panel.entries.map((entry, i) => [entry, i]))
  return columns(['entry', ...compared.map(({ name }) => name)], standings.entries.map(({ entry }) =>
    [entry, ...compared.map(({ places }) => places?.[rowOf.get(entry) ?? -1] ?? null)]))
}

const decimal = (value: number | null) => (value === null ? '–' : value.toFixed(4).replace(/^-(0\.0000)$/, '$1'))

/** Text to the left, numbers to the right. */
function columns(header: string[], rows: (string | number | null)[][]): string[] {
  const cells = [header, ...rows.map((row) => row.map((cell) => printable(String(cell ?? '–'))))]
  const widths = header.map((_, k) => cells.reduce((most, row) => Math.max(most, row[k]!.length), 0))
  const left = header.map((_, k) => rows.some((row) => typeof row[k] === 'string' && !/^(-?[\d.]+|–)$/.test(row[k])))
  return cells.map((row) => row.map((cell, k) => (left[k] ? cell.padEnd(widths[k]!) : cell.padStart(widths[k]!))).join('  ').trimEnd())
}

/** A name can hold anything: what would steer a terminal or turn the writing direction is shown as �. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '�')
}
