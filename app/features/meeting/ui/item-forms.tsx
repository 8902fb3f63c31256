import { inTheRoom, type RoomMember } from '#app/features/meeting/attendance.ts'
import { proposalWords } from '#app/features/meeting/minutes.ts'
import { choices, type Typed } from '#app/features/meeting/ui/room.tsx'
import type { StandingRow } from '#app/features/moderation/standings.queries.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'

type Row = Pick<StandingRow, 'entryId' | 'name' | 'tie'>

/** `chair`: who chairs the panel, if they are in the room. */
export function OpenForm({ room, chair, typed: { value, errors } }: { room: RoomMember[]; chair: string; typed: Typed }) {
  return (
    <Form className="max-w-form gap-4 print:hidden">
      <Select name="chair" label="In the chair" options={choices(inTheRoom(room))} value={value('chair') || chair} error={errors.chair} width="2/3" />
      <ButtonRow><Button name="intent" value="open">Open this item</Button></ButtonRow>
    </Form>
  )
}

export function CloseForm() {
  return (
    <Form className="print:hidden">
      <ButtonRow><Button name="intent" value="close" variant="secondary">Close this item</Button></ButtonRow>
    </Form>
  )
}

/** What is written into the minutes while an item is open. */
export function MinuteForms({ rows, room, typed }: { rows: Row[]; room: RoomMember[]; typed: Typed }) {
  const equal = rows.filter(({ tie }) => tie === 'equal')
  return (
    <div className="grid max-w-form gap-8 print:hidden">
      <NoteForm typed={typed} />
      <ProposeForm rows={rows} room={room} typed={typed} />
      {equal.length > 0 && <CastForm rows={equal} typed={typed} />}
    </div>
  )
}

function NoteForm({ typed: { value, errors } }: { typed: Typed }) {
  return (
    <Form className="gap-4">
      <TextArea name="note" label="A note for the minutes" rows={2} value={value('note')} error={errors.note} />
      <ButtonRow><Button name="intent" value="note" variant="secondary">Add the note</Button></ButtonRow>
    </Form>
  )
}

function ProposeForm({ rows, room, typed: { value, errors } }: { rows: Row[]; room: RoomMember[]; typed: Typed }) {
  const kinds = [{ value: '', label: 'Choose' }, ...Object.entries(proposalWords).map(([kind, label]) => ({ value: kind, label }))]
  return (
    <section aria-labelledby="proposal-title">
      <SectionTitle level={3} id="proposal-title">A proposal</SectionTitle>
      <Form className="mt-4 gap-4">
        <Select name="proposer" label="Who proposes" options={choices(inTheRoom(room))} value={value('proposer')} error={errors.proposer} />
        <Select name="entry" label="Whom" hint="Nobody, for giving no award." options={entriesOf(rows)} value={value('entry')} error={errors.entry} />
        <Select name="proposal" label="For what" options={kinds} value={value('proposal')} error={errors.proposal} />
        <TextArea name="words" label="In their words" rows={2} value={value('words')} error={errors.words} optional />
        <ButtonRow><Button name="intent" value="propose" variant="secondary">Note the proposal</Button></ButtonRow>
      </Form>
    </section>
  )
}

/** The scores have no more to say: somebody has to. */
function CastForm({ rows, typed: { value, errors } }: { rows: Row[]; typed: Typed }) {
  return (
    <section aria-labelledby="cast-title">
      <SectionTitle level={3} id="cast-title">The casting vote of the chair</SectionTitle>
      <p className="mt-2">These stay equal on every rung of the ladder. The panel votes or gives a joint award; where it cannot agree, the chair decides and says why.</p>
      <Form className="mt-4 gap-4">
        <Select name="equal" label="For whom" options={entriesOf(rows)} value={value('equal')} error={errors.equal} />
        <TextArea name="why" label="The chair’s reason" rows={2} value={value('why')} error={errors.why} />
        <ButtonRow><Button name="intent" value="cast" variant="secondary">Note the casting vote</Button></ButtonRow>
      </Form>
    </section>
  )
}

function entriesOf(rows: Row[]) {
  return [{ value: '', label: 'Choose' }, ...rows.map(({ entryId, name }) => ({ value: entryId, label: name }))]
}
