import { kindLabel, stateWords } from '#app/features/messages/ui/labels.ts'
import { StatRow } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { DataTable, FilterBar, type Column } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { messageStates, type MessageState } from '#db/vocabulary.ts'

/** One message in the list. */
export interface OutboxLine {
  id: string
  to: string
  email: string
  subject: string
  kind: string
  state: MessageState
  at: string
}

export interface OutboxAsked {
  state: string
  kind: string
  recipient: string
  /** `none`: the mail of no edition */
  of: string
}

export function StateTag({ state }: { state: MessageState }) {
  const { label, tone } = stateWords[state]
  return <Tag tone={tone}>{label}</Tag>
}

/** How many there are in each state, each leading to the list of them. */
export function StateCounts({ counts, of }: { counts: Partial<Record<MessageState, number>>; of: string }) {
  const href = (state: MessageState) => `?${new URLSearchParams({ ...(of && { of }), state }).toString()}`
  const items = messageStates.map((state) => ({ label: stateWords[state].label, value: counts[state] ?? 0, href: href(state) }))
  return <StatRow items={items.filter(({ value }) => value > 0)} />
}

/** The way to release what is held, one kind at a time. */
export function HeldKinds({ at, held }: { at: string; held: { kind: string; count: number }[] }) {
  if (held.length === 0) return null
  return (
    <nav aria-label="Held messages, to be released together" className="grid print:hidden">
      {held.map(({ kind, count }) => <a key={kind} href={`${at}/release?${new URLSearchParams({ kind }).toString()}`} className="inline-flex min-h-11 items-center">{`Release what is held: ${kindLabel(kind)} (${count})`}</a>)}
    </nav>
  )
}

export function OutboxFilter({ asked, kinds, owner }: { asked: OutboxAsked; kinds: string[]; owner: boolean }) {
  const states = messageStates.map((state) => ({ value: state, label: stateWords[state].label }))
  const all = { value: '', label: 'All' }
  return (
    <FilterBar>
      <TextField name="recipient" type="search" label="Receiver’s name or email" value={asked.recipient} />
      <Select name="state" label="State" value={asked.state} options={[all, ...states]} />
      <Select name="kind" label="Kind" value={asked.kind} options={[all, ...kinds.map((kind) => ({ value: kind, label: kindLabel(kind) }))]} />
      {owner && (
        <Select name="of" label="Mail of" value={asked.of} options={[{ value: '', label: 'This edition' }, { value: 'none', label: 'No edition (signing in)' }]} />
      )}
    </FilterBar>
  )
}

export function OutboxTable({ at, lines, filtered }: { at: string; lines: OutboxLine[]; filtered: boolean }) {
  const columns: Column<OutboxLine>[] = [
    { key: 'subject', header: 'Subject', cell: (line) => <a href={`${at}/${line.id}`}>{line.subject}</a> },
    { key: 'to', header: 'To', cell: (line) => <span className="block sm:min-w-52">{line.to} <span className="block text-small text-ink2">{line.email}</span></span> },
    { key: 'kind', header: 'Kind', cell: (line) => kindLabel(line.kind) },
    { key: 'at', header: 'Written', cell: (line) => <span className="sm:whitespace-nowrap">{line.at}</span> },
    { key: 'state', header: 'State', cell: (line) => <StateTag state={line.state} /> },
  ]
  const empty = filtered ? (
    <EmptyState title="No message matches">
      <p>Clear a filter, or look for fewer letters.</p>
    </EmptyState>
  ) : (
    <EmptyState title="Nothing has been written yet">
      <p>Every message the awards write waits here before it goes: receipts, links and invitations.</p>
    </EmptyState>
  )
  return <DataTable caption="Messages, newest first" captionHidden columns={columns} rows={lines} rowKey={(line) => line.id} empty={empty} />
}
