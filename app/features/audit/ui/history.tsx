import type { HappeningRow } from '#app/features/audit/queries.server.ts'

/** What happened to one thing, oldest first, down a line. */
export function History({ label, rows }: { label: string; rows: Pick<HappeningRow, 'seq' | 'at' | 'who' | 'what'>[] }) {
  return (
    <ol aria-label={label} className="ml-2 grid max-w-text gap-4 border-l-2 border-hair">
      {rows.map(({ seq, at, who, what }) => (
        <li key={seq} className="relative pl-6 break-inside-avoid before:absolute before:top-2.5 before:-left-[0.4375rem] before:size-3 before:rounded-full before:bg-plum600 forced-colors:before:bg-[CanvasText]">
          <strong>{who}</strong> {what}
          <span className="block text-small text-ink2">{at}</span>
        </li>
      ))}
    </ol>
  )
}
