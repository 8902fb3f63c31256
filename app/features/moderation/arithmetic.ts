import type { CardWorking, EntryWorking } from '#app/domain/scoring/entry-working.ts'

/** To be followed with a pocket calculator: three decimals, so that sums of what is shown agree with the result but for the last of them. */
export function figure(value: number | null): string {
  return value === null ? '–' : tidied(value.toFixed(3))
}

/** With its sign: what is taken off or added. */
export function signed(value: number | null): string {
  if (value === null) return '–'
  const text = tidied(Math.abs(value).toFixed(3))
  return text === '0' ? text : `${value > 0 ? '+' : '−'}${text}`
}

const tidied = (text: string) => text.replace(/\.000$/, '').replace(/^-0$/, '0').replace('-', '−')

/** "J07": how a judge stands on the sheet. */
export function judgeNumber(onSheet: string): string {
  return `Judge ${Number(onSheet.slice(1))}`
}

/** How a scorecard comes to its score: marks by weights, and what stands for marks that are missing. */
export function scoreText({ marks, score, above }: CardWorking, criteria: { name: string; weight: number }[], level: number): string {
  const asked = criteria.map(({ name, weight }, index) => ({ name, weight, mark: marks[index] ?? null })).filter(({ weight }) => weight > 0)
  const given = asked.filter(({ mark }) => mark !== null)
  const sum = given.map(({ mark, weight }) => `${figure(mark)} × ${weight}`).join(' + ')
  if (above === null) return `(${sum}) ÷ ${given.reduce((total, { weight }) => total + weight, 0)} = ${figure(score)}`
  const missing = asked.filter(({ mark }) => mark === null).map(({ name }) => `“${name}”`).join(' and ')
  const distance = above === 0 ? 'exactly at' : `${figure(Math.abs(above))} ${above > 0 ? 'above' : 'below'}`
  return `${missing} could not be judged. The other marks lie, by their weights, ${distance} what all judges gave on the same criteria. Over all criteria that mean is ${figure(level)}, so the score is ${figure(score)}.`
}

/** "(4 + 3.5) ÷ 2 = 3.75" */
export function meanText(values: number[], mean: number): string {
  return `(${values.map(figure).join(' + ')}) ÷ ${values.length} = ${figure(mean)}`
}

/** Each scorecard's score without its judge's severity; undefined where that is not known. */
export function adjustedText({ cards, adjusted }: EntryWorking): string | undefined {
  if (adjusted === null || cards.some(({ severity }) => severity === null)) return undefined
  return meanText(cards.map(({ score, severity }) => score - (severity ?? 0)), adjusted)
}
