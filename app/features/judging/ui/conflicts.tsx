import type { ConflictLine } from '#app/features/judging/assignment.queries.server.ts'
import { conflictWords } from '#app/features/judging/words.ts'

/** Who on a panel must not see which of its entries. */
export function Conflicts({ conflicts }: { conflicts: ConflictLine[] }) {
  if (conflicts.length === 0) return <p>No judge of this panel has a tie with one of its finalists, as far as we know.</p>
  return (
    <ul className="grid gap-2">
      {conflicts.map(({ judge, entry, why }) => (
        <li key={`${judge.id} ${entry.id}`}>
          <strong>{entry.name}</strong> from {judge.name}, who {why.map((one) => conflictWords[one]).join(' and ')}.
        </li>
      ))}
    </ul>
  )
}
