import type { ReactNode } from 'react'

/** Somebody's own words, given the room they deserve. */
export function Quote({ children, by }: { children: ReactNode; by?: ReactNode }) {
  return (
    <figure className="grid max-w-text gap-3 break-inside-avoid">
      <svg viewBox="0 0 32 22" className="w-8 text-plum600" fill="currentColor" aria-hidden="true" focusable="false">
        <path d="M13 0C5 2 0 8 0 15c0 4 3 7 6.5 7S13 19.5 13 16s-2.5-6-6-6c1-3 4-5.5 7-6.5zM31 0c-8 2-13 8-13 15 0 4 3 7 6.5 7S31 19.5 31 16s-2.5-6-6-6c1-3 4-5.5 7-6.5z" />
      </svg>
      <blockquote className="text-lead text-pretty">{children}</blockquote>
      {by && <figcaption className="text-ink2">{by}</figcaption>}
    </figure>
  )
}
