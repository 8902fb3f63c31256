import { choosingQuestions } from '#app/features/editions/template-categories.ts'
import type { Settings, Timetable } from '#app/domain/edition.ts'
import { instantAt, localTime } from '#app/domain/time.ts'
import type { Instant } from '#db/schema.ts'

/** What the awards are called, on every page and in every title; each edition adds its year. */
export const siteName = 'Celebrating Excellence in Care'

/** What a new edition starts with; all of it is a setting. Another city changes this file, `template-categories.ts` and the colours. */
export const templateTimeZone = 'Europe/London'
export const templateGraceMinutes = 15
export const categoryQuestionWords = 100

/** What each point of the scale means, from 0 up; every criterion starts with these. */
export const templateAnchors = [
  'No evidence',
  'A claim only',
  'Some example',
  'A clear example',
  'A strong example, with a result',
  'Exceptional, with a result that others noticed',
]

export const keepPrivate = 'Do not give the name or health details of anyone they support, or supported.'

/** The question whose answer says the whole in a sentence, whatever its wording has become: lists and certificates quote it. */
export const sentenceQuestion = 'sentence'

/** Asked of every nomination, before the category's own question. */
export const storyQuestions = [
  {
    key: sentenceQuestion,
    label: 'In one sentence, who are you nominating and why?',
    hint: 'Say it as you would to a neighbour.',
    wordLimit: 30,
  },
  {
    key: 'difference',
    label: 'Tell us about a time they made a difference',
    hint: 'What was going on, and what did they do? A small thing is often the best thing to tell. You can say “a resident”, or “my mum”.',
    wordLimit: 200,
  },
  {
    key: 'change',
    label: 'What changed, and how do you know?',
    hint: 'What was different afterwards? It may be something somebody said, or did, or could do again.',
    wordLimit: 150,
  },
]

const templateSettings: Omit<Settings, 'timetable'> = {
  host: {
    name: 'Caring Plymouth',
    partners: 'Plymouth City Council leads it, with University Hospitals Plymouth NHS Trust, Livewell Southwest, care providers, colleges and the Department for Work and Pensions.',
    email: 'caringplymouth@plymouth.gov.uk',
    phone: '',
    address: '',
    dataController: 'Plymouth City Council',
    dataProtectionEmail: '',
    careersUrl: 'https://www.skillslaunchpadplym.co.uk/caringplymouth',
    trainingUrl: '',
  },
  eligibility: [
    'They work in adult social care in Plymouth, or give unpaid care to somebody who lives here.',
    'They are 18 or over. If they are younger, get in touch with us first and we will help.',
    'Anybody may nominate them: somebody they support, a relative, a friend, a colleague, a manager, a visitor.',
  ],
  selfNomination: true,
  panelSize: 4,
  quorum: 3,
  quorumRule: 'not-ranked',
  oneAwardEach: false,
  ordering: 'raw',
  shortlistSize: 5,
  noticeVersion: '2026-11',
  retentionMonths: { unsuccessful: 6, shortlisted: 12 },
  relationships: [
    'They support me',
    'I am a relative or friend of someone they support, or supported',
    'I work with them',
    'I manage them',
    'I work with them from another organisation',
  ],
  choosing: choosingQuestions,
  attachments: false,
}

/** The next 23 March, 7pm. */
export function nextCeremony(now: Instant): Instant {
  const { year } = localTime(now, templateTimeZone)
  const inYear = (y: number) => wallClock({ year: y, month: 3, day: 23 }, 0, '19:00', templateTimeZone)
  return inYear(year) > now ? inYear(year) : inYear(year + 1)
}

export interface Dates {
  opensAt: Instant
  closesAt: Instant
  timetable: Timetable
}

/** The default timetable, counted back in days from the ceremony (product page, "The awards year"). */
export function datesBefore(ceremonyAt: Instant, zone: string): Dates {
  const ceremony = localTime(ceremonyAt, zone)
  const before = (days: number, time: string) => wallClock(ceremony, -days, time, zone)
  return {
    opensAt: before(140, '09:00'),
    closesAt: before(70, '17:00'),
    timetable: {
      screeningDone: before(59, '17:00'),
      shortlist: before(45, '17:00'),
      judgingOpens: before(42, '09:00'),
      judgingCloses: before(29, '17:00'),
      moderation: before(27, '10:00'),
      seal: before(24, '17:00'),
      rsvpCloses: before(17, '17:00'),
      scriptFrozen: before(5, '17:00'),
    },
  }
}

/** A time of day so many days from a date: counted on the calendar, so a change of the clocks between them moves nothing. */
function wallClock(from: { year: number; month: number; day: number }, days: number, time: string, zone: string): Instant {
  const date = new Date(Date.UTC(from.year, from.month - 1, from.day + days))
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const local = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), hour, minute }
  const at = instantAt(local, zone)
  if (!at) throw new RangeError(`no such time: ${time}`)
  return at
}

export function settingsFromTemplate(timetable: Timetable): Settings {
  return structuredClone({ ...templateSettings, timetable })
}
