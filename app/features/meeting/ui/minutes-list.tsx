import type { MinuteLine } from '#app/features/meeting/minutes.queries.server.ts'

export function MinutesList({ lines }: { lines: MinuteLine[] }) {
  if (lines.length === 0) return <p>Nothing is in the minutes yet.</p>
  return (
    <ol className="max-w-form border-t border-hair">
      {lines.map(({ number, at, text }) => (
        <li key={number} className="grid grid-cols-[minmax(0,1fr)] gap-x-4 border-b border-hair py-2 sm:grid-cols-[6rem_minmax(0,1fr)]">
          <span className="text-ink2 tabular-nums">{at}</span>
          <span className="break-words whitespace-pre-line">{text}</span>
        </li>
      ))}
    </ol>
  )
}
