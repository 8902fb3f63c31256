import type { Edition } from '#app/domain/edition.ts'
import { momentText } from '#app/domain/time.ts'
import type { ReceiptRoute } from '#db/vocabulary.ts'

/** The privacy notice as it is read out, and printed on the paper form: the short of it, and where the whole is. */
export function privacyWords({ settings: { host, retentionMonths } }: Pick<Edition, 'settings'>): string[] {
  const controller = host.dataController || host.name
  return [
    `We use what you tell us to run these awards and for nothing else. ${controller} is responsible for it.`,
    'We tell the person you nominate that they have been nominated, within a month. We give them your name only if you say we may. Judges never see your name.',
    'Leave out the names and health of people who receive care.',
    `We keep a nomination for ${retentionMonths.unsuccessful} months after the ceremony, or ${retentionMonths.shortlisted} months if it is shortlisted.`,
    `You can see, correct or take back what you told us: ${reachText(host)}. You can complain to the Information Commissioner’s Office, 0303 123 1113.`,
  ]
}

/** "ring 01632 960 123 or write to …" */
export function reachText({ phone, email }: Pick<Edition['settings']['host'], 'phone' | 'email'>): string {
  return [phone && `ring ${phone}`, email && `write to ${email}`].filter(Boolean).join(' or ')
}

/** Where a form on paper goes; whom to ask, while no address is set. */
export function placeText({ address, ...host }: Pick<Edition['settings']['host'], 'address' | 'phone' | 'email'>): string {
  return address ? `Send it to: ${address.split('\n').join(', ')}.` : `To ask where to send it, ${reachText(host)}.`
}

/** A reference as it is said over a telephone: letter by letter, in its two halves. */
export function spelled(reference: string): string {
  return reference.split('-').map((half) => [...half].join(' ')).join(', then ')
}

/** What a caller is told first. */
export function openingWords(edition: Edition): string {
  return `Thank you for ringing. I will ask the same questions as on our form and write down what you say. It takes about ten minutes, and it counts just the same. Nominations close at ${momentText(edition.closes_at, edition.time_zone)}.`
}

export const receiptLabels: Record<ReceiptRoute, string> = {
  email: 'By email, at once', letter: 'By letter', call: 'Told over the telephone',
}

export const channelWords = { phone: 'Telephone call', paper: 'Paper form' }
