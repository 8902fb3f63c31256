import type { Edition } from '#app/domain/edition.ts'
import { dayText, shortDayText } from '#app/domain/time.ts'
import type { Block } from '#app/platform/email.ts'
import type { NomineeKind } from '#db/vocabulary.ts'

/** Everything that UK GDPR Art. 14 makes us tell a nominee: the build fails when one is left out. */
export const toTell = [
  'controller', 'officer', 'purposes', 'basis', 'categories', 'source', 'recipients', 'transfers', 'retention', 'rights', 'consent', 'complaints', 'automated',
] as const
export type ToTell = (typeof toTell)[number]

/** A nominee as a notice speaks of them. */
export interface Noticed {
  kind: NomineeKind
  name: string
  /** in which they go forward to the judges */
  categories: string[]
  /** in which they are nominated and do not */
  out: string[]
  /** nominators who said that we may name them */
  nominators: string[]
  /** and how many who did not */
  unnamed: number
}

export const tellingLabels: Record<ToTell, string> = {
  controller: 'Who answers for it', officer: 'Data protection officer', purposes: 'What we do with it', basis: 'Why we may', categories: 'What we hold',
  source: 'Where it comes from', recipients: 'Who sees it', transfers: 'Outside the UK', retention: 'How long we keep it', rights: 'Your rights',
  consent: 'Your yes to publicity', complaints: 'If you are not happy', automated: 'Decisions by computer',
}

/** What becomes of a nomination on which nobody answers: the page, the message and the privacy notice say the same (domain contract, "finalist has not answered"). */
export const ifNoAnswer = 'Without an answer, judges read the nomination if it is shortlisted, and the name of a finalist is listed two weeks after we told them. A photograph, the story, the employer and a part on stage are public only with a yes.'

/** The law's list in the nominee's words. What the data protection officer has yet to confirm is said on the privacy page. */
export function tellings(edition: Edition, nominee: Pick<Noticed, 'nominators' | 'unnamed'>): Record<ToTell, string> {
  const { host, retentionMonths } = edition.settings
  return {
    controller: `${host.dataController || host.name}${host.dataController && host.name ? `, for ${host.name}` : ''}: ${host.email}, ${host.phone}.`,
    officer: host.dataProtectionEmail || `Write to ${host.email} and ask for the data protection officer.`,
    purposes: 'We check and judge nominations, tell people how theirs went, and hold the ceremony.',
    basis: 'A task in the public interest, to recognise good care (UK GDPR, article 6(1)(e)). For anything public but the name of a finalist we ask for your own consent.',
    categories: 'Your name, your job, where you work, how to reach you if we were told, and what was written about your work.',
    source: sourceText(nominee),
    recipients: 'The organisers; the judges, without the names of those who nominated; the companies that keep our server and deliver our email, for us alone.',
    transfers: 'The privacy page says which companies these are and whether anything leaves the UK.',
    retention: `${retentionMonths.unsuccessful} months after the ceremony; if you are a finalist, ${retentionMonths.shortlisted} months.`,
    rights: 'You can ask for a copy, have it corrected or deleted, ask us to limit how we use it, and object at any time.',
    consent: 'You can take it back at any time; what was public until then was public with your yes.',
    complaints: `Tell us first, at ${host.email}. You can also complain to the Information Commissioner’s Office: ico.org.uk, 0303 123 1113.`,
    automated: 'None. People read and judge every nomination.',
  }
}

function sourceText({ nominators, unnamed }: Pick<Noticed, 'nominators' | 'unnamed'>): string {
  const others = unnamed === 1 ? 'somebody who asked us not to give their name' : `${unnamed} people who asked us not to give their names`
  return `From ${[...nominators, ...(unnamed ? [others] : [])].join(', ')}.`
}

/** The news, what can be done about it and by when. `way`: how to the page where it is done. */
export function noticeBody(edition: Edition, nominee: Noticed, way: Block[]): Block[] {
  const { host } = edition.settings
  const told = tellings(edition, nominee)
  return [
    { kind: 'text', text: `Dear ${nominee.name},` },
    ...(nominee.categories.length ? goodNews(edition, nominee) : outNews(edition, nominee)),
    ...way,
    { kind: 'heading', text: 'What we do with this information' },
    { kind: 'facts', rows: toTell.map((key) => ({ label: tellingLabels[key], value: told[key] })) },
    { kind: 'text', text: `Was this meant for somebody else, or is something not right? Write to ${host.email} or ring ${host.phone}.\n\n${host.name}` },
  ]
}

function goodNews(edition: Edition, nominee: Noticed): Block[] {
  const { time_zone: zone, settings: { timetable } } = edition
  const { kind, name, categories, out } = nominee
  const [whom, are] = kind === 'person' ? ['You have', 'You are'] : [`${name} has`, `${name} is`]
  const notForward = out.length ? [{ label: 'Does not go forward', value: out.join('; ') }] : []
  return [
    { kind: 'text', text: `Good news. ${whom} been nominated for ${edition.name}: somebody wrote to say thank you for good care, and we are glad they did.` },
    { kind: 'facts', rows: [categoryRow(categories), ...notForward, { label: 'Nominated by', value: whoText(nominee) }] },
    { kind: 'text', text: `Judges read the shortlisted nominations from ${shortDayText(timetable.judgingOpens, zone)}. The ceremony is on ${dayText(edition.ceremony_at, zone)}. There is nothing to pay and nothing to write.` },
    { kind: 'heading', text: 'What you can do' },
    { kind: 'text', text: `On your own page you can see what we hold and put it right, say yes or no to taking part, and choose what may be public. ${are} free to say no, and need not say why. ${ifNoAnswer}` },
  ]
}

/** Where nothing goes forward, the law may still want the notice; why it does not is not said in a letter. */
function outNews(edition: Edition, nominee: Noticed): Block[] {
  const whom = nominee.kind === 'person' ? 'You have' : `${nominee.name} has`
  return [
    { kind: 'text', text: `${whom} been nominated for ${edition.name}: somebody wrote to say thank you for good care. The nomination does not go forward to the judges. We write because you should know what we hold and what we do with it.` },
    { kind: 'facts', rows: [categoryRow(nominee.out), { label: 'Nominated by', value: whoText(nominee) }] },
    { kind: 'heading', text: 'What you can do' },
    { kind: 'text', text: 'You need not do anything. On your own page you can see what we hold and put it right. Nothing of it is published.' },
  ]
}

const categoryRow = (names: string[]) => ({ label: names.length > 1 ? 'Categories' : 'Category', value: names.join('; ') })

function whoText({ nominators, unnamed }: Noticed): string {
  if (nominators.length === 0) return unnamed === 1 ? 'somebody who knows your work' : `${unnamed} people who know your work`
  return [...nominators, ...(unnamed ? [unnamed === 1 ? 'somebody else' : `${unnamed} others`] : [])].join(', ')
}
