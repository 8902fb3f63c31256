import { expect, test } from 'vitest'
import { sayWhoWasToldClose } from '#app/features/nominations/told-close.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { MessageState } from '#db/vocabulary.ts'
import { makeEdition, testNow } from '#tests/factories/index.ts'
import { freshDatabase } from '#tests/setup/database.ts'

test('people are counted once, messages that may still go each, and those of other kinds not at all', async () => {
  const fresh = await freshDatabase()
  const edition = await makeEdition(fresh.db)
  const write = (kind: string, state: MessageState, to_email: string) => fresh.db.insertInto('message')
    .values({ id: newId(), edition_id: edition.id, kind, state, to_name: '', to_email, reply_to: '', subject: '', body: '[]', created_at: testNow, due_at: testNow, sent_at: state === 'sent' ? testNow : null }).execute()
  expect(await sayWhoWasToldClose(fresh, edition)).toEqual([])
  for (const email of ['nell', 'nell', 'noor']) await write('nomination.receipt', 'sent', email)
  await write('nomination.reminder', 'ready', 'nia')
  await write('nomination.receipt', 'held', 'nell')
  await write('nomination.receipt', 'cancelled', 'nat')
  await write('nominee.notice', 'sent', 'asha')
  expect(await sayWhoWasToldClose(fresh, edition)).toEqual([
    '2 people have been told by email when nominations close, in a receipt or a reminder. Nobody is written to when that moves.',
    '2 messages in the outbox say so too, and go out as written, with the close as it was, unless you rewrite them.',
  ])
  await fresh.close()
})
