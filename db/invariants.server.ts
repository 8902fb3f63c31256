import { sql, type ExpressionBuilder } from 'kysely'
import type { Database, Db } from '#db/schema.ts'

/** Something that must be true of every database at every moment: `find` looks for the rows that break it. */
interface Invariant {
  name: string
  find: (db: Db) => Promise<unknown[]>
}
export interface Broken {
  name: string
  rows: unknown[]
}

/** What does not hold, with the rows that say so; empty when all is well. */
export async function listBroken(db: Db): Promise<Broken[]> {
  const broken: Broken[] = []
  for (const { name, find } of invariants) {
    const rows = await find(db)
    if (rows.length) broken.push({ name, rows })
  }
  return broken
}

const reference = /^[2-9CFHJKRWXY]{4}-[2-9CFHJKRWXY]{4}$/

/** Live nominations with the categories they name, and their nominee, or whom the nominee was merged into. */
function liveNominations(db: Db) {
  return db
    .selectFrom('nomination')
    .innerJoin('nomination_category', 'nomination_category.nomination_id', 'nomination.id')
    .innerJoin('nominee', 'nominee.id', 'nomination.nominee_id')
    .select(['nomination.id', 'nomination_category.category_id', (e) => e.fn.coalesce('nominee.merged_into', 'nominee.id').as('nominee_id')])
    .where('nomination.state', '=', 'live')
}

const liveEntry = (e: ExpressionBuilder<Database, 'entry'>) => e('entry.state', '=', 'live')

/** Some repeat a constraint of the schema: they also speak of a file that was copied, restored or mended by hand. */
const invariants: Invariant[] = [
  {
    name: 'a live entry has a live nomination of its nominee that names its category',
    find: (db) =>
      db
        .selectFrom('entry').leftJoin(liveNominations(db).as('named'), (join) =>
          join.onRef('named.nominee_id', '=', 'entry.nominee_id').onRef('named.category_id', '=', 'entry.category_id'))
        .select('entry.id').where(liveEntry).where('named.id', 'is', null)
        .execute(),
  },
  {
    name: 'every category that a live nomination names has a live entry of its nominee',
    find: (db) =>
      db
        .selectFrom(liveNominations(db).as('named')).leftJoin('entry', (join) =>
          join.onRef('entry.nominee_id', '=', 'named.nominee_id').onRef('entry.category_id', '=', 'named.category_id').on('entry.state', '=', 'live'))
        .select(['named.id', 'named.category_id']).where('entry.id', 'is', null)
        .execute(),
  },
  {
    name: 'the version of a nomination that is in force has been kept, and has answers',
    find: (db) =>
      db
        .selectFrom('nomination').select('id')
        .where((e) => e.or([
          e.not(e.exists(e.selectFrom('answer').select('question_id')
            .whereRef('answer.nomination_id', '=', 'nomination.id').whereRef('answer.version', '=', 'nomination.version'))),
          e.not(e.exists(e.selectFrom('nomination_version').select('version as kept')
            .whereRef('nomination_version.nomination_id', '=', 'nomination.id').whereRef('nomination_version.version', '=', 'nomination.version'))),
        ]))
        .execute(),
  },
  {
    name: 'answers are to questions of the nomination’s own edition',
    find: (db) =>
      db
        .selectFrom('answer').innerJoin('nomination', 'nomination.id', 'answer.nomination_id').innerJoin('question', 'question.id', 'answer.question_id')
        .select(['answer.nomination_id', 'answer.question_id'])
        .whereRef('question.edition_id', '<>', 'nomination.edition_id')
        .execute(),
  },
  {
    name: 'a draft has become one nomination at most',
    find: (db) =>
      db
        .selectFrom('nomination').select('draft_id').where('draft_id', 'is not', null)
        .groupBy('draft_id').having((e) => e.fn.countAll<number>(), '>', 1)
        .execute(),
  },
  {
    name: 'references can be read aloud',
    find: async (db) => {
      const nominations = await db.selectFrom('nomination').select(['id', 'reference']).execute()
      return nominations.filter((nomination) => !reference.test(nomination.reference))
    },
  },
  {
    name: 'every live nomination is in the audit trail as sent',
    find: (db) =>
      db
        .selectFrom('nomination').select('id').where('state', '=', 'live')
        .where((e) => e.not(e.exists(e.selectFrom('audit_event').select('seq')
          .whereRef('audit_event.object_id', '=', 'nomination.id').where('audit_event.verb', '=', 'nomination.sent'))))
        .execute(),
  },
  {
    name: 'whoever gave an address with a nomination has been written to about it',
    find: (db) =>
      db
        .selectFrom('nomination').select('id').where('nominator_email', '<>', '')
        .where((e) => e.not(e.exists(e.selectFrom('message').select('message.id as written').whereRef('message.about_id', '=', 'nomination.id'))))
        .execute(),
  },
  {
    name: 'the weights of a category total 100 once its edition has left preparing',
    find: (db) =>
      db
        .selectFrom('category').innerJoin('edition', 'edition.id', 'category.edition_id').leftJoin('criterion', 'criterion.category_id', 'category.id')
        .select('category.id').where('edition.stage', '<>', 'preparing')
        .groupBy('category.id').having((e) => e.fn.coalesce(e.fn.sum<number>('criterion.weight'), e.lit(0)), '<>', 100)
        .execute(),
  },
  {
    name: 'one edition at most is current',
    find: async (db) => {
      const current = await db.selectFrom('edition').select('id').where('current', '=', 1).execute()
      return current.length > 1 ? current : []
    },
  },
  {
    name: 'a message is sent exactly when it has the time of its sending',
    find: (db) =>
      db
        .selectFrom('message').select('id')
        .where((e) => e.or([
          e.and([e('state', '=', 'sent'), e('sent_at', 'is', null)]),
          e.and([e('state', '<>', 'sent'), e('sent_at', 'is not', null)]),
        ]))
        .execute(),
  },
  {
    name: 'no secret is kept of a message that was sent or cancelled',
    find: (db) => db.selectFrom('message').select('id').where('state', 'in', ['sent', 'cancelled']).where('secrets', 'is not', null).execute(),
  },
  {
    name: 'every message that is to go has the job that delivers it',
    find: (db) =>
      db
        .selectFrom('message').leftJoin('job', (join) =>
          join.on('job.key', '=', sql<string>`'message.deliver:' || message.id || ':' || message.version`).on('job.state', 'in', ['waiting', 'running']))
        .leftJoin('edition', 'edition.id', 'message.edition_id')
        .select('message.id').where('message.state', 'in', ['ready', 'sending']).where('job.id', 'is', null)
        .where((e) => e.or([e('edition.id', 'is', null), e('edition.rehearsal', '=', 0)])) // a rehearsal's mail stays
        .execute(),
  },
  {
    name: 'the links of the audit chain are numbered without a gap',
    find: async (db) => {
      const { first, last, links } = await db
        .selectFrom('audit_event').where('chain_no', 'is not', null)
        .select((e) => [e.fn.min('chain_no').as('first'), e.fn.max('chain_no').as('last'), e.fn.count<number>('chain_no').as('links')])
        .executeTakeFirstOrThrow()
      return links === 0 || (first === 1 && last === links) ? [] : [{ first, last, links }]
    },
  },
]
