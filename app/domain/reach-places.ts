import { lettersOf } from '#app/domain/employer.ts'
import { workplacesOf } from '#app/domain/matching/employers.ts'

/** The kinds of setting in which people care. */
export const careSettings = ['care-home', 'home-care', 'supported', 'day', 'hospital', 'assistant', 'unpaid'] as const
export type CareSetting = (typeof careSettings)[number]

/** Words that say the kind of setting, in the order in which they are looked for: "home care at Pennick Court Extra Care" is extra care. */
const tellingWords: [CareSetting, RegExp][] = [
  ['hospital', /\b(?:hospitals?|hosp|hospice|nhs)\b/],
  ['supported', /\b(?:extra care|supported|sheltered)(?: living| housing)?\b/],
  ['day', /\bday ?(?:cent(?:re|er)|care|services?|club)\b|\blunch club\b/],
  ['care-home', /\b(?:care|nursing|residential|rest) homes?\b|\b[nr]h\b/],
  ['home-care', /\bhome ?care(?:rs?)?\b|\bcare at home\b|\bdom(?:iciliary)?\b|\blive in\b|\breablement\b/],
  ['assistant', /\bdirect payments?\b|\bpersonal assistants?\b|\bemployed (?:directly|privately)\b/],
  ['unpaid', /\bunpaid\b|\b(?:cares?|carer|looks) (?:at home|(?:for|after) (?:my|her|his|their))\b/],
]

/** What a name or a job says of the kind of setting; undefined: nothing. */
export function settingIn(text: string): CareSetting | undefined {
  const words = lettersOf(text)
  return tellingWords.find(([, telling]) => telling.test(words))?.[0]
}

/** The postcode district that somebody wrote: by itself with two letters, for one letter and a figure can be anything, or in a whole postcode. */
export function districtIn(text: string): string | undefined {
  const [, whole, alone] = /\b(?:([a-z]{1,2}\d[a-z\d]?) ?\d[a-z]{2}|([a-z]{2}\d[a-z\d]?))\b/i.exec(text) ?? []
  return (whole ?? alone)?.toUpperCase()
}

export interface Worked {
  employer: string
  job: string
}

export interface Placed {
  setting: CareSetting | undefined
  district: string | undefined
}

/**
 * Where people work, as far as it was written. What one says of a place ("Hallowtree Nursing Home, PL9") is known of it when
 * others write only its name, unless they contradict each other. Of a job only what the place leaves open is taken.
 */
export function placeAll<W extends Worked>(written: W[]): (W & Placed)[] {
  const employers = readEmployers(written)
  const [settings, districts] = [sharedBy(employers.values(), ({ setting }) => setting), sharedBy(employers.values(), ({ district }) => district)]
  const jobs = new Map([...new Set(written.map(({ job }) => job))].map((job) => [job, settingIn(job)]))
  return written.map((one) => {
    const { key = '', setting, district } = employers.get(one.employer) ?? {}
    return { ...one, setting: setting ?? settings.get(key) ?? jobs.get(one.job), district: district ?? districts.get(key) }
  })
}

interface ReadEmployer extends Placed {
  /** the same for two that are one place; empty: nobody's */
  key: string
}

/** Each spelling once, however many work there. */
function readEmployers(written: Worked[]): Map<string, ReadEmployer> {
  const spellings = new Set(written.map(({ employer }) => employer))
  const workplaceOf = workplacesOf(spellings)
  return new Map([...spellings].map((text) => [text, { key: withoutSetting(workplaceOf(text).core.join(' ')), setting: settingIn(text), district: districtIn(text) }]))
}

/** "sable street" of "sable street day centre", so that both are one place. */
function withoutSetting(words: string): string {
  return tellingWords.reduce((rest, [, telling]) => rest.replace(telling, ' '), words).trim()
}

/** Of each place, what is said of it where all who say something agree. Nobody's place is none. */
function sharedBy<Said>(employers: Iterable<ReadEmployer>, saidOf: (employer: ReadEmployer) => Said | undefined): Map<string, Said> {
  const said = new Map<string, Set<Said>>()
  for (const employer of employers) {
    const what = saidOf(employer)
    if (employer.key && what !== undefined) said.set(employer.key, (said.get(employer.key) ?? new Set()).add(what))
  }
  return new Map([...said].flatMap(([key, all]) => (all.size === 1 ? [...all].map((what): [string, Said] => [key, what]) : [])))
}

/** Of each kind of setting that some district was heard from, the districts that it was not. */
export function silentDistricts(placed: Placed[], districts: string[]): { setting: CareSetting; districts: string[] }[] {
  return careSettings.flatMap((setting) => {
    const heard = new Set(placed.filter((one) => one.setting === setting).map(({ district }) => district))
    const silent = districts.filter((district) => !heard.has(district))
    return silent.length && silent.length < districts.length ? [{ setting, districts: silent }] : []
  })
}
