import type { ServerBuild } from '@remix-run/node'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { readEnv, type Env } from '#app/platform/env.server.ts'
import { makeServer } from '#app/server.ts'
import type { Db } from '#db/schema.ts'
import { testNow, testSecret } from '#tests/factories/index.ts'

/** The clock of a served app, which a test moves by hand. */
export interface TestClock {
  now: string
}

export interface Served {
  port: number
  env: Env
  clock: TestClock
  stop: () => Promise<void>
}

interface Parts {
  db: Db
  /** folder of the production build */
  build: string
  clock?: string
  env?: NodeJS.ProcessEnv
}

/** Serves the built app in this process on a free port, or the one in `env`. Jobs wait until a test runs them. */
export async function serve({ db, build, clock: start = testNow, env: own = {} }: Parts): Promise<Served> {
  const env = testEnv({ BUILD_DIR: build, ...own })
  const clock = { now: start }
  const { href } = pathToFileURL(`${build}/server/index.js`)
  const server = makeServer({
    env, db, build: (await import(href)) as ServerBuild, clock: () => new Date(clock.now), clientFolder: `${build}/client`,
  })
  await new Promise<void>((resolve) => server.listen(env.PORT, '127.0.0.1', resolve))
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { port: (server.address() as AddressInfo).port, env, clock, stop }
}

function testEnv(own: NodeJS.ProcessEnv): Env {
  const read = readEnv({
    NODE_ENV: 'production', PORT: '0', BASE_URL: 'http://localhost:3000', SESSION_SECRET: testSecret, WORKER: 'off', LOG_LEVEL: 'error', ...own,
  })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.env
}
