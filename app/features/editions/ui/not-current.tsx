import { useSite } from '#app/features/editions/ui/site.ts'
import { Notice } from '#app/ui/panel.tsx'

/** On the pages of an edition that is not the one of the home page. Of a rehearsal, the frame says more. */
export function NotCurrent({ slug }: { slug: string }) {
  const { edition, rehearsals } = useSite()
  if (edition?.slug === slug || rehearsals.includes(slug)) return null
  return <Notice tone="info" title="These are the awards of another year" />
}
