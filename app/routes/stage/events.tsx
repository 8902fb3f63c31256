import type { LoaderFunctionArgs } from '@remix-run/node'
import { renderToStaticMarkup } from 'react-dom/server'
import { stageFeed } from '#app/features/ceremony/feed.server.ts'
import { readScreen } from '#app/features/ceremony/screen.server.ts'
import type { NumberedScreen } from '#app/features/ceremony/screen.ts'
import { StageScreen } from '#app/features/ceremony/ui/stage-screen.tsx'
import { requireStageCrew } from '#app/features/people/guard.server.ts'
import { eventText, type FeedEvent } from '#app/platform/feed.server.ts'
import { eventStream } from '#app/platform/http.server.ts'

/**
 * The stage as it changes, for pages that stay open. Whoever comes, or comes back after a break, gets the screen as it is
 * now, whatever they saw last. Who does not ask for a stream gets that one event.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireStageCrew(args)
  const headers = { 'Content-Type': eventStream }
  if (args.request.headers.get('Accept')?.includes(eventStream)) {
    return new Response(stageFeed({ db: ctx.db, log: args.context.log }, edition.id, draw).listen(), { headers })
  }
  const shown = await readScreen(ctx, edition.id)
  return new Response(shown && eventText(draw(shown)), { headers })
}

function draw({ id, screen }: NumberedScreen): FeedEvent {
  return { id, data: renderToStaticMarkup(<StageScreen screen={screen} />) }
}
