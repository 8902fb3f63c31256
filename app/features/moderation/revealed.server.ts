import type { ExpressionBuilder } from 'kysely'
import type { Database, Instant } from '#db/schema.ts'

/** Categories whose winner has been shown on stage, and whose time to undo that has passed by `now`: public. */
export function isRevealed(e: ExpressionBuilder<Database, 'category'>, now: Instant) {
  return e.exists(
    e.selectFrom('reveal').select('reveal.id').whereRef('reveal.category_id', '=', 'category.id').where('reveal.undone_at', 'is', null).where('reveal.public_at', '<=', now))
}
