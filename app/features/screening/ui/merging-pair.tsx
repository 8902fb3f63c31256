import { kindLabels } from '#app/features/nominations/ui/labels.ts'
import { publicText } from '#app/features/screening/merging.effects.ts'
import type { Side } from '#app/features/screening/merging.queries.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { Prose, SectionTitle } from '#app/ui/heading.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { Tag } from '#app/ui/tag.tsx'

/** One of the two, so that the same facts lie beside each other. */
export function SideFacts({ slug, side, now, stays }: { slug: string; side: Side; now: string; stays: boolean }) {
  const { kind, name, job, employer, reach, alsoCalled, nominations, entries, wishes } = side
  const live = entries.filter(({ entryState }) => entryState === 'live')
  return (
    <section className="grid content-start gap-4">
      <h2 className="text-h2 font-bold text-balance">{name}</h2>
      <p><Tag tone={stays ? 'good' : 'neutral'}>{stays ? 'Stays' : 'Becomes the other'}</Tag></p>
      <SummaryList
        rows={[
          { key: 'They are', value: kindLabels[kind] },
          { key: 'Also called', value: alsoCalled.join(', ') || 'Nothing else' },
          { key: 'Job', value: job || 'Not given' },
          { key: 'Works at', value: employer || 'Not given' },
          { key: 'Reached by', value: reach || 'Not given' },
          { key: 'Categories', value: live.map(({ category }) => category).join(', ') || 'None' },
          { key: 'Notice', value: wishes.some(({ toldAt }) => toldAt !== null) ? 'They have been told' : 'They have not been told yet' },
          { key: 'May be public', value: publicText(wishes, now) },
          { key: 'Nominations', value: <NominationLinks slug={slug} nominations={nominations} /> },
        ]}
      />
    </section>
  )
}

function NominationLinks({ slug, nominations }: { slug: string; nominations: Side['nominations'] }) {
  return (
    <ul>
      {nominations.map(({ id, reference, state, categories, sentence }) => (
        <li key={id}>
          <a href={`/organise/${slug}/nominations/${id}`} className="inline-flex min-h-11 items-center">{reference}</a>{' '}
          {state === 'withdrawn' ? 'withdrawn' : categories.join(', ')}
          {state === 'live' && sentence && <blockquote>“{sentence}”</blockquote>}
        </li>
      ))}
    </ul>
  )
}

interface MergeProps {
  from: Side
  into: Side
  seen: string
  effects: string[]
  /** where the same page has them the other way round */
  turnHref: string
  needsReason: boolean
  values: Record<string, string | string[]>
  errors: Record<string, string>
}

/** What merging will do, then the button that does it. */
export function MergeForm({ from, into, seen, effects, turnHref, needsReason, values, errors }: MergeProps) {
  return (
    <section className="grid gap-4">
      <SectionTitle>What merging does</SectionTitle>
      <Prose><ul>{effects.map((effect) => <li key={effect}>{effect}</li>)}</ul></Prose>
      <p><a href={turnHref} className="inline-flex min-h-11 items-center">Keep {from.name} instead</a></p>
      <Form>
        <HiddenField name="into" value={into.id} />
        <HiddenField name="seen" value={seen} />
        <TextField name="reason" label="Why they are the same" optional={!needsReason} value={String(values.reason ?? '')} error={errors.reason} autoComplete="off"
          hint={needsReason ? 'Judges have begun to score, so a reason is kept with the merge.' : undefined} />
        <ButtonRow><Button name="intent" value="merge">Merge {from.name} into {into.name}</Button></ButtonRow>
      </Form>
    </section>
  )
}

/** That they are not the same, or that they may be after all. */
export function ApartForm({ apart }: { apart: boolean }) {
  return (
    <Form>
      <ButtonRow>
        {apart ? <Button name="intent" value="again" variant="secondary">They may be the same after all</Button> : <Button name="intent" value="apart" variant="secondary">Not the same</Button>}
      </ButtonRow>
    </Form>
  )
}
