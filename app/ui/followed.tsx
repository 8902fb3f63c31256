import type { ReactNode } from 'react'
import follow from '#app/ui/follow.ts?worker&url'
import { SkipLink } from '#app/ui/page.tsx'

interface FollowedProps {
  /** where the page hears that something has changed */
  events: string
  /** the event that this page shows */
  shown: string
  className: string
  /** each event is drawn here; otherwise it loads the page again */
  draws?: true
  /** what the keys of a clicker press: next, back, black */
  press?: string
  children: ReactNode
}

/** The whole of a page that keeps with what it shows. */
export function Followed({ events, shown, className, draws, press, children }: FollowedProps) {
  return (
    <>
      <SkipLink />
      <main id="main" tabIndex={-1} className={className} data-events={events} data-shown={shown} data-draws={draws && ''} data-press={press}>
        {children}
      </main>
      <script type="module" src={follow} />
    </>
  )
}

/** For a browser without scripts. */
export function RefreshLink() {
  return (
    <noscript>
      <p className="text-small"><a href="" className="inline-flex min-h-11 items-center">Refresh</a></p>
    </noscript>
  )
}
