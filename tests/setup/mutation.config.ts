import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** They try properties on many panels, and most changes are noticed without them. */
const slow = ['properties', 'against-naive', 'sheets']

class QuickestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]) {
    const isSlow = ({ moduleId }: TestSpecification) => slow.some((name) => moduleId.endsWith(`/${name}.test.ts`))
    return Promise.resolve([...files.filter((one) => !isSlow(one)), ...files.filter(isSlow)])
  }
}

/** `TESTS=reference,methods`: these of the tests of scoring alone. What they notice is the least that is noticed. */
const named = process.env.TESTS?.split(',').map((name) => `tests/unit/domain/scoring/${name}.test.ts`)

/**
 * For `npm run mutation`: the tests of what decides who wins, and no others. They run again for each change to the code until
 * one fails, so the quick ones come first, and the slow ones try a tenth of their panels (`seeds` in panels.ts).
 */
export default defineConfig({
  test: {
    include: named ?? ['tests/unit/domain/{scoring/**/*,order-in-force,decision,seal,sealed-scores}.test.ts', 'tests/faults/sheets.test.ts'],
    exclude: ['**/results.test.ts'], // of a process of its own, which would run the code unchanged
    sequence: { sequencer: QuickestFirst },
    testTimeout: 20_000,
    expect: { requireAssertions: true },
  },
})
