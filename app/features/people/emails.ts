import { roleWords } from '#app/domain/roles.ts'
import type { Email } from '#app/platform/email.ts'
import type { Role } from '#db/vocabulary.ts'

/** The link and the code by which somebody signs in; both are secrets. */
export function signInEmail({ name, site, link, code }: { name: string; site: string; link: string; code: string }): Email {
  return {
    secrets: { link, code },
    subject: `Sign in to ${site}`,
    body: [
      { kind: 'text', text: `Hello ${name},` },
      { kind: 'text', text: 'Go back to the page where you asked to sign in and type this code:' },
      { kind: 'code', label: 'Your code', value: '{{code}}' },
      { kind: 'text', text: 'Or open this link, on any device:' },
      { kind: 'link', text: 'Sign in', href: '{{link}}' },
      { kind: 'text', text: 'Code and link work once, within 10 minutes. Nobody from the awards will ever ask you for them.' },
      { kind: 'text', text: 'If you did not ask to sign in, you can leave it at that: nobody can sign in without this message.' },
    ],
  }
}

interface Invitation {
  name: string
  editionName: string
  role: Role
  invitedBy: string
  signInUrl: string
}

/** Tells somebody of the role they were given. It opens nothing by itself, so it may be forwarded and kept. */
export function invitationEmail({ name, editionName, role, invitedBy, signInUrl }: Invitation): Email {
  const { name: roleName, can } = roleWords[role]
  return {
    subject: `You can now help with ${editionName}`,
    body: [
      { kind: 'text', text: `Hello ${name},` },
      { kind: 'text', text: `${invitedBy} has given you a role in ${editionName}.` },
      { kind: 'facts', rows: [{ label: 'Your role', value: roleName }, { label: 'What you can do', value: can }] },
      { kind: 'text', text: 'There is no password. Enter this email address on the sign-in page, and we send you a code each time.' },
      { kind: 'link', text: 'Go to the sign-in page', href: signInUrl },
      { kind: 'text', text: 'If you did not expect this, reply and tell us.' },
    ],
  }
}
