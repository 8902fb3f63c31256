import type { LoaderFunctionArgs } from '@remix-run/node'
import { wallFeed } from '#app/features/meeting/feed.server.ts'
import { requireItem } from '#app/features/meeting/guard.server.ts'
import { feedResponse } from '#app/platform/feed.server.ts'

/** That the wall has changed, for whoever may look at it. There is nothing of the results in it, so no look is noted. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, category } = await requireItem(args)
  return feedResponse(args.request, wallFeed({ db: ctx.db, log: args.context.log }, category))
}
