import type { Decision } from '#app/features/moderation/decisions.queries.server.ts'
import { ReadingMeter } from '#app/features/moderation/ui/reading-meter.tsx'
import { awardWords } from '#app/features/moderation/words.ts'
import { Tag } from '#app/ui/tag.tsx'

/** A decision as it was written down: who gets what, why, and the words for the stage. */
export function DecisionList({ decision: { awards, reason }, differs }: { decision: Pick<Decision, 'awards' | 'reason'>; differs: boolean }) {
  return (
    <div className="flow max-w-text">
      <ol className="grid">
        {awards.map(({ entryId, name, kind, reason: why, citation }) => (
          <li key={entryId} className="grid gap-2 border-t border-hair py-4">
            <p className="flex flex-wrap items-center gap-3"><strong className="text-lead">{name}</strong><Tag tone={kind === 'winner' ? 'winner' : 'neutral'}>{awardWords[kind]}</Tag></p>
            {citation && <blockquote className="border-l-4 border-hair pl-4">{citation}</blockquote>}
            {kind !== 'reserve' && (citation ? <ReadingMeter citation={citation} /> : <p className="text-small text-ink2">No citation yet.</p>)}
            {why && <p className="text-ink2">{why}</p>}
          </li>
        ))}
      </ol>
      {differs && <p><strong>This does not follow the scores alone.</strong></p>}
      {reason && <p>{awards.length ? 'The reason' : 'Why there is no award'}: {reason}</p>}
    </div>
  )
}
