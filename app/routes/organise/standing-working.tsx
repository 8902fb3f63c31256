import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { headline } from '#app/features/moderation/certainty.ts'
import { lookAtResults } from '#app/features/moderation/embargo.server.ts'
import { hasStandings } from '#app/features/moderation/policy.ts'
import { ChancesPart, ConnectionPart, LeftOutPart, OtherMethods, ReliabilityPart, ScoresPart, SeverityPart } from '#app/features/moderation/ui/category-working.tsx'
import { readCategoryWorking } from '#app/features/moderation/working.queries.server.ts'
import { notFound } from '#app/platform/respond.server.ts'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

/** Every figure of a category's standings, and what it rests on. Judges have numbers here, and no names. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, category } = await lookAtResults(args)
  if (!hasStandings(category)) throw notFound()
  return { slug: edition.slug, category: { slug: category.slug, name: category.name }, working: await readCategoryWorking(ctx, edition, category) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `How it is worked out – ${data?.category.name ?? ''} – Results ${data?.slug ?? ''} – ${siteName}` }]

export default function StandingWorking() {
  const { slug, category, working } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}`
  const here = `${at}/standings/${category.slug}`
  const { ordering, seed } = working.standings
  return (
    <OrganiserFrame slug={slug} here={`${at}/standings`}>
      <BackLink href={here}>{category.name}</BackLink>
      <PageTitle caption={category.name}>How it is worked out</PageTitle>
      <Lead>{headline(working.standings)}</Lead>
      <ScoresPart here={`${here}/working`} working={working} />
      <SeverityPart judgesAt={`${here}/judges`} working={working} />
      <ChancesPart working={working} />
      <LeftOutPart working={working} />
      <ConnectionPart working={working} />
      <ReliabilityPart working={working} />
      <OtherMethods compared={working.compared} />
      <SectionTitle>Check it yourself</SectionTitle>
      <p className="max-w-text">The <a href={`${at}/exports/score-sheets/${category.slug}`}>score sheet</a> holds every mark that counts, judges as numbers. With our program, <code>npm run results -- FILE.csv --order {ordering} --seed {seed}</code> gives these figures again without a database.</p>
    </OrganiserFrame>
  )
}
