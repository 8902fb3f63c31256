import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { hasWinnersPage } from '#app/domain/edition.ts'
import type { Announced } from '#app/domain/reveal.ts'
import { dayText } from '#app/domain/time.ts'
import { findAnnounced } from '#app/features/ceremony/queries.server.ts'
import { findPublicEdition } from '#app/features/editions/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { NotCurrent } from '#app/features/editions/ui/not-current.tsx'
import { listPublicFinalists, type PublicCategory } from '#app/features/shortlisting/finalists.queries.server.ts'
import { notFound } from '#app/platform/respond.server.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'

/** Read at each visit: what may be public hangs on the day and on what finalists have said since. */
export async function loader({ context: { ctx }, params }: LoaderFunctionArgs) {
  const edition = await findPublicEdition(ctx, params.edition ?? '')
  if (!edition?.finalists_announced_at) throw notFound()
  return {
    slug: edition.slug, name: edition.name, announced: await findAnnounced(ctx, edition), judged: hasWinnersPage(edition), ceremony: dayText(edition.ceremony_at, edition.time_zone),
    categories: await listPublicFinalists(ctx, edition),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Finalists – ${data?.name ?? siteName}` },
  { name: 'description', content: 'The finalists of the care awards, category by category.' },
]

export default function Finalists() {
  const { slug, name, announced, judged, ceremony, categories } = useLoaderData<typeof loader>()
  return (
    <PublicFrame width="wide" here={`/${slug}/finalists`}>
      <NotCurrent slug={slug} />
      <PageTitle caption={name}>Finalists</PageTitle>
      <Lead>{leadText(announced, judged, ceremony)}</Lead>
      {announced !== 'nobody' && <ButtonRow><LinkButton href={`/${slug}/winners`}>See the winners</LinkButton></ButtonRow>}
      <div className="grid gap-x-12 sm:grid-cols-2">
        {categories.map((one) => <CategoryFinalists key={one.slug} slug={slug} category={one} />)}
      </div>
    </PublicFrame>
  )
}

function leadText(announced: Announced, judged: boolean, ceremony: string): string {
  if (announced === 'everybody') return `The winners were named on ${ceremony}.`
  if (announced === 'some') return 'The winners are being named now.'
  const judges = judged ? 'Their judges have read' : 'Their judges are reading'
  return `${judges} what was written about each of them. The winners are named at the ceremony on ${ceremony}.`
}

function CategoryFinalists({ slug, category: { slug: at, name, finalists, unnamed } }: { slug: string; category: PublicCategory }) {
  return (
    <section>
      <SectionTitle><a href={`/${slug}/categories/${at}`} className="inline-flex min-h-11 items-center">{name}</a></SectionTitle>
      <ul className="mt-4 grid gap-3">
        {finalists.map((one) => (
          <li key={one.name + one.employer}><span className="text-lead font-semibold">{one.name}</span>{one.employer && <span className="block text-ink2">{one.employer}</span>}</li>
        ))}
        {unnamed > 0 && <li className="text-ink2">{unnamed === 1 ? '1 finalist' : `${unnamed} finalists`} {finalists.length > 0 && 'more '}whose name is not public</li>}
      </ul>
    </section>
  )
}
