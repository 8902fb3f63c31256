import type { Edition, Settings, Timetable } from '#app/domain/edition.ts'
import { momentText } from '#app/domain/time.ts'
import { dateWords, timetableWords } from '#app/domain/year-dates.ts'

/** The pages of settings. */
export const sectionTitles = {
  host: 'Who runs the awards',
  dates: 'When nominations open and close',
  ceremony: 'The ceremony',
  timetable: 'The dates after the close',
  eligibility: 'Who can be nominated',
  judging: 'How entries are judged',
  records: 'Privacy and keeping',
}
export type SectionName = keyof typeof sectionTitles

export function findSection(name: string | undefined): SectionName | undefined {
  return (Object.keys(sectionTitles) as SectionName[]).find((one) => one === name)
}

export const quorumRuleWords: Record<Settings['quorumRule'], string> = {
  'not-ranked': 'It is not ranked', 'ranked-with-warning': 'It is ranked, with a warning beside it',
}
export const oneAwardWords = { no: 'Yes, and whoever decides is shown it first', yes: 'No, each has one award at most' }
export const orderingWords: Record<Settings['ordering'], string> = {
  raw: 'The weighted mean of the scores', adjusted: 'The mean, with each judge’s severity taken out',
}

export interface Said {
  key: string
  value: string
}

/** What every page of settings holds, in words. */
export function sayings(edition: Edition): Record<SectionName, Said[]> {
  const { settings, time_zone: zone } = edition
  const { host } = settings
  const moment = (key: string, at: string): Said => ({ key, value: momentText(at, zone) })
  return {
    host: [
      said('Name', host.name), said('Who takes part', host.partners), said('Email address', host.email), said('Phone number', host.phone),
      said('Postal address', host.address), said('Working in care', host.careersUrl), said('Skills and training', host.trainingUrl),
    ],
    dates: [moment(dateWords.opens, edition.opens_at), moment(dateWords.closes, edition.closes_at), said('Grace', `${edition.grace_minutes} minutes`)],
    ceremony: [said('Name of these awards', edition.name), moment(dateWords.ceremony, edition.ceremony_at), said('Where it is held', edition.ceremony_place)],
    timetable: Object.entries(timetableWords).map(([key, words]) => moment(words, settings.timetable[key as keyof Timetable])),
    eligibility: [
      said('Who can be nominated', settings.eligibility.join('\n')), said('Nominating oneself', settings.selfNomination ? 'Allowed' : 'Not allowed'),
      said('Ways of knowing somebody', settings.relationships.join('\n')), said('A picture or a PDF', settings.attachments ? 'May be added' : 'Not taken'),
    ],
    judging: [
      said('Longest shortlist', `${settings.shortlistSize} entries`), said('Judges on a panel', String(settings.panelSize)),
      said('Fewest who must score', String(settings.quorum)), said('With fewer', quorumRuleWords[settings.quorumRule]), said('Ordered by', orderingWords[settings.ordering]),
      said('Several awards for one nominee', oneAwardWords[settings.oneAwardEach ? 'yes' : 'no']),
    ],
    records: [
      said('Data controller', host.dataController), said('Data protection officer', host.dataProtectionEmail),
      said('Nominations are kept', months(settings.retentionMonths.unsuccessful)), said('Shortlisted ones are kept', months(settings.retentionMonths.shortlisted)),
    ],
  }
}

function said(key: string, value: string): Said {
  return { key, value: value || 'Not given' }
}

function months(count: number): string {
  return count === 1 ? '1 month after the ceremony' : `${count} months after the ceremony`
}
