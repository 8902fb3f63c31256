import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { lookAtResults } from '#app/features/moderation/embargo.server.ts'
import { hasStandings } from '#app/features/moderation/policy.ts'
import { JudgesTable, SeverityPlot } from '#app/features/moderation/ui/severities.tsx'
import { listSeverities } from '#app/features/moderation/working.queries.server.ts'
import { notFound } from '#app/platform/respond.server.ts'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

/** How the judges of a category mark, by name: for organisers, not for the panel. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, category } = await lookAtResults(args)
  if (!hasStandings(category)) throw notFound()
  const { judges } = await listSeverities(ctx, edition, category)
  return { slug: edition.slug, category: { slug: category.slug, name: category.name }, judges }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `How the judges mark – ${data?.category.name ?? ''} – Results ${data?.slug ?? ''} – ${siteName}` }]

export default function StandingJudges() {
  const { slug, category, judges } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}/standings`
  return (
    <OrganiserFrame slug={slug} here={at}>
      <BackLink href={`${at}/${category.slug}`}>{category.name}</BackLink>
      <PageTitle caption={category.name}>How the judges mark</PageTitle>
      <Lead>For organisers only: do not show this to the panel. To mark high or low is no fault; it is taken off before averaging. Nobody is left out because of anything here.</Lead>
      {judges.some(({ severity }) => severity !== null) && <SeverityPlot judges={judges} />}
      <JudgesTable judges={judges} />
    </OrganiserFrame>
  )
}
