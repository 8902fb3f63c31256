import type { ReactNode } from 'react'

/** What a row of a list is called, with the way to it: as high as a finger, and broken where a name is one long word. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return <a href={href} className="inline-flex min-h-11 max-w-full items-center wrap-anywhere">{children}</a>
}
