import type { ReactNode } from 'react'
import type { DeskCounts } from '#app/features/editions/desk.queries.server.ts'
import type { Figure, NextStep } from '#app/features/editions/desk.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { StatRow } from '#app/ui/card.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'

export function Next({ slug, next, mayAct, children }: { slug: string; next: NextStep; mayAct: boolean; children: ReactNode }) {
  return (
    <section aria-labelledby="next" className="flow max-w-form">
      <SectionTitle id="next">{next.title}</SectionTitle>
      {children}
      {next.effect.map((sentence) => <p key={sentence}>{sentence}</p>)}
      {mayAct && next.acts.length > 0 && (
        <ButtonRow>
          {next.acts.map(({ label, href, main }) => (
            <LinkButton key={href} href={`/organise/${slug}/${href}`} variant={main ? 'primary' : 'secondary'}>{label}</LinkButton>
          ))}
        </ButtonRow>
      )}
    </section>
  )
}

/** What needs nobody today is left out. `more`: what the later steps of the year want, which this one knows nothing of. */
export function Today({ slug, today, counts, more }: { slug: string; today: string; counts: DeskCounts; more: Figure[] }) {
  const at = `/organise/${slug}`
  const needed: Figure[] = [
    ...more,
    { label: 'messages that failed', value: counts.messagesFailed, href: `${at}/outbox?state=failed` },
    { label: 'messages overdue', value: counts.messagesOverdue, href: `${at}/outbox?state=ready` },
    { label: 'messages held', value: counts.messagesHeld, href: `${at}/outbox?state=held` },
  ]
  return (
    <section aria-labelledby="today" className="flow">
      <SectionTitle id="today">Today in figures</SectionTitle>
      <StatRow
        items={[
          ...needed.filter(({ value }) => value !== 0),
          { label: 'nominations today', value: counts.today, href: `${at}/nominations?day=${today}` },
          { label: 'nominations in all', value: counts.received, href: `${at}/nominations` },
          ...(counts.withdrawn ? [{ label: 'withdrawn', value: counts.withdrawn, href: `${at}/nominations?state=withdrawn` }] : []),
        ]}
      />
    </section>
  )
}
