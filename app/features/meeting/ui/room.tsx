import { inTheRoom, mustStepOut, type RoomMember } from '#app/features/meeting/attendance.ts'
import { tieWords } from '#app/features/moderation/words.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/panel.tsx'

export interface Typed {
  value: (name: string) => string
  errors: Record<string, string>
}

/** Who must leave, who has left, and who else may. Whoever has a tie is back when the item is closed. */
export function Room({ room, open, typed }: { room: RoomMember[]; open: boolean; typed: Typed }) {
  const [left, out] = [mustStepOut(room), room.filter((one) => one.out)]
  return (
    <>
      {left.length > 0 && (
        <Notice tone="warning" title="Before this item opens, these people step out">
          <ul className="grid gap-4">{left.map((one) => <Leaver key={one.accountId} person={one} act={{ intent: 'out', label: 'Has stepped out' }} />)}</ul>
        </Notice>
      )}
      {out.length > 0 && (
        <section aria-labelledby="out" className="grid max-w-form gap-3">
          <h3 id="out" className="text-h3 font-bold">Stepped out</h3>
          <ul className="grid gap-4">{out.map((one) => <Leaver key={one.accountId} person={one} act={open && one.ties.length > 0 ? undefined : { intent: 'back', label: 'Is back' }} />)}</ul>
        </section>
      )}
      {left.length === 0 && out.length === 0 && <p>Nobody here has a tie to this category that we know of.</p>}
      <SomebodyElse room={room} typed={typed} />
    </>
  )
}

function Leaver({ person: { accountId, name, ties, reason }, act }: { person: RoomMember; act?: { intent: 'out' | 'back'; label: string } }) {
  return (
    <li>
      <Form className="gap-2">
        <HiddenField name="leaver" value={accountId} />
        <p><strong>{name}</strong> {[...ties.map((tie) => tieWords[tie]), reason].filter(Boolean).join('; ')}</p>
        {act && <ButtonRow><Button name="intent" value={act.intent} variant="secondary">{act.label}<span className="sr-only">: {name}</span></Button></ButtonRow>}
      </Form>
    </li>
  )
}

/** Ties are not all known before. */
function SomebodyElse({ room, typed: { value, errors } }: { room: RoomMember[]; typed: Typed }) {
  const others = inTheRoom(room)
  if (others.length === 0) return null
  return (
    <div className="print:hidden">
      <Disclosure summary="Somebody else steps out" open={Boolean(errors.leaver ?? errors.reason)}>
        <Form className="gap-4">
          <Select name="leaver" label="Who" options={choices(others)} value={value('leaver')} error={errors.leaver} />
          <TextField name="reason" label="Why" hint="In a few words. It stands in the minutes." autoComplete="off" value={value('reason')} error={errors.reason} />
          <ButtonRow><Button name="intent" value="out" variant="secondary">Step out</Button></ButtonRow>
        </Form>
      </Disclosure>
    </div>
  )
}

export function choices(people: Pick<RoomMember, 'accountId' | 'name'>[], first = 'Choose'): { value: string; label: string }[] {
  return [{ value: '', label: first }, ...people.map(({ accountId, name }) => ({ value: accountId, label: name }))]
}
