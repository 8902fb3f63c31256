import { citationWords, readingTime } from '#app/domain/decision.ts'

/** How long a citation is and takes to say: a nudge, never a block. */
export function ReadingMeter({ citation }: { citation: string }) {
  const { words, seconds, fits } = readingTime(citation)
  const { least, most } = citationWords
  return (
    <div className="grid gap-1">
      <meter className="h-3 w-full max-w-text print:hidden" min={0} max={most + least / 2} low={least} high={most} optimum={(least + most) / 2} value={words} aria-label={`Words of the citation, best between ${least} and ${most}`} />
      <p className="text-small text-ink2">{words} words, about {seconds} seconds read aloud.{!fits && ` Between ${least} and ${most} words reads best.`}</p>
    </div>
  )
}
