import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { lookAtItem } from '#app/features/meeting/guard.server.ts'
import { listItemStates } from '#app/features/meeting/items.queries.server.ts'
import { readMinutes } from '#app/features/meeting/minutes.queries.server.ts'
import { itemPath } from '#app/features/meeting/paths.ts'
import { scoredEntries } from '#app/features/meeting/scored.ts'
import { MinutesList } from '#app/features/meeting/ui/minutes-list.tsx'
import { ScoreList } from '#app/features/meeting/ui/score-list.tsx'
import { headline } from '#app/features/moderation/certainty.ts'
import { judgeDecision } from '#app/features/moderation/decision-gaps.ts'
import { readStandings } from '#app/features/moderation/standings.queries.server.ts'
import { DecisionList } from '#app/features/moderation/ui/decision.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { SkipLink } from '#app/ui/page.tsx'

/** For everybody in the room to see, and to print: no judge is named. Until the item has been opened, there is nothing on it. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, category } = await lookAtItem(args)
  const state = (await listItemStates(ctx, [category])).get(category.id)
  const place = { slug: edition.slug, category: { slug: category.slug, name: category.name }, open: state === 'open' }
  if (!state) return { ...place, shown: null }
  const standings = await readStandings(ctx, edition, category)
  return {
    ...place,
    shown: {
      headline: headline(standings), rows: scoredEntries(standings), decision: category.decision, differs: judgeDecision(category.decision, standings).differs,
      minutes: await readMinutes(ctx, edition, category, 'wall'),
    },
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.category.name ?? ''} on the wall – The meeting ${data?.slug ?? ''} – ${siteName}` }]

export default function MeetingWall() {
  const { slug, category, open, shown } = useLoaderData<typeof loader>()
  return (
    <>
      <SkipLink />
      <main id="main" tabIndex={-1} className="page page-wide wall">
        <PageTitle caption={open ? 'Before the meeting now' : 'Not open'}>{category.name}</PageTitle>
        {shown ? <Shown {...shown} /> : <Lead>This item has not been opened yet.</Lead>}
        <p className="flex flex-wrap gap-x-6 text-small print:hidden">
          <a href="" className="inline-flex min-h-11 items-center">Refresh</a>
          <a href={itemPath(slug, category.slug)} className="inline-flex min-h-11 items-center">Back to the desk</a>
        </p>
      </main>
    </>
  )
}

type ShownNow = NonNullable<Awaited<ReturnType<typeof loader>>['shown']>

function Shown({ headline: line, rows, decision, differs, minutes }: ShownNow) {
  return (
    <>
      <Lead>{line}</Lead>
      <div className="wall-columns">
        <section className="flow">
          <ScoreList rows={rows} />
          {decision && decision.awards.length + decision.reason.length > 0 && (
            <>
              <SectionTitle>The decision</SectionTitle>
              <DecisionList decision={decision} differs={differs} />
            </>
          )}
        </section>
        <section className="flow">
          <h2 className="text-h2 font-bold">Minutes</h2>
          <MinutesList lines={minutes} />
        </section>
      </div>
    </>
  )
}
