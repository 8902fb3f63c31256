import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { AccountFrame } from '#app/features/editions/ui/frames.tsx'
import { deskPath } from '#app/features/judging/desk.ts'
import { listJudged } from '#app/features/judging/desk.queries.server.ts'
import { requireAccount } from '#app/features/people/guard.server.ts'
import { notFound } from '#app/platform/respond.server.ts'
import { Card, CardGrid } from '#app/ui/card.tsx'
import { PageTitle } from '#app/ui/heading.tsx'

/** A judge of one edition is there already. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requireAccount(args)
  const editions = (await listJudged(ctx)).map(({ slug, name }) => ({ slug, name }))
  const [only, ...others] = editions
  if (!only) throw notFound()
  if (others.length === 0) throw redirect(deskPath(only.slug))
  return { editions }
}

export const meta: MetaFunction = () => [{ title: `Awards you judge – ${siteName}` }]

export default function JudgeEditions() {
  const { editions } = useLoaderData<typeof loader>()
  return (
    <AccountFrame width="wide">
      <PageTitle>Awards you judge</PageTitle>
      <CardGrid>
        {editions.map(({ slug, name }) => <Card key={slug} level={2} title={name} href={deskPath(slug)} />)}
      </CardGrid>
    </AccountFrame>
  )
}
