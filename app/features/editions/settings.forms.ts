import { z } from 'zod'
import type { Edition, Settings, Timetable } from '#app/domain/edition.ts'
import { emailAddress, line, phoneNumber, wholeNumber } from '#app/domain/fields.ts'
import type { EditionChange } from '#app/domain/settings-rules.ts'
import { typedMoment } from '#app/domain/typed-moment.ts'
import { timetableWords } from '#app/domain/year-dates.ts'
import { momentIn, momentShape, reason, seenShape, withMoments } from '#app/features/editions/forms.ts'
import type { SectionName } from '#app/features/editions/settings.words.ts'
import { datesBefore } from '#app/features/editions/template.ts'

type Values = Record<string, string>

/** One page of settings: its form, what it holds now, and what sending it would change. */
interface Section {
  form: (edition: Edition) => z.ZodObject
  values: (edition: Edition) => Values
  change: (values: Values, edition: Edition) => EditionChange
}

const text = line(200)
const paragraph = z.string().max(1000, 'Use 1000 characters or fewer.')
const address = line(300).refine((one) => one === '' || URL.parse(one)?.protocol === 'https:', 'Write a web address that begins with https://')

const host: Section = {
  form: () => z.object({ ...seenShape, name: text, partners: paragraph, email: emailAddress, phone: phoneNumber, address: paragraph, careersUrl: address, trainingUrl: address }),
  values: ({ settings }) => settings.host,
  change: ({ name = '', partners = '', email = '', phone = '', address = '', careersUrl = '', trainingUrl = '' }, { settings }) => ({
    host: { ...settings.host, name, partners, email, phone, address, careersUrl, trainingUrl },
  }),
}

const dates: Section = {
  form: (edition) => {
    const moments = { ...(edition.stage === 'preparing' && { opens: 'The opening time' }), closes: 'The closing time' }
    const shape = { ...seenShape, ...momentShape(...Object.keys(moments)), grace: wholeNumber('the minutes of grace', 0, 1440), ...(edition.stage !== 'preparing' && { reason }) }
    return withMoments(z.object(shape), moments, edition.time_zone)
  },
  values: ({ opens_at, closes_at, grace_minutes, time_zone }) => ({
    ...boxes('opens', opens_at, time_zone), ...boxes('closes', closes_at, time_zone), grace: String(grace_minutes),
  }),
  change: (values, { stage, time_zone }) => ({
    ...(stage === 'preparing' && { opens_at: momentIn(values, 'opens', time_zone) }),
    closes_at: momentIn(values, 'closes', time_zone), grace_minutes: Number(values.grace),
  }),
}

const ceremony: Section = {
  form: (edition) => {
    const recount = edition.stage === 'preparing' ? { recount: z.enum(['yes', ''], 'Tick the box, or leave it.') } : {}
    return withMoments(z.object({ ...seenShape, name: text.min(1, 'Give the awards a name.'), ...momentShape('ceremony'), ...recount, place: text }), { ceremony: 'The ceremony' }, edition.time_zone)
  },
  values: ({ name, ceremony_place, ceremony_at, time_zone }) => ({ name, place: ceremony_place, ...boxes('ceremony', ceremony_at, time_zone) }),
  change: (values, { time_zone }) => {
    const ceremony_at = momentIn(values, 'ceremony', time_zone)
    const { opensAt, closesAt, timetable } = datesBefore(ceremony_at, time_zone)
    const others = values.recount === 'yes' ? { opens_at: opensAt, closes_at: closesAt, timetable } : {}
    return { name: values.name, ceremony_place: values.place, ceremony_at, ...others }
  },
}

const milestones = Object.keys(timetableWords) as (keyof Timetable)[]

const timetable: Section = {
  form: ({ time_zone }) => withMoments(z.object({ ...seenShape, ...momentShape(...milestones) }), Object.fromEntries(milestones.map((one) => [one, `“${timetableWords[one]}”`])), time_zone),
  values: ({ settings, time_zone }) => Object.assign({}, ...milestones.map((one) => boxes(one, settings.timetable[one], time_zone))) as Values,
  change: (values, { time_zone }) => ({ timetable: Object.fromEntries(milestones.map((one) => [one, momentIn(values, one, time_zone)])) as Timetable }),
}

