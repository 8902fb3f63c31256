import type { ReactNode } from 'react'
import follow from '#app/features/ceremony/ui/follow.ts?worker&url'
import { SkipLink } from '#app/ui/page.tsx'

interface FollowedProps {
  slug: string
  /** the event that this page shows */
  shown: string
  className: string
  /** each event is drawn here; otherwise it loads the page again */
  draws?: true
  /** the keys of a clicker press the stage's buttons here */
  keys?: true
  children: ReactNode
}

/** The whole of a page that keeps with the stage. */
export function Followed({ slug, shown, className, draws, keys, children }: FollowedProps) {
  return (
    <>
      <SkipLink />
      <main id="main" tabIndex={-1} className={className} data-events={`/stage/${slug}/events`} data-shown={shown} data-draws={draws && ''} data-press={keys && `/stage/${slug}/control`}>
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
