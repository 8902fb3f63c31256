import { acceptsNominations, lastMoment, type Edition } from '#app/domain/edition.ts'
import { clockText, momentText, shortDayText } from '#app/domain/time.ts'
import type { Block, Email } from '#app/platform/email.ts'

export interface AboutNomination {
  edition: Edition
  reference: string
  nomineeName: string
  nominatorName: string
}

function greeting(name: string): Block {
  return { kind: 'text', text: name ? `Dear ${name},` : 'Hello,' }
}

function contact({ settings: { host } }: Edition, hint = ', and have your reference with you'): Block {
  return { kind: 'text', text: `If something is not right, write to ${host.email} or ring ${host.phone}${hint}.\n\n${host.name}` }
}

function statusLink(secrets: { link: string }): Pick<Email, 'secrets'> & { block: Block } {
  return { secrets, block: { kind: 'link', text: 'See your nomination', href: '{{link}}' } }
}

/** Sent at once when a nomination is in. `link`: the status page, a secret. */
export function receiptEmail({ edition, reference, nomineeName, nominatorName, categories, link }: AboutNomination & { categories: string[]; link: string }): Email {
  const { time_zone: zone } = edition
  const { secrets, block } = statusLink({ link })
  return {
    subject: `We have your nomination for ${nomineeName}: ${reference}`,
    body: [
      greeting(nominatorName),
      { kind: 'text', text: `Thank you for nominating ${nomineeName}. Your kind words are safe with us.` },
      { kind: 'facts', rows: [{ label: 'Reference', value: reference }, { label: categories.length > 1 ? 'Categories' : 'Category', value: categories.join('; ') }] },
      block,
      { kind: 'text', text: `You can change it until ${clockText(lastMoment(edition), zone)} on ${shortDayText(lastMoment(edition), zone)}, and withdraw it later than that if you need to.` },
      { kind: 'heading', text: 'What happens next' },
      {
        kind: 'list',
        items: [
          `Nominations close at ${momentText(edition.closes_at, zone)}.`,
          'We tell the person you nominated that they have been nominated. We give your name only if you said we may.',
          `Judges read the shortlisted nominations from ${shortDayText(edition.settings.timetable.judgingOpens, zone)} to ${shortDayText(edition.settings.timetable.judgingCloses, zone)}.`,
          `The winners are named at the ceremony on ${shortDayText(edition.ceremony_at, zone)}.`,
        ],
      },
      contact(edition),
    ],
    secrets,
  }
}

export function changedEmail({ edition, reference, nomineeName, nominatorName, link }: AboutNomination & { link: string }): Email {
  const { secrets, block } = statusLink({ link })
  return {
    subject: `We have your changes: ${reference}`,
    body: [
      greeting(nominatorName),
      { kind: 'text', text: `Your nomination for ${nomineeName} now says what you wrote last. We keep the earlier words too, but judges read only the newest.` },
      block,
      contact(edition),
    ],
    secrets,
  }
}

export function withdrawnEmail({ edition, reference, nomineeName, nominatorName, link }: AboutNomination & { link: string }): Email {
  const { secrets, block } = statusLink({ link })
  return {
    subject: `Your nomination is withdrawn: ${reference}`,
    body: [
      greeting(nominatorName),
      { kind: 'text', text: `Your nomination for ${nomineeName} has been withdrawn, as you asked. Nobody will judge it.` },
      { kind: 'text', text: 'If it was not you who asked, tell us at once.' },
      block,
      contact(edition),
    ],
    secrets,
  }
}

export interface Links {
  edition: Edition
  nominatorName: string
  nominations: { reference: string; nomineeName: string; link: string }[]
  /** to drafts that are not sent: the person is not named, since nobody has said yet that this is their address */
  drafts: string[]
}

/** The links to what somebody has sent, and to what they have begun, when the earlier ones are lost or too old. */
export function linksEmail({ edition, nominatorName, nominations, drafts }: Links): Email {
  const place = (index: number) => `{{link${index + 1}}}`
  const sent = nominations.map(({ reference, nomineeName }, index): Block => ({
    kind: 'link', text: `See your nomination for ${nomineeName}, ${reference}`, href: place(index),
  }))
  const begun = drafts.map((_, index): Block => ({
    kind: 'link', text: 'Go on with the nomination you began', href: place(nominations.length + index),
  }))
  const links = [...nominations.map((one) => one.link), ...drafts]
  return {
    subject: links.length > 1 ? 'Your nominations: the links' : 'Your nomination: the link',
    body: [
      greeting(nominatorName),
      { kind: 'text', text: 'Here is the way back, as asked for.' },
      ...sent,
      ...begun,
      ...(begun.length ? [{ kind: 'text' as const, text: 'A link to what you began works once, for ten minutes.' }] : []),
      { kind: 'text', text: 'If you did not ask for this, you need do nothing.' },
      contact(edition, nominations.length ? undefined : ''),
    ],
    secrets: Object.fromEntries(links.map((link, index) => [`link${index + 1}`, link])),
  }
}

/** The way back to a draft, or to changing what was sent: a link and a code, ten minutes each. Whose address it is nobody knows yet, so no name is in it. `newLink`: where a newer one is asked for. */
export function returnEmail({ edition, link, code, newLink }: { edition: Edition; link: string; code: string; newLink: string }): Email {
  const closes = `Nominations close at ${momentText(edition.closes_at, edition.time_zone)}. What is sent by then counts.`
  return {
    subject: 'Your nomination: your code',
    body: [
      { kind: 'text', text: 'Type this code on the page that asked for it:' },
      { kind: 'code', label: 'Code', value: '{{code}}' },
      { kind: 'text', text: 'Or open this link on the phone or computer where you want to go on:' },
      { kind: 'link', text: 'Open my nomination', href: '{{link}}' },
      { kind: 'text', text: 'Both work once, for ten minutes. Are you coming back later than that? What you wrote is kept; ask for a new link:' },
      { kind: 'link', text: 'Ask for a new link', href: newLink },
      ...(acceptsNominations(edition, edition.now) ? [{ kind: 'text' as const, text: closes }] : []),
      { kind: 'text', text: 'If you did not ask for this, you need do nothing.' },
      contact(edition, ''),
    ],
    secrets: { link, code },
  }
}

/** That something is begun and not sent. Whose address it is nobody knows yet, so nobody is named. `stop`: ends reminders, a secret. */
export function reminderEmail({ edition, wayBack, stop }: { edition: Edition; wayBack: string; stop: string }): Email {
  const { time_zone: zone } = edition
  return {
    subject: `Your nomination is not sent yet: nominations close on ${shortDayText(edition.closes_at, zone)}`,
    body: [
      { kind: 'text', text: 'Hello,' },
      { kind: 'text', text: `You have begun a nomination for ${edition.name}, and what you wrote is kept. It counts once you have sent it.` },
      { kind: 'text', text: `Nominations close at ${momentText(edition.closes_at, zone)}.` },
      { kind: 'text', text: 'On the phone or computer where you began it, open the nomination page and go on. Anywhere else, ask for a link:' },
      { kind: 'link', text: 'Go on with my nomination', href: wayBack },
      { kind: 'text', text: 'If you have changed your mind, you need do nothing: what is not sent is deleted after the close. To have no more reminders:' },
      { kind: 'link', text: 'Do not remind me', href: '{{stop}}', unsubscribes: true },
      contact(edition, ''),
    ],
    secrets: { stop },
  }
}
