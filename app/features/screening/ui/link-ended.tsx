import { Contact } from '#app/features/editions/ui/contact.tsx'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { useSite } from '#app/features/editions/ui/site.ts'
import { Lead, PageTitle, Prose } from '#app/ui/heading.tsx'

/** Instead of a dead end: a nominee's link that is too old or was copied in part. */
export function NomineeLinkEnded() {
  const site = useSite()
  return (
    <PublicFrame width="form">
      <PageTitle>This link does not lead to a nomination</PageTitle>
      <Lead>It may be too old, or some of it is missing. A link works for 60 days.</Lead>
      <Prose>
        <p>For a new one, <Contact host={site} />. If you have had a letter from us, <a href="/nominee">use the reference and the code in it</a>.</p>
      </Prose>
    </PublicFrame>
  )
}
