import type { Edition } from '#app/domain/edition.ts'
import { noticeBody, type Noticed } from '#app/features/screening/notices.content.ts'
import type { Email } from '#app/platform/email.ts'

/** Tells a nominee that they have been nominated. `link`: their page, a secret. */
export function noticeEmail({ edition, nominee, link }: { edition: Edition; nominee: Noticed; link: string }): Email {
  const whom = nominee.kind === 'person' ? 'You have' : `${nominee.name} has`
  return {
    subject: `${whom} been nominated: ${edition.name}`,
    body: noticeBody(edition, nominee, [{ kind: 'link', text: 'See your nomination', href: '{{link}}' }]),
    secrets: { link },
  }
}

/** Asked for before a nominee's answer is saved: the link may have been passed on. */
export function nomineeCodeEmail({ edition, code }: { edition: Edition; code: string }): Email {
  const { host } = edition.settings
  return {
    subject: 'Your answer: your code',
    body: [
      { kind: 'text', text: 'Type this code on the page where you answered:' },
      { kind: 'code', label: 'Code', value: '{{code}}' },
      { kind: 'text', text: 'It works once, for ten minutes. If it was not you who asked, do not pass it on, and tell us.' },
      { kind: 'text', text: `Write to ${host.email} or ring ${host.phone}.\n\n${host.name}` },
    ],
    secrets: { code },
  }
}
