import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayText } from '#app/domain/time.ts'
import { readScript } from '#app/features/ceremony/script.queries.server.ts'
import { Script } from '#app/features/ceremony/ui/script.tsx'
import { lengthText } from '#app/features/ceremony/words.ts'
import { siteName } from '#app/features/editions/template.ts'
import { requireStageCrew } from '#app/features/people/guard.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Followed, RefreshLink } from '#app/ui/followed.tsx'
import { PageTitle } from '#app/ui/heading.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireStageCrew(args)
  const script = await readScript(ctx, edition)
  return { slug: edition.slug, name: edition.name, day: dayText(edition.ceremony_at, edition.time_zone), ...script, seconds: script.parts.reduce((sum, part) => sum + part.seconds, 0) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Script – Stage ${data?.slug ?? ''} – ${siteName}` }]

export default function StageScript() {
  const { slug, name, day, id, parts, seconds } = useLoaderData<typeof loader>()
  return (
    <Followed events={`/stage/${slug}/events`} shown={id} className="page">
      <PageTitle caption={`${name} · ${day}`}>Presenter’s script</PageTitle>
      <p className="max-w-text print:hidden">About {lengthText(seconds)} of speaking. On a tablet this page keeps with the stage; on paper it has everything but the winners.</p>
      <p className="print:hidden"><a href={`/stage/${slug}/control`} className="inline-flex min-h-11 items-center">Control of the stage</a></p>
      <RefreshLink />
      {parts.length === 0 ? <EmptyState title="There is no running order yet"><p>An organiser makes it on the page “The ceremony”.</p></EmptyState> : <Script parts={parts} />}
    </Followed>
  )
}
