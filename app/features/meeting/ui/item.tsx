import type { RoomMember } from '#app/features/meeting/attendance.ts'
import { mustStepOut } from '#app/features/meeting/attendance.ts'
import type { MinuteLine } from '#app/features/meeting/minutes.queries.server.ts'
import { citationPath, itemPath } from '#app/features/meeting/paths.ts'
import type { ScoredEntry } from '#app/features/meeting/scored.ts'
import { CloseForm, MinuteForms, OpenForm } from '#app/features/meeting/ui/item-forms.tsx'
import { MinutesList } from '#app/features/meeting/ui/minutes-list.tsx'
import { Room, type Typed } from '#app/features/meeting/ui/room.tsx'
import { ScoreList } from '#app/features/meeting/ui/score-list.tsx'
import type { Decision } from '#app/features/moderation/decisions.queries.server.ts'
import type { Phase } from '#app/features/moderation/policy.ts'
import { DecisionList } from '#app/features/moderation/ui/decision.tsx'
import { phaseWords } from '#app/features/moderation/words.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'
import { Tag } from '#app/ui/tag.tsx'

interface Item {
  category: { id: string; slug: string; name: string }
  phase: Phase
  open: boolean
  room: RoomMember[]
  /** none before those who must have stepped out */
  rows: ScoredEntry[]
  decision?: Decision
  differs: boolean
  gaps: string[]
  minutes: MinuteLine[]
}

export function ItemView({ slug, item, typed }: { slug: string; item: Item; typed: Typed }) {
  const { category, phase, open, room, rows, minutes } = item
  const at = itemPath(slug, category.slug)
  const chair = room.find(({ chairs, present }) => present && chairs.includes(category.id))?.accountId ?? ''
  const mayOpen = !open && phase === 'deciding' && mustStepOut(room).length === 0
  return (
    <>
      <p className="flex flex-wrap gap-2"><Tag tone={open ? 'info' : 'neutral'}>{open ? 'Before the meeting now' : 'Not open'}</Tag><Tag tone={phaseWords[phase].tone}>{phaseWords[phase].label}</Tag></p>
      <SectionTitle>Who steps out</SectionTitle>
      <Room room={room} open={open} typed={typed} />
      {mayOpen && <OpenForm room={room} chair={chair} typed={typed} />}
      {rows.length > 0 && (
        <>
          <SectionTitle>Where they stand</SectionTitle>
          <ScoreList rows={rows} />
          <ButtonRow>
            <LinkButton href={`${at}/wall`} variant="secondary">For the wall</LinkButton>
            {rows.length > 1 && <LinkButton href={`${at}/compare`} variant="secondary">Two side by side</LinkButton>}
            <LinkButton href={`/organise/${slug}/standings/${category.slug}`} variant="quiet">The standings with their working</LinkButton>
          </ButtonRow>
          <TheDecision slug={slug} item={item} />
        </>
      )}
      <SectionTitle>Minutes</SectionTitle>
      <MinutesList lines={minutes} />
      {open && <MinuteForms rows={rows} room={room} typed={typed} />}
      {open && <CloseForm />}
    </>
  )
}

function TheDecision({ slug, item: { category, phase, decision, differs, gaps } }: { slug: string; item: Item }) {
  const standing = `/organise/${slug}/standings/${category.slug}`
  const decides = phase === 'deciding'
  return (
    <>
      <SectionTitle>The decision</SectionTitle>
      {decision?.awards.length || decision?.reason ? <DecisionList decision={decision} differs={differs} /> : <p>Nothing is written down yet.</p>}
      {decides && decision && (
        <ul className="print:hidden">
          {decision.awards.filter(({ kind }) => kind !== 'reserve').map(({ entryId, name }) => <li key={entryId}><a href={citationPath(slug, category.slug, entryId)} className="inline-flex min-h-11 items-center">Put together the citation of {name}</a></li>)}
        </ul>
      )}
      <ButtonRow>
        {decides && <LinkButton href={`${standing}/decide`} variant={decision && gaps.length === 0 ? 'secondary' : 'primary'}>Write down the decision</LinkButton>}
        {decides && decision && gaps.length === 0 && <LinkButton href={`${standing}/settle`}>Settle it</LinkButton>}
        {decides && <LinkButton href={`${standing}/no-award`} variant="quiet">Give no award</LinkButton>}
        {!decides && <LinkButton href={`${standing}/record`} variant="secondary">The record of the decision</LinkButton>}
      </ButtonRow>
    </>
  )
}
