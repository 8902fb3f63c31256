import type { Reach } from '#app/features/reach/queries.server.ts'
import { passedPages, stopsText } from '#app/features/reach/words.ts'
import { BarChart } from '#app/ui/bars.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'

/** Where the form online loses people. */
export function Stops(reach: Pick<Reach, 'stops' | 'sent'>) {
  return (
    <>
      <SectionTitle>How far people get with the form</SectionTitle>
      <p className="max-w-text">{stopsText(reach)}</p>
      <p className="max-w-text">This comes from the drafts themselves. Nobody is followed: somebody who only reads leaves no mark, and of drafts that were deleted only the page they stood at is kept.</p>
      <BarChart caption="Drafts that got past each page" unit="Drafts" tableSummary="See the pages as a table" bars={passedPages(reach).map(({ label, count }) => ({ label, value: count }))} />
    </>
  )
}
