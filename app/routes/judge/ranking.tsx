import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { JudgeFrame } from '#app/features/editions/ui/frames.tsx'
import { deskPath } from '#app/features/judging/desk.ts'
import { contentOf, listCards, readContents } from '#app/features/judging/desk.queries.server.ts'
import { requireJudge } from '#app/features/judging/guard.server.ts'
import { rankOwn } from '#app/features/judging/ranking.ts'
import { NotRanked, RankingTable } from '#app/features/judging/ui/score-ranking.tsx'
import { notFound } from '#app/platform/respond.server.ts'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, judge } = await requireJudge(args)
  const { categories } = await getProgramme(ctx, edition)
  const category = categories.find(({ slug }) => slug === args.params.category)
  const cards = (await listCards(ctx, judge)).filter(({ entry }) => entry.category_id === category?.id)
  if (!category || cards.length === 0) throw notFound()
  const contents = await readContents(ctx, cards)
  const rows = cards.map(({ id, entry, nominee, progress }) => ({ entryId: entry.id, name: nominee.name, progress, content: contentOf(contents, { id }) }))
  return { slug: edition.slug, category: category.name, criteria: category.criteria, ...rankOwn(category.criteria, rows) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `My ranking so far – ${data?.category ?? ''} – Judging ${data?.slug ?? ''} – ${siteName}` }]

export default function Ranking() {
  const { slug, category, criteria, ranked, unscored } = useLoaderData<typeof loader>()
  return (
    <JudgeFrame slug={slug}>
      <BackLink href={deskPath(slug)}>Your entries</BackLink>
      <PageTitle caption={category}>My ranking so far</PageTitle>
      <Lead>By your own scores alone, weighted as published. What a criterion is worth that you could not judge is shared among the others. Open an entry to look at it again.</Lead>
      <RankingTable slug={slug} criteria={criteria} ranked={ranked} />
      {unscored.length > 0 && <NotRanked slug={slug} rows={unscored} />}
    </JudgeFrame>
  )
}
