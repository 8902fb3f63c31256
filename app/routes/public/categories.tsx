import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { acceptsNominations } from '#app/domain/edition.ts'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { firstSentence, kindsText } from '#app/features/categories/words.ts'
import { findPublicEdition } from '#app/features/editions/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { NotCurrent } from '#app/features/editions/ui/not-current.tsx'
import { notFound } from '#app/platform/respond.server.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Card, CardGrid } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'

export const handle = { finished: true }

export async function loader({ context: { ctx }, params }: LoaderFunctionArgs) {
  const edition = await findPublicEdition(ctx, params.edition ?? '')
  if (!edition) throw notFound()
  const { categories } = await getProgramme(ctx, edition)
  return {
    slug: edition.slug, name: edition.name, open: acceptsNominations(edition, edition.now),
    categories: categories.map(({ slug, name, who, kinds }) => ({ slug, name, who: firstSentence(who), kinds: kindsText(kinds) })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Categories – ${data?.name ?? siteName}` },
  { name: 'description', content: 'Every category of the care awards: who can be nominated in it, and what the judges look for.' },
]

export default function Categories() {
  const { slug, name, open, categories } = useLoaderData<typeof loader>()
  return (
    <PublicFrame width="wide" here={`/${slug}/categories`}>
      <NotCurrent slug={slug} />
      <PageTitle caption={name}>Categories</PageTitle>
      <Lead>Each page says whom it is for, what the judges look for, and what we ask. You can nominate somebody in more than one.</Lead>
      {open && <ButtonRow><LinkButton href={`/${slug}/nominate`}>Nominate someone</LinkButton><LinkButton href={`/${slug}/help-me-choose`} variant="secondary">Help me choose</LinkButton></ButtonRow>}
      {categories.length === 0 && <EmptyState title="The categories are not settled yet"><p>Come back soon: they are published before nominations open.</p></EmptyState>}
      <CardGrid>
        {categories.map((one) => (
          <Card key={one.slug} title={one.name} level={2} href={`/${slug}/categories/${one.slug}`} meta={`For ${one.kinds}`}><p>{one.who}</p></Card>
        ))}
      </CardGrid>
    </PublicFrame>
  )
}
