import { defineConfig } from 'vitest/config'

const setupFiles = ['tests/setup/console.ts']
const db = ['tests/db/**/*.test.ts']
/** The built app, run as it is. */
const built = { globalSetup: ['tests/setup/build.ts'], server: { deps: { external: [/\/var\/test-build\//] } } }

/** One project a kind of test; those of the database run once on each engine. `npm test` names them as its steps. */
export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    expect: { requireAssertions: true },
    restoreMocks: true,
    unstubEnvs: true,
    allowOnly: false,
    watch: false,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], setupFiles } },
      { extends: true, test: { name: 'db-sqlite', include: db, setupFiles, globalSetup: ['tests/setup/sqlite.ts'] } },
      { extends: true, test: { name: 'db-postgres', include: db, setupFiles, globalSetup: ['tests/setup/postgres.ts'] } },
      { extends: true, test: { name: 'routes', include: ['tests/{routes,faults}/**/*.test.ts'], setupFiles, globalSetup: ['tests/setup/sqlite.ts', ...built.globalSetup], server: built.server } },
      // The two walks that reach every loader and every action: what only PostgreSQL refuses shows there.
      { extends: true, test: { name: 'routes-postgres', include: ['tests/routes/{forms,guards}.test.ts'], setupFiles, globalSetup: ['tests/setup/postgres.ts', ...built.globalSetup], server: built.server } },
    ],
  },
})
