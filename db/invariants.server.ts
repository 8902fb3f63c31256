import { sql, type ExpressionBuilder } from 'kysely'
import type { Database, Db } from '#db/schema.ts'
import { listBrokenRoots, listUnverified } from '#db/sealed.server.ts'

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

/** Live nominations with the categories they name, and their nominee: whoever was merged has none. */
function liveNominations(db: Db) {
  return db
    .selectFrom('nomination').innerJoin('nomination_category', 'nomination_category.nomination_id', 'nomination.id')
    .select(['nomination.id', 'nomination_category.category_id', 'nomination.nominee_id'])
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
    name: 'nobody is merged into somebody who is merged, nor into another edition',
    find: (db) =>
      db
        .selectFrom('nominee as n').innerJoin('nominee as into', 'into.id', 'n.merged_into').select('n.id')
        .where((e) => e.or([e('into.merged_into', 'is not', null), e('into.edition_id', '<>', e.ref('n.edition_id'))]))
        .execute(),
  },
  {
    name: 'no nomination points to somebody who is merged',
    find: (db) => db.selectFrom('nomination').innerJoin('nominee', 'nominee.id', 'nomination.nominee_id').select('nomination.id').where('nominee.merged_into', 'is not', null).execute(),
  },
  {
    name: 'whoever is merged was merged by one merge that stands, and nobody else was',
    find: (db) =>
      db
        .selectFrom('nominee').leftJoin('merge', (join) => join.onRef('merge.from_id', '=', 'nominee.id').on('merge.undone_at', 'is', null))
        .select('nominee.id').groupBy(['nominee.id', 'nominee.merged_into'])
        .having((e) => e(e.fn.count('merge.id'), '<>', e.case().when('nominee.merged_into', 'is', null).then(0).else(1).end()))
        .execute(),
  },
  {
    name: 'who was merged is who the other of that merge is',
    find: (db) =>
      db
        .selectFrom('merge').innerJoin('nominee as f', 'f.id', 'merge.from_id').innerJoin('nominee as i', 'i.id', 'merge.into_id').select('merge.id')
        .where('merge.undone_at', 'is', null)
        .where((e) => e('f.merged_into', '<>', e.fn.coalesce('i.merged_into', 'i.id')))
        .execute(),
  },
  {
    name: 'the nominations of a merge that stands point to who both are',
    find: (db) =>
      db
        .selectFrom('merge').innerJoin('merge_nomination as moved', 'moved.merge_id', 'merge.id').innerJoin('nomination', 'nomination.id', 'moved.nomination_id')
        .innerJoin('nominee as i', 'i.id', 'merge.into_id')
        .select(['merge.id', 'nomination.id as nomination'])
        .where('merge.undone_at', 'is', null)
        .where((e) => e('nomination.nominee_id', '<>', e.fn.coalesce('i.merged_into', 'i.id')))
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
    name: 'the file that a live nomination was sent with is on record, under its own draft',
    find: async (db) => {
      const sent = await db
        .selectFrom('nomination as n').innerJoin('nomination_version as v', (join) => join.onRef('v.nomination_id', '=', 'n.id').onRef('v.version', '=', 'n.version'))
        .select(['n.id', 'n.draft_id', 'v.told']).where('n.state', '=', 'live').where('v.told', 'like', '%"attachment":{%')
        .execute()
      const kept = new Map((await db.selectFrom('attachment').select(['id', 'draft_id']).execute()).map(({ id, draft_id }) => [id, draft_id]))
      const fileOf = (told: string) => (JSON.parse(told) as { attachment: { id: string } }).attachment.id
      return sent.filter(({ told, draft_id }) => draft_id === null || kept.get(fileOf(told)) !== draft_id).map(({ id }) => ({ id }))
    },
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
    name: 'what is covered lies within the text of its answer',
    find: (db) =>
      db
        .selectFrom('redaction as r').leftJoin('answer as a', (join) =>
          join.onRef('a.nomination_id', '=', 'r.nomination_id').onRef('a.version', '=', 'r.version').onRef('a.question_id', '=', 'r.question_id'))
        .select(['r.id', 'r.to_char', 'a.text']).execute()
        .then((rows) => rows.filter(({ text, to_char }) => text === null || to_char > text.length).map(({ id }) => ({ id }))), // as JavaScript counts
  },
  {
    name: 'no version of a nomination was screened before it was there',
    find: (db) => db.selectFrom('nomination').select('id').whereRef('screened_version', '>', 'version').execute(),
  },
  {
    name: 'an entry that was found ineligible, or does not stand, has a reason',
    find: (db) =>
      db
        .selectFrom('entry').select('id')
        .where((e) => e.or([
          e.and([e('screening', '=', 'ineligible'), e('screening_reason', '=', '')]),
          e.and([e('standing', '<>', 'standing'), e('standing_reason', '=', '')]),
        ]))
        .execute(),
  },
  {
    name: 'a notice by email has its message, and no other has one',
    find: (db) =>
      db
        .selectFrom('notice').select('id')
        .where((e) => e.or([
          e.and([e('route', '=', 'email'), e('message_id', 'is', null)]),
          e.and([e('route', '<>', 'email'), e('message_id', 'is not', null)]),
        ]))
        .execute(),
  },
  {
    name: 'no entry of a nominee who declined or objected stands, but where organisers said why',
    find: (db) =>
      db
        .selectFrom('entry').innerJoin('nominee', (join) =>
          join.on((e) => e.or([e('nominee.id', '=', e.ref('entry.nominee_id')), e('nominee.merged_into', '=', e.ref('entry.nominee_id'))])))
        .select('entry.id').where(liveEntry)
        .where('nominee.answer', 'in', ['declined', 'objected']).where('entry.standing', '=', 'standing').where('entry.standing_reason', '=', '')
        .execute(),
  },
  {
    name: 'a winner was revealed of sealed results only, and every revealed category has its reveal',
    find: (db) =>
      db
        .selectFrom('category').leftJoin('reveal', (join) => join.onRef('reveal.category_id', '=', 'category.id').on('reveal.undone_at', 'is', null))
        .select('category.id')
        .where((e) => e.or([
          e.and([e('reveal.id', 'is not', null), e('category.state', 'not in', ['sealed', 'revealed'])]),
          e.and([e('reveal.id', 'is', null), e('category.state', '=', 'revealed')]),
        ]))
        .execute(),
  },
  {
    name: 'a category is sealed exactly when it has a leaf, and its leaves are numbered without a gap',
    find: (db) =>
      db
        .selectFrom('category').leftJoin('seal_leaf', 'seal_leaf.category_id', 'category.id').select('category.id').groupBy(['category.id', 'category.state'])
        .having((e) => e.or([
          e(e.fn.count('seal_leaf.id'), '=', 0).and('category.state', 'in', ['sealed', 'revealed']),
          e(e.fn.count('seal_leaf.id'), '>', 0).and('category.state', 'not in', ['sealed', 'revealed']),
          e(e.fn.count('seal_leaf.id'), '<>', e.fn.coalesce(e.fn.max('seal_leaf.number'), e.lit(0))),
        ]))
        .execute(),
  },
  { name: 'what is sealed verifies: the leaf has its hash, and awards and names are those of the leaf', find: listUnverified },
  { name: 'the roots of an edition verify, and the newest holds every leaf', find: listBrokenRoots },
  {
    name: 'in an archived edition every category was revealed, or has no award',
    find: (db) =>
      db
        .selectFrom('category').innerJoin('edition', 'edition.id', 'category.edition_id').select('category.id')
        .where('edition.stage', '=', 'archived').where('category.state', 'not in', ['revealed', 'no-award'])
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
