import { useSite } from '#app/features/editions/ui/site.ts'
import { Notice } from '#app/ui/panel.tsx'

/** On the pages of an edition that is not the one of the home page. */
export function NotCurrent({ slug, rehearsal }: { slug: string; rehearsal: boolean }) {
  const { edition } = useSite()
  if (edition?.slug === slug) return null
  return <Notice tone="info" title={rehearsal ? 'This is a rehearsal: nothing here is real' : 'These are the awards of another year'} />
}
