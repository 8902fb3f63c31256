import { StateTag } from '#app/features/messages/ui/outbox.tsx'
import { kindLabel, stateWords } from '#app/features/messages/ui/labels.ts'
import { SummaryList, type SummaryRow } from '#app/ui/summary-list.tsx'
import type { MessageState } from '#db/vocabulary.ts'

export interface MessageFactsShown {
  state: MessageState
  kind: string
  to_name: string
  to_email: string
  reply_to: string
  written: string
  sent: string | null
  attempts: number
  last_error: string | null
}

/** Where a message comes from, where it goes, and how far it has come. */
export function MessageFacts({ facts }: { facts: MessageFactsShown }) {
  const { state, sent, attempts, last_error: error } = facts
  const rows: SummaryRow[] = [
    { key: 'State', value: <><StateTag state={state} /> <span className="block pt-2">{stateWords[state].means}</span></> },
    { key: 'To', value: <Address name={facts.to_name} email={facts.to_email} /> },
    { key: 'Answers go to', value: <Address email={facts.reply_to} /> },
    { key: 'Kind', value: kindLabel(facts.kind) },
    { key: 'Written', value: facts.written },
  ]
  if (sent) rows.push({ key: 'Sent', value: sent })
  if (error) rows.push({ key: 'Last try', value: <span className="wrap-anywhere">{error} ({attempts === 1 ? '1 try' : `${attempts} tries`} so far)</span> })
  return <SummaryList rows={rows} />
}

function Address({ name, email }: { name?: string; email: string }) {
  if (!email) return <>Nobody</>
  return <>{name} <span className={name ? 'block text-small break-all text-ink2' : 'break-all'}>{email}</span></>
}
