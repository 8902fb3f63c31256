import type { ReactNode } from 'react'
import type { Card } from '#app/features/judging/desk.queries.server.ts'
import type { DossierPart } from '#app/features/screening/dossier.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'

/** The entry beside its scorecard from 900 px, above it on a phone, and under both the bar. */
export function DeskPanes({ entry, scorecard, bar }: { entry: ReactNode; scorecard: ReactNode; bar?: ReactNode }) {
  return (
    <div>
      <div className="desk">
        <section id="entry" aria-label="The entry" className="flow">{entry}</section>
        <section id="scorecard" aria-labelledby="scorecard-title" className="desk-pane grid gap-6">
          <h2 id="scorecard-title" className="text-h2 font-bold">Your scorecard</h2>
          {scorecard}
        </section>
      </div>
      {bar}
    </div>
  )
}

/** Who the entry is about, and the way out for whoever has a tie with them. */
export function EntryFacts({ nominee: { job, employer }, stepAsideAt }: { nominee: Card['nominee']; stepAsideAt: string }) {
  return (
    <div className="flex max-w-form flex-wrap items-center justify-between gap-x-6">
      <p>{[job, employer].filter(Boolean).join(', ')}</p>
      <a href={stepAsideAt} className="inline-flex min-h-11 items-center">I have a tie: step aside</a>
    </div>
  )
}

/** What people wrote, question by question, as one text. */
export function Evidence({ dossier }: { dossier: DossierPart[] }) {
  if (dossier.length === 0) return <EmptyState title="There is nothing to read yet"><p>The organisers are still going through what was written. Come back later.</p></EmptyState>
  return dossier.map(({ questionId, label, text }) => (
    <div key={questionId} className="flow max-w-text">
      <h2 className="text-h3 font-bold text-balance">{label}</h2>
      {text.map((paragraph, index) => <p key={index} className="text-pretty">{paragraph}</p>)}
    </div>
  ))
}

/** How far one is and how it is saved; on a phone also the way between the two panes. */
export function DeskBar({ given, of, status }: { given: number; of: number; status: string }) {
  const jump = 'inline-flex min-h-11 items-center font-bold lg:hidden'
  return (
    <div className="desk-bar flex flex-wrap items-center gap-x-6 print:hidden">
      <p><span data-autosave-count="">{given}</span> of {of} scored</p>
      <a href="#entry" className={jump}>Entry</a>
      <a href="#scorecard" className={jump}>Scorecard</a>
      <p data-autosave-status="" className="text-small text-ink2">{status}</p>
    </div>
  )
}
