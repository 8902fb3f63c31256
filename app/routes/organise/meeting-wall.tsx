import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { wallId } from '#app/features/meeting/feed.server.ts'
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
import { Followed, RefreshLink } from '#app/ui/followed.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'

/**
 * For everybody in the room to see, and to print: no judge is named. Until the item has been opened, there is nothing on it. It
 * follows the minutes by itself.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, category } = await lookAtItem(args)
  const id = await wallId(ctx, category) // before what is shown, so that the page never seems newer than it is
  const state = (await listItemStates(ctx, [category])).get(category.id)
  const place = { slug: edition.slug, category: { slug: category.slug, name: category.name }, id, open: state === 'open' }
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
  const { slug, category, id, open, shown } = useLoaderData<typeof loader>()
  const desk = itemPath(slug, category.slug)
  return (
    <Followed events={`${desk}/wall/events`} shown={id} className="page page-wide wall">
      <PageTitle caption={open ? 'Before the meeting now' : 'Not open'}>{category.name}</PageTitle>
      {shown ? <Shown {...shown} /> : <Lead>This item has not been opened yet.</Lead>}
      <div className="text-small print:hidden">
        <RefreshLink />
        <p><a href={desk} className="inline-flex min-h-11 items-center">Back to the desk</a></p>
      </div>
    </Followed>
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
