import type { CareSetting } from '#app/domain/reach-places.ts'
import { passing, type Line } from '#app/domain/reach.ts'
import { channelLabels } from '#app/features/nominations/ui/labels.ts'
import type { Reach } from '#app/features/reach/queries.server.ts'
import type { Channel } from '#db/vocabulary.ts'

const settingLabels: Record<CareSetting, string> = {
  'care-home': 'Care home', 'home-care': 'Home care', supported: 'Extra care and supported living', day: 'Day centre or service', hospital: 'Hospital or hospice',
  assistant: 'Personal assistant', unpaid: 'Unpaid carer',
}
const unknown = 'Not known'

export const settingText = (label: string) => settingLabels[label as CareSetting] ?? unknown
export const districtText = (label: string) => label || unknown
export const channelText = (label: string) => channelLabels[label as Channel]

const listed = (names: string[], type: 'conjunction' | 'disjunction' = 'conjunction') => new Intl.ListFormat('en-GB', { type }).format(names)
const none = ({ count }: Line) => count === 0
const sumOf = (lines: Line[]) => lines.reduce((sum, { count }) => sum + count, 0)

/** "62 so far, 3 of them today. By the end of the same day, 2026 had 48, 2 of them on it." */
export function arrivalsText({ days, today, over, before }: Pick<Reach, 'days' | 'today' | 'over' | 'before'>): string {
  const day = days[Math.min(today, days.length - 1)]
  const [came, earlier] = [day?.came ?? { count: 0, total: 0 }, over ? days.at(-1)?.before : day?.before]
  const said = over ? `${came.total} came in all.` : `${came.total} so far, ${came.count || 'none'} of them today.`
  if (!earlier) return `${said} There is no earlier edition here to compare with.`
  return over ? `${said} ${before} had ${earlier.total}.` : `${said} By the end of the same day, ${before} had ${earlier.total}, ${earlier.count || 'none'} of them on it.`
}

/** "Nobody has nominated in Newcomer or Rising Star yet."; empty when somebody has in each. */
export function silentCategoriesText({ categories, over }: { categories: Line[]; over: boolean }): string {
  const silent = categories.filter(none)
  if (silent.length === 0) return ''
  const where = silent.length === categories.length ? 'any category' : listed(silent.map(({ label }) => label), 'disjunction')
  return over ? `Nobody nominated in ${where}.` : `Nobody has nominated in ${where} yet.`
}

/** Of categories with fewer nominees than a shortlist has places. */
export function thinCategoriesText(categories: Reach['categories'], places: number): string {
  const thin = categories.filter(({ nominees }) => nominees > 0 && nominees < places)
  if (thin.length === 0) return ''
  return `Fewer nominees than a shortlist has places (${places}): ${listed(thin.map(({ label, nominees }) => `${label} (${nominees})`))}.`
}

/** Of which of the places nobody speaks, and how many nominations tell nothing. */
export function placesText(lines: Line[], { what, over, textOf }: { what: string; over: boolean; textOf: (label: string) => string }): string[] {
  const all = sumOf(lines)
  if (all === 0) return ['There are none.']
  const untold = sumOf(lines.filter(({ label }) => !label))
  const silent = lines.filter((line) => line.label && none(line))
  return [
    ...(silent.length && all > untold ? [`${over ? 'None' : 'None yet'} from: ${listed(silent.map(({ label }) => textOf(label)))}.`] : []),
    untold ? `Of ${all}, ${untold} ${untold === 1 ? 'says' : 'say'} nothing of ${what}.` : `Each of them says something of ${what}.`,
  ]
}

/** "Home care: not from PL5 or PL7 yet.", for each kind of setting that it can be said of. */
export function silentDistrictsTexts({ silentDistricts, over }: Pick<Reach, 'silentDistricts' | 'over'>): string[] {
  return silentDistricts.map(({ setting, districts }) => `${settingText(setting)}: not from ${listed(districts, 'disjunction')}${over ? '' : ' yet'}.`)
}

/** "Online form: 124. Phone: 5. Paper: none. Import: 27." */
export function channelsText(lines: Line[]): string {
  return lines.map(({ label, count }) => `${channelText(label)}: ${count || 'none'}.`).join(' ')
}

export interface Passed {
  label: string
  count: number
}

/** How many began, filled in each page, and sent. */
export function passedPages({ stops, sent }: Pick<Reach, 'stops' | 'sent'>): Passed[] {
  const past = passing(stops.map(({ stopped }) => stopped), sent)
  const begun = stops.reduce((sum, { stopped }) => sum + stopped, sent)
  const pages = stops.slice(0, -1).map(({ words }, page) => ({ label: words, count: past[page] ?? 0 }))
  return [{ label: 'Begun', count: begun }, ...pages, { label: 'Sent', count: sent }]
}

/** "Of 80 begun online, 62 were sent. Of the other 18, most stand at “How do you know them?” (7)." */
export function stopsText({ stops, sent }: Pick<Reach, 'stops' | 'sent'>): string {
  const unsent = stops.reduce((sum, { stopped }) => sum + stopped, 0)
  const said = `Of ${sent + unsent} begun online, ${sent} ${sent === 1 ? 'was' : 'were'} sent.`
  const [most] = stops.toSorted((a, b) => b.stopped - a.stopped)
  return most && unsent ? `${said} Of the other ${unsent}, most stand at “${most.words}” (${most.stopped}).` : said
}
