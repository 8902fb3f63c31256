import { lastMoment, type Edition } from '#app/domain/edition.ts'
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

function contact({ settings: { host } }: Edition): Block {
  return { kind: 'text', text: `If something is not right, write to ${host.email} or ring ${host.phone}, and have your reference with you.\n\n${host.name}` }
}

function statusLink(secrets: { link: string }): Pick<Email, 'secrets'> & { block: Block } {
  return { secrets, block: { kind: 'link', text: 'See your nomination', href: '{{link}}' } }
}

/** Sent at once when a nomination is in. `link`: the status page, a secret. */
export function receiptEmail({ edition, reference, nomineeName, nominatorName, awards, link }: AboutNomination & { awards: string[]; link: string }): Email {
  const { time_zone: zone } = edition
  const { secrets, block } = statusLink({ link })
  return {
    subject: `We have your nomination for ${nomineeName}: ${reference}`,
    body: [
      greeting(nominatorName),
      { kind: 'text', text: `Thank you for nominating ${nomineeName}. Your kind words are safe with us.` },
      { kind: 'facts', rows: [{ label: 'Reference', value: reference }, { label: awards.length > 1 ? 'Awards' : 'Award', value: awards.join('; ') }] },
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

/** The way back to a draft, or to changing what was sent: a link and a code, ten minutes each. */
export function returnEmail({ edition, nomineeName, link, code }: { edition: Edition; nomineeName: string; link: string; code: string }): Email {
  return {
    subject: nomineeName ? `Your nomination for ${nomineeName}: your code` : 'Your nomination: your code',
    body: [
      { kind: 'text', text: 'Type this code on the page that asked for it:' },
      { kind: 'code', label: 'Code', value: '{{code}}' },
      { kind: 'text', text: 'Or open your nomination on this device with the link. Both work once, for ten minutes. If they are too old, ask for new ones on the same page.' },
      { kind: 'link', text: 'Open my nomination', href: '{{link}}' },
      { kind: 'text', text: 'If you did not ask for this, you need do nothing.' },
      contact(edition),
    ],
    secrets: { link, code },
  }
}
