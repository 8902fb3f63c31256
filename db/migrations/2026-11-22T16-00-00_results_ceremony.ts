import { sql, type Kysely } from 'kysely'
import { refuseChanges } from '#db/dialect.server.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await createDecisions(db)
  await createSeals(db)
  await createCeremony(db)
  await createCertificates(db)
  await guardSealed(db)
}

async function createDecisions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('decision')
    .addColumn('category_id', 'text', (c) => c.notNull().references('category.id'))
    .addColumn('number', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('reason', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('decided_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('decision_pk', ['category_id', 'number'])
    .execute()
  await db.schema
    .createTable('award')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('category_id', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('entry_id', 'text', (c) => c.notNull().references('entry.id'))
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('winner', 'highly-commended', 'reserve')`))
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('citation', 'text', (c) => c.notNull().defaultTo(''))
    .addForeignKeyConstraint('award_decision', ['category_id', 'number'], 'decision', ['category_id', 'number'])
    .addUniqueConstraint('award_once', ['category_id', 'number', 'entry_id'])
    .addUniqueConstraint('award_place', ['category_id', 'number', 'place'])
    .execute()
  await db.schema
    .createTable('embargo')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('edition_id', 'text', (c) => c.notNull().references('edition.id'))
    .addColumn('account_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('added_at', 'text', (c) => c.notNull())
    .addColumn('removed_at', 'text')
    .execute()
  await sql`create unique index embargo_once on embargo (edition_id, account_id) where removed_at is null`.execute(db)
}

async function createSeals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('seal_proposal')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('category_id', 'text', (c) => c.notNull().references('category.id'))
    .addColumn('shown', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('account_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('proposed_at', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'text')
    .execute()
  await sql`create unique index seal_proposal_once on seal_proposal (category_id) where ended_at is null`.execute(db)
  await db.schema
    .createTable('seal_leaf')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('edition_id', 'text', (c) => c.notNull().references('edition.id'))
    .addColumn('category_id', 'text', (c) => c.notNull().references('category.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('leaf', 'text', (c) => c.notNull())
    .addColumn('nonce', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('first_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('second_id', 'text', (c) => c.notNull().references('account.id').check(sql`second_id <> first_id`))
    .addColumn('sealed_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('seal_leaf_number', ['category_id', 'number'])
    .execute()
  await db.schema
    .createTable('seal_name')
    .addColumn('leaf_id', 'text', (c) => c.notNull().references('seal_leaf.id'))
    .addColumn('entry_id', 'text', (c) => c.notNull().references('entry.id'))
    .addColumn('name', 'text')
    .addColumn('salt', 'text')
    .addPrimaryKeyConstraint('seal_name_pk', ['leaf_id', 'entry_id'])
    .execute()
  await db.schema
    .createTable('seal_root')
    .addColumn('edition_id', 'text', (c) => c.notNull().references('edition.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('root', 'text', (c) => c.notNull())
    .addColumn('leaves', 'text', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('seal_root_pk', ['edition_id', 'number'])
    .execute()
}

async function createCeremony(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('cue')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('edition_id', 'text', (c) => c.notNull().references('edition.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('words', 'category', 'break')`))
    .addColumn('category_id', 'text', (c) => c.references('category.id'))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('script', 'text', (c) => c.notNull())
    .addUniqueConstraint('cue_category', ['category_id'])
    .addCheckConstraint('cue_of_category', sql`(kind = 'category') = (category_id is not null)`)
    .execute()
  await db.schema.createIndex('cue_order').on('cue').columns(['edition_id', 'position']).execute()
  await db.schema
    .createTable('stage_state')
    .addColumn('edition_id', 'text', (c) => c.notNull().primaryKey().references('edition.id'))
    .addColumn('cue_id', 'text', (c) => c.references('cue.id'))
    .addColumn('step', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('black', 'integer', (c) => c.notNull().defaultTo(0).check(sql`black in (0, 1)`))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('changed_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('reveal')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('edition_id', 'text', (c) => c.notNull().references('edition.id'))
    .addColumn('category_id', 'text', (c) => c.notNull().references('category.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('revealed_at', 'text', (c) => c.notNull())
    .addColumn('public_at', 'text', (c) => c.notNull())
    .addColumn('undone_at', 'text')
    .addUniqueConstraint('reveal_number', ['edition_id', 'number'])
    .execute()
  await sql`create unique index reveal_once on reveal (category_id) where undone_at is null`.execute(db)
}

async function createCertificates(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('certificate')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('entry_id', 'text', (c) => c.notNull().references('entry.id').unique())
    .addColumn('code', 'text', (c) => c.notNull().unique())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .execute()
}

/** What is sealed stays as it was sealed, whoever asks and by whatever way. An amendment is a decision of its own, with the next number. */
async function guardSealed(db: Kysely<unknown>): Promise<void> {
  await refuseChanges(db, { name: 'seal_leaf_stays', table: 'seal_leaf', event: 'update' })
  await refuseChanges(db, { name: 'seal_leaf_is_kept', table: 'seal_leaf', event: 'delete' })
  await refuseChanges(db, { name: 'seal_root_stays', table: 'seal_root', event: 'update' })
  await refuseChanges(db, { name: 'seal_root_is_kept', table: 'seal_root', event: 'delete' })
  await refuseChanges(db, { name: 'seal_name_is_kept', table: 'seal_name', event: 'delete' })
  await refuseChanges(db, {
    name: 'seal_name_is_only_erased', table: 'seal_name', event: 'update',
    when: sql`new.name is not null or new.salt is not null or new.leaf_id <> old.leaf_id or new.entry_id <> old.entry_id`,
  })
  await guardDecisions(db)
  await refuseChanges(db, {
    name: 'category_sealed_stays', table: 'category', event: 'update',
    when: sql`old.state in ('sealed', 'revealed') and new.state not in ('sealed', 'revealed')`,
  })
  await guardScores(db)
}

async function guardDecisions(db: Kysely<unknown>): Promise<void> {
  const inLeaf = (row: 'old' | 'new') =>
    sql`exists (select 1 from seal_leaf where seal_leaf.category_id = ${sql.ref(`${row}.category_id`)} and seal_leaf.number >= ${sql.ref(`${row}.number`)})`
  for (const table of ['decision', 'award']) {
    await refuseChanges(db, { name: `${table}_sealed_stays`, table, event: 'update', when: sql`${inLeaf('old')} or ${inLeaf('new')}` })
    await refuseChanges(db, { name: `${table}_sealed_is_kept`, table, event: 'delete', when: inLeaf('old') })
    await refuseChanges(db, { name: `${table}_sealed_is_whole`, table, event: 'insert', when: inLeaf('new') })
  }
}

async function guardScores(db: Kysely<unknown>): Promise<void> {
  const isSealed = sql`category.state in ('sealed', 'revealed')`
  const cardSealed = (row: 'old' | 'new') =>
    sql`exists (select 1 from entry join category on category.id = entry.category_id where entry.id = ${sql.ref(`${row}.entry_id`)} and ${isSealed})`
  const markSealed = (row: 'old' | 'new') =>
    sql`exists (select 1 from scorecard join entry on entry.id = scorecard.entry_id join category on category.id = entry.category_id where scorecard.id = ${sql.ref(`${row}.scorecard_id`)} and ${isSealed})`
  for (const [table, sealed] of [['scorecard', cardSealed], ['mark', markSealed]] as const) {
    await refuseChanges(db, { name: `${table}_sealed_stays`, table, event: 'update', when: sealed('old') })
    await refuseChanges(db, { name: `${table}_sealed_is_kept`, table, event: 'delete', when: sealed('old') })
    await refuseChanges(db, { name: `${table}_sealed_is_whole`, table, event: 'insert', when: sealed('new') })
  }
}
