import { instantAt, later, seconds } from '#app/domain/time.ts'
import type { Instant } from '#db/schema.ts'

const iso = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d?):(\d\d)(?::(\d\d))?$/
const slashed = /^(\d\d?)\/(\d\d?)\/(\d{4}|\d\d) (\d\d?):(\d\d)(?::(\d\d))?$/
const british = /^\d\d\/\d\d\/\d{4}/

/**
 * The moment that an export writes as its sheet's wall clock shows it: month first (`11/3/25 9:24:17`), unless it has the British
 * form that a person types (`08/12/2025 08:29`), or year first, as in a workbook. Undefined for what is no moment.
 */
export function sentAt(text: string, zone: string): Instant | undefined {
  const parts = iso.exec(text) ?? inIsoOrder(text)
  if (!parts) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map((part) => Number(part ?? 0))
  const at = instantAt({ year: year < 100 ? 2000 + year : year, month, day, hour, minute }, zone)
  return at && second < 60 ? later(at, seconds(second)) : undefined
}

function inIsoOrder(text: string): string[] | undefined {
  const found = slashed.exec(text)
  if (!found) return undefined
  const [whole, first = '', second = '', year = '', ...time] = found
  return british.test(text) ? [whole, year, second, first, ...time] : [whole, year, first, second, ...time]
}
