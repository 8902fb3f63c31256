import type { Email } from '#app/platform/email.ts'

/** Tells a witness that they are needed, and nothing of what they will see. It opens nothing by itself. */
export function witnessEmail({ name, editionName, askedBy, url }: { name: string; editionName: string; askedBy: string; url: string }): Email {
  return {
    subject: `${editionName}: you are needed as a witness`,
    body: [
      { kind: 'text', text: `Hello ${name},` },
      { kind: 'text', text: `${askedBy} has asked for a seal, and you are its witness. Sign in, look at what is to be sealed, and seal it if it is as it should be.` },
      { kind: 'link', text: 'Go to what waits for you', href: url },
      { kind: 'text', text: 'What you see there stays with you until it is revealed. If something is not as it should be, seal nothing, reply and tell us.' },
    ],
  }
}
