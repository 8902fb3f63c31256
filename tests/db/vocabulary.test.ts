import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import type { Database } from '#db/schema.ts'
import {
  attachmentKinds, awardKinds, categoryStates, channels, cueKinds, editionStages, entryStates, importOutcomes, importStates, jobStates, judgeStates, linkKinds, messageStates, nominationStates, nomineeAnswers,
  nomineeKinds, noticeRoutes, receiptRoutes, recusalSources, reminders, roles, scorecardStates, screenings, shortlistPlaces, standings, tieKinds,
} from '#db/vocabulary.ts'
import { makeCategory, makeCtx, makeDraft, makeEdition, makeJudge, makeNomination, makeScorecard, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let messageId: string | null
let categoryId: string | null
beforeEach(async () => {
  fresh = await freshDatabase()
  const edition = await makeEdition(fresh.db)
  const category = await makeCategory(fresh.db, edition)
  await makeNomination(fresh.db, edition, category)
  await makeDraft(fresh.db, edition, category)
  const judge = await makeJudge(fresh.db, edition, { employer: 'Harbour Home Care' })
  const entry = await fresh.db.selectFrom('entry').selectAll().executeTakeFirstOrThrow()
  await makeScorecard(fresh.db, judge, entry)
  categoryId = entry.category_id
  await fresh.db.insertInto('decision').values({ category_id: categoryId, decided_at: testNow }).execute()
  await fresh.db.insertInto('award').values({ id: 'a', category_id: categoryId, entry_id: entry.id, kind: 'winner', place: 1 }).execute()
  await fresh.db.insertInto('cue').values({ id: 'c', edition_id: edition.id, position: 1, kind: 'words', title: '', script: '' }).execute()
  await fresh.db.insertInto('recusal').values({ id: 'r', judge_id: judge.id, entry_id: entry.id, source: 'declared', reason: '', created_at: testNow }).execute()
  await fresh.db.insertInto('notice').values({ id: 'n', nominee_id: entry.nominee_id, route: 'letter', due_at: testNow, created_at: testNow }).execute()
  const draft = await fresh.db.selectFrom('draft').select('id').executeTakeFirstOrThrow()
  await fresh.db.insertInto('attachment').values({ id: 'f', draft_id: draft.id, kind: 'pdf', bytes: 1, sha256: '', created_at: testNow }).execute()
  await fresh.db.insertInto('assisted').values({ draft_id: draft.id, channel: 'phone', created_at: testNow }).execute()
  await fresh.db.insertInto('nomination_import').values({ id: 'i', edition_id: edition.id, file_name: '', headers: '[]', state: 'uploaded', created_at: testNow }).execute()
  await fresh.db.insertInto('import_row').values({ import_id: 'i', number: 2, cells: '[]' }).execute()
  await inTransaction(makeCtx(fresh.db), async (trx) => {
    await createLink(trx, 'demo', 'anybody')
    messageId = await queueEmail(trx, { kind: 'test', to: { name: '', email: '' }, replyTo: '', email: { subject: '', body: [] } })
  })
})
afterEach(() => fresh.close())

/** What is sealed does not go back, so these are tried last. */
const isLast = (state: string) => state === 'sealed' || state === 'revealed'

/** Columns that hold a word of the vocabulary, and what else a row must say when it holds one. */
const columns: [table: keyof Database, column: string, words: readonly string[], also?: (word: string) => object][] = [
  ['edition', 'stage', editionStages],
  ['category', 'state', [...categoryStates].sort((a, b) => Number(isLast(a)) - Number(isLast(b)))],
  ['award', 'kind', awardKinds],
  ['cue', 'kind', cueKinds, (word) => ({ category_id: word === 'category' ? categoryId : null })],
  ['nominee', 'kind', nomineeKinds],
  ['nomination', 'channel', channels],
  ['nomination', 'state', nominationStates, (word) => ({ withdrawn_at: word === 'withdrawn' ? testNow : null })],
  ['entry', 'state', entryStates],
  ['entry', 'standing', standings],
  ['entry', 'screening', screenings],
  ['entry', 'shortlist', shortlistPlaces],
  ['nominee', 'answer', nomineeAnswers],
  ['notice', 'route', noticeRoutes, (word) => ({ message_id: word === 'email' ? messageId : null })],
  ['judge', 'state', judgeStates],
  ['judge_tie', 'kind', tieKinds],
  ['recusal', 'source', recusalSources],
  ['scorecard', 'state', scorecardStates, (word) => ({ finished_at: word === 'finished' ? testNow : null })],
  ['role_grant', 'role', roles],
  ['draft', 'reminded', reminders],
  ['attachment', 'kind', attachmentKinds],
  ['assisted', 'receipt', receiptRoutes],
  ['nomination_import', 'state', importStates],
  ['import_row', 'outcome', importOutcomes],
  ['link', 'kind', linkKinds],
  ['message', 'state', messageStates, (word) => ({ sent_at: word === 'sent' ? testNow : null })],
  ['job', 'state', jobStates],
]

describe.each(columns)('%s.%s', (table, column, words, also = () => ({})) => {
  const put = (word: string) => fresh.db.updateTable(table).set({ [column]: word, ...also(word) } as never).executeTakeFirst()

  test('takes every word of the vocabulary', async () => {
    for (const word of words) expect(await put(word)).toMatchObject({ numUpdatedRows: 1n })
  })

  test('and no other', async () => {
    await expect(put('nonsense')).rejects.toThrow(/check/i)
  })
})
