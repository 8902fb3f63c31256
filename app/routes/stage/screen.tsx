import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readScreen } from '#app/features/ceremony/screen.server.ts'
import { StageScreen } from '#app/features/ceremony/ui/stage-screen.tsx'
import { siteName } from '#app/features/editions/template.ts'
import { requireStageCrew } from '#app/features/people/guard.server.ts'
import { notFound } from '#app/platform/respond.server.ts'
import { Followed, RefreshLink } from '#app/ui/followed.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireStageCrew(args)
  const shown = await readScreen(ctx, edition.id)
  if (!shown) throw notFound()
  return { slug: edition.slug, ...shown }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Stage – ${data?.slug ?? ''} – ${siteName}` }]

/** The screen of the hall: nothing around it, and nothing on it that is not to be seen yet. */
export default function Stage() {
  const { slug, id, screen } = useLoaderData<typeof loader>()
  return (
    <div className="on-plum flex grow flex-col">
      <Followed events={`/stage/${slug}/events`} shown={id} className="stage" draws press={`/stage/${slug}/control`}>
        <StageScreen screen={screen} />
        <RefreshLink />
      </Followed>
    </div>
  )
}
