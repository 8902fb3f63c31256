import type { NoticeLine } from '#app/features/screening/notices.queries.server.ts'
import { routeLabels } from '#app/features/screening/ui/labels.tsx'
import { Button, LinkButton, ButtonRow } from '#app/ui/button.tsx'
import { Radios } from '#app/ui/field.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'
import { noticeRoutes } from '#db/vocabulary.ts'

export function NoticeList({ slug, notices }: { slug: string; notices: NoticeLine[] }) {
  if (notices.length === 0) return <p>Nothing has been written to them yet.</p>
  return (
    <section className="grid gap-4">
      <SectionTitle>Notices</SectionTitle>
      <ol className="grid gap-2">
        {notices.map(({ id, route, message, toldAt, createdAt }) => (
          <li key={id}>
            {message ? <a href={`/organise/${slug}/outbox/${message.id}`}>{routeLabels[route]}</a> : routeLabels[route]}, made {createdAt}
            {toldAt ? `: told ${toldAt}` : message?.state === 'cancelled' ? ': cancelled' : ': not told yet'}
          </li>
        ))}
      </ol>
    </section>
  )
}

interface NoticeActsProps {
  slug: string
  nomineeId: string
  email?: string
  mailUnderWay: boolean
  /** notices that had told them when the page was shown */
  seen: number
  error?: string
  value: string
}

/** The ways to tell somebody, and to note that they were. */
export function NoticeActs({ slug, nomineeId, email, mailUnderWay, seen, error, value }: NoticeActsProps) {
  const at = `/organise/${slug}/notices`
  const byHand = noticeRoutes.filter((route) => route !== 'email')
  const hints = { letter: 'The letter is in the post.', phone: 'You have read the notice out to them.', employer: 'Their employer has handed the letter over.' }
  return (
    <section className="grid gap-4 print:hidden">
      <SectionTitle>Tell them</SectionTitle>
      {!mailUnderWay && (
        <ButtonRow>
          {email && <LinkButton href={`${at}/email?nominee=${nomineeId}`} variant="secondary">Write to {email}</LinkButton>}
          <LinkButton href={`${at}/letters?nominee=${nomineeId}`} variant="secondary">Print a letter</LinkButton>
        </ButtonRow>
      )}
      <Form>
        <HiddenField name="seen" value={seen} />
        <Radios name="route" legend="They have been told another way" value={value} error={error}
          options={byHand.map((route) => ({ value: route, label: routeLabels[route], hint: hints[route] }))} />
        <div><Button variant="secondary">Note that they were told</Button></div>
      </Form>
    </section>
  )
}
