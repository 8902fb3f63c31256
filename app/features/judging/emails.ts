import type { Edition } from '#app/domain/edition.ts'
import { dayText, momentText } from '#app/domain/time.ts'
import type { Email } from '#app/platform/email.ts'

interface Written {
  name: string
  edition: Edition
}

/** Asks somebody to judge; accepting and declining are two clicks away. */
export function judgeInvitationEmail({ name, edition, invitedBy, link }: Written & { invitedBy: string; link: string }): Email {
  const { timetable, host } = edition.settings
  const on = (at: string) => dayText(at, edition.time_zone)
  return {
    secrets: { link },
    subject: `Will you judge ${edition.name}?`,
    body: [
      { kind: 'text', text: `Hello ${name},` },
      { kind: 'text', text: `${invitedBy} asks you to be one of the judges of ${edition.name}, which honours people who give care.` },
      { kind: 'list', items: [
        `You read shortlisted entries and score them against published criteria, between ${on(timetable.judgingOpens)} and ${on(timetable.judgingCloses)}.`,
        'You do it online, in sittings as short as you like. An entry takes a few minutes.',
        'You keep what you read to yourself, and we keep you away from entries of people you have a tie with.',
      ] },
      { kind: 'link', text: 'Accept or decline', href: '{{link}}' },
      { kind: 'text', text: `The link is yours alone and works for two weeks. If you have a question first, reply to this message or ring ${host.name} on ${host.phone}.` },
    ],
  }
}

/** Says that there is something to read now. */
export function judgingOpenEmail({ name, edition, entries, deskUrl }: Written & { entries: number; deskUrl: string }): Email {
  return {
    subject: `Judging is open: ${countOf(entries)} for you`,
    body: [
      { kind: 'text', text: `Hello ${name},` },
      { kind: 'text', text: `Judging of ${edition.name} is open. There ${entries === 1 ? 'is' : 'are'} ${countOf(entries)} for you to read and score by ${closing(edition)}.` },
      { kind: 'text', text: 'First we show you the names of the finalists, so that you can say if you have a tie with one. Then you read. Your work is saved as you go.' },
      { kind: 'link', text: 'Begin reading', href: deskUrl },
    ],
  }
}

/** A nudge, with what is left. */
export function reminderEmail({ name, edition, left, deskUrl }: Written & { left: number; deskUrl: string }): Email {
  return {
    subject: `${countOf(left)} left to judge`,
    body: [
      { kind: 'text', text: `Hello ${name},` },
      { kind: 'text', text: `Thank you for judging ${edition.name}. There ${left === 1 ? 'is' : 'are'} ${countOf(left)} of yours still to finish by ${closing(edition)}.` },
      { kind: 'link', text: 'Go on reading', href: deskUrl },
      { kind: 'text', text: 'If you cannot finish them all, reply and tell us, so that somebody else can read them in time.' },
    ],
  }
}

function closing(edition: Edition): string {
  return momentText(edition.settings.timetable.judgingCloses, edition.time_zone)
}

function countOf(entries: number): string {
  return `${entries} ${entries === 1 ? 'entry' : 'entries'}`
}
