import type { LoaderFunctionArgs } from '@remix-run/node'
import { renderToStaticMarkup } from 'react-dom/server'
import { stageFeed } from '#app/features/ceremony/feed.server.ts'
import type { NumberedScreen } from '#app/features/ceremony/screen.ts'
import { StageScreen } from '#app/features/ceremony/ui/stage-screen.tsx'
import { requireStageCrew } from '#app/features/people/guard.server.ts'
import { feedResponse, type FeedEvent } from '#app/platform/feed.server.ts'

/**
 * The stage as it changes, for pages that stay open. Whoever comes, or comes back after a break, gets the screen as it is
 * now, whatever they saw last.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireStageCrew(args)
  return feedResponse(args.request, stageFeed({ db: ctx.db, log: args.context.log }, edition.id, draw))
}

function draw({ id, screen }: NumberedScreen): FeedEvent {
  return { id, data: renderToStaticMarkup(<StageScreen screen={screen} />) }
}
