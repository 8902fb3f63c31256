import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { listYears } from '#app/features/winners/queries.server.ts'
import { Card, CardGrid } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'

export const handle = { finished: true }

export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  return { years: (await listYears(ctx)).map(({ slug, name, ceremony_at, time_zone }) => ({ slug, name, day: dayText(ceremony_at, time_zone) })) }
}

export const meta: MetaFunction = () => [
  { title: `Winners, year by year – ${siteName}` },
  { name: 'description', content: 'Everybody who has won a care award, year by year.' },
]

export default function WinnerYears() {
  const { years } = useLoaderData<typeof loader>()
  return (
    <PublicFrame here="/winners">
      <PageTitle>Winners, year by year</PageTitle>
      <Lead>The people, teams and services who were thanked in front of everyone.</Lead>
      {years.length === 0 && <EmptyState title="There are no winners yet"><p>They are named at the ceremony, and stand here from that evening on.</p></EmptyState>}
      <CardGrid>{years.map(({ slug, name, day }) => <Card key={slug} level={2} title={name} href={`/${slug}/winners`}><p>{day}</p></Card>)}</CardGrid>
    </PublicFrame>
  )
}
