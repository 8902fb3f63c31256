import type { ReactNode } from 'react'

export function Disclosure({ summary, children, open }: { summary: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details open={open} className="group/more">
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-2 pr-2 text-plum600 underline hover:text-plum700 hover:decoration-2 [&::-webkit-details-marker]:hidden">
        <svg viewBox="0 0 12 12" className="size-3 shrink-0 group-open/more:rotate-90" fill="currentColor" aria-hidden="true" focusable="false">
          <path d="m3 0 7 6-7 6z" />
        </svg>
        {summary}
      </summary>
      <div className="flow border-l-2 border-hair py-2 pl-5">{children}</div>
    </details>
  )
}
