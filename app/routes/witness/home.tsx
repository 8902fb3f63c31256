import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { momentText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { WitnessFrame } from '#app/features/editions/ui/frames.tsx'
import { listToWitness } from '#app/features/moderation/witness.server.ts'
import { moderationDone } from '#app/features/moderation/words.ts'
import { requireWitness } from '#app/features/people/guard.server.ts'
import { saidDone } from '#app/platform/respond.server.ts'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'

/** The same for a witness who is not on the embargo list as for one for whom nothing waits. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireWitness(args)
  const waiting = await listToWitness(ctx, edition)
  return {
    slug: edition.slug, name: edition.name, done: saidDone(args.request, moderationDone),
    waiting: waiting.map(({ slug, name, proposal: { by, at } }) => ({ slug, name, by, at: momentText(at, edition.time_zone) })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `What waits for you – Witness ${data?.slug ?? ''} – ${siteName}` }]

export default function WitnessHome() {
  const { slug, name, waiting, done } = useLoaderData<typeof loader>()
  return (
    <WitnessFrame slug={slug} width="text">
      {done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={name}>What waits for you</PageTitle>
      <Lead>You are a witness: somebody asks to seal a result, you look at the same, and seal it if it is as it should be.</Lead>
      {waiting.length > 0 ? (
        <div className="grid gap-6">{waiting.map((one) => <Card key={one.slug} level={2} title={one.name} href={`/witness/${slug}/${one.slug}`}><p>{one.by} asked for its seal at {one.at}.</p></Card>)}</div>
      ) : (
        <EmptyState title="Nothing waits for you"><p>We write to you when somebody asks for a seal; come back then. What you have a tie to, or have stepped out of, is not shown to you.</p></EmptyState>
      )}
    </WitnessFrame>
  )
}
