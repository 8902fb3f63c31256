import { judgeStateWords } from '#app/features/judging/words.ts'
import { RowLink } from '#app/features/judging/ui/row-link.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Select } from '#app/ui/field.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { JudgeState } from '#db/vocabulary.ts'

export interface SeatView {
  id: string
  name: string
  state: JudgeState
  chair: boolean
  given: number
  ready: boolean
}

/** Who sits on a panel. `at`: where each judge's page is. */
export function Seats({ at, seats }: { at: string; seats: SeatView[] }) {
  return (
    <DataTable
      caption="Judges on this panel"
      captionHidden
      rows={seats}
      rowKey={(seat) => seat.id}
      empty={<EmptyState title="Nobody is on this panel yet"><p>Add a judge below.</p></EmptyState>}
      columns={[
        { key: 'name', header: 'Name', cell: (seat) => <RowLink href={`${at}/${seat.id}`}>{seat.name}</RowLink> },
        { key: 'state', header: 'State', cell: (seat) => <SeatState seat={seat} /> },
        { key: 'given', header: 'Entries to read', numeric: true, cell: ({ given }) => given },
        { key: 'chair', header: 'Chair', cell: (seat) => (seat.chair ? <Tag tone="info">Chair</Tag> : <SeatAct seat={seat} intent="chair" label="Make chair" />) },
        { key: 'change', header: 'Change', cell: (seat) => <SeatAct seat={seat} intent="leave" label="Take off" /> },
      ]}
    />
  )
}

function SeatState({ seat: { state, ready } }: { seat: SeatView }) {
  if (state === 'accepted') return <Tag tone={ready ? 'good' : 'waiting'}>{ready ? 'Ready' : 'Has not signed or declared'}</Tag>
  return <Tag tone={judgeStateWords[state].tone}>{judgeStateWords[state].label}</Tag>
}

function SeatAct({ seat, intent, label }: { seat: SeatView; intent: 'chair' | 'leave'; label: string }) {
  return (
    <Form>
      <HiddenField name="judge" value={seat.id} />
      <button type="submit" name="intent" value={intent} className="inline-flex min-h-11 cursor-pointer items-center text-plum600 underline hover:text-plum700 hover:decoration-2 print:hidden">
        {label}<span className="sr-only">: {seat.name}</span>
      </button>
    </Form>
  )
}

export function AddToPanel({ inviteAt, free, error }: { inviteAt: string; free: { id: string; name: string; state: JudgeState }[]; error?: string }) {
  if (free.length === 0) return <p><LinkButton href={inviteAt} variant="secondary">Invite a judge</LinkButton></p>
  const options = free.map(({ id, name, state }) => ({ value: id, label: state === 'invited' ? `${name} (has not answered)` : name }))
  return (
    <Form className="max-w-form">
      <Select name="judge" label="Add a judge" error={error} options={[{ value: '', label: 'Choose a judge' }, ...options]} />
      <div><Button name="intent" value="join" variant="secondary">Put them on the panel</Button></div>
    </Form>
  )
}
