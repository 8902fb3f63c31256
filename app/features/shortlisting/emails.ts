import type { Edition } from '#app/domain/edition.ts'
import { dayText, momentText } from '#app/domain/time.ts'
import type { Email } from '#app/platform/email.ts'

/** Tells a nominee that they go on to the judges. `link`: their own page, a secret. */
export function finalistEmail({ edition, name, categories, link }: { edition: Edition; name: string; categories: string[]; link: string }): Email {
  const { time_zone: zone, settings: { host, timetable }, ceremony_place: place } = edition
  return {
    subject: `${name}: finalist, ${edition.name}`,
    body: [
      { kind: 'text', text: `Dear ${name},` },
      { kind: 'text', text: `Congratulations. From everybody who was nominated, you are a finalist in ${edition.name}.` },
      { kind: 'facts', rows: [{ label: categories.length > 1 ? 'Categories' : 'Category', value: categories.join('; ') }, { label: 'The ceremony', value: [momentText(edition.ceremony_at, zone), place].filter(Boolean).join(', ') }] },
      { kind: 'text', text: `Judges now read what was written about your work. They finish on ${dayText(timetable.judgingCloses, zone)}, and the winners are named at the ceremony. We will ask you later who can come.` },
      { kind: 'text', text: 'Our website names the finalists. On your own page you choose whether your name, your workplace, a photo and your story may be public. You may also say no to taking part.' },
      { kind: 'link', text: 'Choose what may be public', href: '{{link}}' },
      { kind: 'text', text: `Questions? Write to ${host.email} or ring ${host.phone}.\n\n${host.name}` },
    ],
    secrets: { link },
  }
}
