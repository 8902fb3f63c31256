/**
 * `npm run mutation [-- --mutate FILES]`: whether the tests notice when the rules that decide who wins are changed.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['app/domain/{scoring/**,order-in-force,decision,seal,sealed-scores}.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'tests/setup/mutation.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  ignorePatterns: ['**', '!package.json', '!app/domain/**', '!app/*.ts', '!db/vocabulary.ts', '!tests/unit/**', '!tests/setup/**', '!tests/faults/*.ts', '!tests/fixtures/judging/**'],
  ignoreStatic: true,
  concurrency: 2,
  incremental: true,
  incrementalFile: 'var/mutation/incremental.json',
  tempDirName: 'var/mutation/sandbox',
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'var/mutation/report.json' },
  thresholds: { high: 90, low: 85, break: 85 },
}
