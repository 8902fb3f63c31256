import type { NumberedScreen } from '#app/features/ceremony/screen.ts'
import { readScreen } from '#app/features/ceremony/screen.server.ts'
import { nudgeFeed, sharedFeed, type Feed, type FeedEvent } from '#app/platform/feed.server.ts'
import type { Log } from '#app/platform/log.server.ts'
import type { Db } from '#db/schema.ts'

const nameOf = (editionId: string) => `stage ${editionId}`

/** The feed of an edition's stage: a screen is read, and drawn by `draw`, once for everybody who watches. */
export function stageFeed({ db, log }: { db: Db; log: Log }, editionId: string, draw: (one: NumberedScreen) => FeedEvent): Feed {
  return sharedFeed({ db, log }, nameOf(editionId), async (since) => {
    const screen = await readScreen({ db }, editionId, since)
    return screen && draw(screen)
  })
}

/** Those who watch in this process see at once what was pressed in it. */
export function nudgeStage(db: Db, editionId: string): void {
  nudgeFeed(db, nameOf(editionId))
}
