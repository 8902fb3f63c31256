import type { NumberedScreen } from '#app/features/ceremony/screen.ts'
import { readScreen } from '#app/features/ceremony/screen.server.ts'
import { makeFeed, type Feed, type FeedEvent } from '#app/platform/feed.server.ts'
import type { Log } from '#app/platform/log.server.ts'
import type { Db } from '#db/schema.ts'

const feeds = new WeakMap<Db, Map<string, Feed>>()

/**
 * The feed of an edition's stage in this process: a screen is read, and drawn by `draw`, once for everybody who watches.
 * Other processes on the same database have theirs.
 */
export function stageFeed({ db, log }: { db: Db; log: Log }, editionId: string, draw: (one: NumberedScreen) => FeedEvent): Feed {
  const ofDatabase = feeds.get(db) ?? new Map<string, Feed>()
  feeds.set(db, ofDatabase)
  const read = async (since?: string) => {
    const screen = await readScreen({ db }, editionId, since)
    return screen && draw(screen)
  }
  const feed = ofDatabase.get(editionId) ?? makeFeed(read, (fault) => log('error', 'stage.unread', { error: fault instanceof Error ? fault.message : String(fault) }))
  ofDatabase.set(editionId, feed)
  return feed
}

/** Those who watch in this process see at once what was pressed in it. */
export function nudgeStage(db: Db, editionId: string): void {
  void feeds.get(db)?.get(editionId)?.look()
}
