import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { acceptsNominations } from '#app/domain/edition.ts'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { findPublicEdition } from '#app/features/editions/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { readChoosing } from '#app/features/nominations/choosing.ts'
import { ChoosingQuestion, Suggested } from '#app/features/nominations/ui/choosing.tsx'
import { notFound } from '#app/platform/respond.server.ts'

/** One question after the other, each answer in the address: nothing is begun, kept or known about whoever asks. */
export async function loader({ context: { ctx }, params, request }: LoaderFunctionArgs) {
  const edition = await findPublicEdition(ctx, params.edition ?? '')
  if (!edition) throw notFound()
  const { categories } = await getProgramme(ctx, edition)
  const { slug, settings } = edition
  return { slug, open: acceptsNominations(edition, edition.now), ...readChoosing(settings.choosing, categories, new URL(request.url).searchParams) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.error ? 'Error: ' : ''}${data?.title ?? ''} – Help me choose – ${siteName}` },
  { name: 'description', content: 'Three questions that lead to the right category for somebody who works in care.' },
]

export default function HelpMeChoose() {
  const page = useLoaderData<typeof loader>()
  return (
    <PublicFrame width="form" here={`/${page.slug}/categories`}>
      {page.question ? <ChoosingQuestion {...page} question={page.question} /> : <Suggested {...page} />}
    </PublicFrame>
  )
}
