import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireAssistant } from '#app/features/people/guard.server.ts'
import { previewDossier } from '#app/features/screening/dossier.server.ts'
import { findEntry } from '#app/features/screening/screening.queries.server.ts'
import { JudgesText } from '#app/features/screening/ui/passages.tsx'
import { notFound } from '#app/platform/respond.server.ts'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

/** An entry as its judges will read it: one text a question, nothing that is covered, nobody who nominated. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const entry = await findEntry(ctx, edition, args.params.entry ?? '')
  if (!entry) throw notFound()
  return { slug: edition.slug, id: entry.id, nominee: entry.nominee, waits: entry.waits, parts: await previewDossier(ctx, entry) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.nominee ?? 'Entry'} as judges read it – Entries – ${siteName}` }]

export default function EntryAsJudges() {
  const { slug, id, nominee, waits, parts } = useLoaderData<typeof loader>()
  const home = `/organise/${slug}/entries`
  return (
    <OrganiserFrame slug={slug} here={home} width="text">
      <BackLink href={`${home}/${id}`}>The entry</BackLink>
      <PageTitle caption="As judges read it">{nominee}</PageTitle>
      <Lead>Who nominated, how many did and when is not in it. What is covered is gone.</Lead>
      {waits && <Notice tone="info" title="Not screened yet">Judges get none of what nobody has read. This is what they get once you find the entry eligible.</Notice>}
      {parts.length === 0 && <p>Nothing has been written, or all of it is withdrawn.</p>}
      {parts.map(({ questionId, label, text }) => (
        <section key={questionId} className="grid max-w-text gap-4">
          <SectionTitle>{label}</SectionTitle>
          {text.map((paragraph, index) => <p key={index}><JudgesText text={paragraph} /></p>)}
        </section>
      ))}
    </OrganiserFrame>
  )
}