const lines = z.string().max(3000, 'Use 3000 characters or fewer.')
const yesNo = z.enum(['yes', 'no'], { error: 'Choose yes or no.' })
const asList = (given = '') => given.split('\n').map((one) => one.trim()).filter(Boolean)

const eligibility: Section = {
  form: (edition) => z.object({ ...seenShape, eligibility: lines, selfNomination: yesNo, relationships: lines.min(1, 'Write at least one way of knowing somebody.'), attachments: yesNo, ...reasonOnceOpen(edition) }),
  values: ({ settings: { eligibility, selfNomination, relationships, attachments } }) => ({
    eligibility: eligibility.join('\n'), selfNomination: selfNomination ? 'yes' : 'no', relationships: relationships.join('\n'), attachments: attachments ? 'yes' : 'no',
  }),
  change: ({ eligibility, selfNomination, relationships, attachments }) => ({
    eligibility: asList(eligibility), selfNomination: selfNomination === 'yes', relationships: asList(relationships), attachments: attachments === 'yes',
  }),
}

const judging: Section = {
  form: (edition) => z.object({
    ...seenShape, shortlistSize: wholeNumber('the longest shortlist', 1, 50), panelSize: wholeNumber('the judges on a panel', 1, 50), quorum: wholeNumber('the fewest judges', 1, 50),
    quorumRule: z.enum(['not-ranked', 'ranked-with-warning'], { error: 'Choose what happens below the quorum.' }), oneAwardEach: yesNo,
    ...(edition.stage === 'preparing' ? { ordering: z.enum(['raw', 'adjusted'], { error: 'Choose how standings are ordered.' }) } : { reason }),
  }),
  values: ({ settings: { panelSize, quorum, shortlistSize, quorumRule, oneAwardEach, ordering } }) => ({
    panelSize: String(panelSize), quorum: String(quorum), shortlistSize: String(shortlistSize), quorumRule, oneAwardEach: oneAwardEach ? 'yes' : 'no', ordering,
  }),
  change: ({ panelSize, quorum, shortlistSize, quorumRule, oneAwardEach, ordering }, { stage }) => ({
    panelSize: Number(panelSize), quorum: Number(quorum), shortlistSize: Number(shortlistSize), oneAwardEach: oneAwardEach === 'yes',
    quorumRule: quorumRule as Settings['quorumRule'], ...(stage === 'preparing' && { ordering: ordering as Settings['ordering'] }),
  }),
}

const records: Section = {
  form: () => z.object({ ...seenShape, dataController: text, dataProtectionEmail: emailAddress, unsuccessful: wholeNumber('the months', 1, 120), shortlisted: wholeNumber('the months for shortlisted ones', 1, 120) }),
  values: ({ settings: { host: { dataController, dataProtectionEmail }, retentionMonths } }) => ({
    dataController, dataProtectionEmail, unsuccessful: String(retentionMonths.unsuccessful), shortlisted: String(retentionMonths.shortlisted),
  }),
  change: ({ dataController = '', dataProtectionEmail = '', unsuccessful, shortlisted }, { settings }) => ({
    host: { ...settings.host, dataController, dataProtectionEmail },
    retentionMonths: { unsuccessful: Number(unsuccessful), shortlisted: Number(shortlisted) },
  }),
}

export const settingsSections: Record<SectionName, Section> = { host, dates, ceremony, timetable, eligibility, judging, records }

function reasonOnceOpen(edition: Edition) {
  return edition.stage === 'preparing' ? {} : { reason }
}

/** A moment in the boxes of `momentShape`. */
export function boxes(name: string, at: string, zone: string): Values {
  return Object.fromEntries(Object.entries(typedMoment(at, zone)).map(([part, value]) => [`${name}.${part}`, value]))
}
