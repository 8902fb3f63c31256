import { expect, test } from 'vitest'
import type { Import } from '#app/features/importing/queries.server.ts'
import { sentBeforeOpening } from '#app/features/importing/rows.server.ts'
import { showCommon } from '#app/features/importing/view.server.ts'

const file = { headers: ['ID', 'Mail'], columns: { nominatorEmail: 'Mail' } } as unknown as Import
const common = (field: string, sentence: string, rows: number) => showCommon(file, 155, { remark: { field, sentence, blocks: false }, rows })

test('what nearly all rows have in common is said of the whole file', () => {
  expect(common('sentAt', sentBeforeOpening, 155)).toBe('All 155 rows were sent before nominations opened, and count as received when they did. Is this last year’s file?')
  expect(common('nominatorEmail', 'It is odd.', 150)).toBe('150 of 155 rows have this in common: Column B, Mail: It is odd.')
})
