import type { ExpressionBuilder } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Entries that organisers have not decided on, or found eligible before words came that they have not read. */
export function waitsForScreening(e: ExpressionBuilder<Database, 'entry'>) {
  return e.or([
    e('entry.screening', '=', 'to-screen'),
    e.and([
      e('entry.screening', '=', 'eligible'),
      e.exists(
        e.selectFrom('nomination')
          .innerJoin('nomination_category', 'nomination_category.nomination_id', 'nomination.id')
          .select('nomination.id')
          .whereRef('nomination.nominee_id', '=', 'entry.nominee_id')
          .whereRef('nomination_category.category_id', '=', 'entry.category_id')
          .where('nomination.state', '=', 'live')
          .whereRef('nomination.screened_version', '<>', 'nomination.version'),
      ),
    ]),
  ])
}

/** Entries that take part, so far as nominations and people have it. */
export function takesPart(e: ExpressionBuilder<Database, 'entry'>) {
  return e.and([e('entry.state', '=', 'live'), e('entry.standing', '=', 'standing')])
}
