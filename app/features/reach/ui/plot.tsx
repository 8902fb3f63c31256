import type { Line } from '#app/domain/reach.ts'
import { BarChart } from '#app/ui/bars.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'

interface PlotProps {
  title: string
  /** what the plot says, before it is looked at */
  says: string[]
  caption: string
  lines: Line[]
  textOf?: (label: string) => string
  slug: string
  before: string | null
}

/** One question put to the nominations: its answer in words, drawn, and as a table. */
export function Plot({ title, says, caption, lines, textOf = (label) => label, slug, before }: PlotProps) {
  return (
    <>
      <SectionTitle>{title}</SectionTitle>
      {says.map((sentence) => <p key={sentence} className="max-w-text">{sentence}</p>)}
      <BarChart caption={caption} unit={slug} compareLabel={before ? `${before}, by the same day` : undefined} tableSummary={`See “${title}” as a table`}
        bars={lines.map(({ label, count, before: then }) => ({ label: textOf(label), value: count, compare: then ?? undefined }))} />
    </>
  )
}
