import { defineConfig } from 'vitest/config'

/** For `npm run mutation`: the tests of what decides who wins, and no others, as they run once for each change to the code. */
export default defineConfig({
  test: {
    include: ['tests/unit/domain/{scoring/**/*,order-in-force,decision,seal,sealed-scores}.test.ts', 'tests/faults/sheets.test.ts'],
    exclude: ['**/results.test.ts'], // of a process of its own, which would run the code unchanged
    testTimeout: 20_000,
    expect: { requireAssertions: true },
  },
})
