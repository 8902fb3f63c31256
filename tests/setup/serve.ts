import type { ServerBuild } from '@remix-run/node'
import { rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import type { Account } from '#app/domain/actor.ts'
import { startSession } from '#app/features/people/session.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { makeCookies } from '#app/platform/cookies.server.ts'
import { readEnv, type Env } from '#app/platform/env.server.ts'
import { makeServer } from '#app/server.ts'
import { makeWorkerStep } from '#app/worker.server.ts'
import type { Db } from '#db/schema.ts'
import { makeCtx, testNow, testSecret } from '#tests/factories/index.ts'
import { makeScratchFolder } from '#tests/setup/scratch.ts'

export interface Served {
  port: number
  env: Env
  db: Db
  /** a test moves it by hand */
  clock: { now: string }
  /** does every job that is due; none is done otherwise */
  work: () => Promise<void>
  /** a session of `account`: the cookie, `name=value` */
  sessionOf: (account: Account) => Promise<string>
  /** the cookie of a device that may open these drafts, `name=value` */
  ringOf: (...drafts: string[]) => Promise<string>
  stop: () => Promise<void>
}

interface Parts {
  db: Db
  /** folder of the production build */
  build: string
  clock?: string
  env?: Partial<NodeJS.ProcessEnv>
}

/** Where files are kept: one folder for all that this process serves, so that a copied database finds its own. */
const files = makeScratchFolder('files')
process.once('exit', () => rmSync(files, { recursive: true, force: true }))

/** Serves the built app in this process, on a free port or the one in `env`. */
export async function serve({ db, build, clock: start = testNow, env: own = {} }: Parts): Promise<Served> {
  const env = testEnv({ BUILD_DIR: build, ...own })
  const clock = { now: start }
  const readClock = () => new Date(clock.now)
  const { href } = pathToFileURL(`${build}/server/index.js`)
  const cookies = makeCookies(env.BASE_URL, env.SESSION_SECRET)
  const server = makeServer({ env, db, build: (await import(href)) as ServerBuild, clock: readClock, clientFolder: `${build}/client` })
  await new Promise<void>((resolve) => server.listen(env.PORT, '127.0.0.1', resolve))
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return {
    port: (server.address() as AddressInfo).port, env, db, clock, stop,
    work: () => workThrough(makeWorkerStep({ env, db, clock: readClock })),
    sessionOf: (account) => {
      const browser = { cookies, sent: null }
      return inTransaction(makeCtx(db, { now: clock.now }), (trx) => startSession(trx, browser, account, 'link')).then(pairOf)
    },
    ringOf: (...drafts) => cookies.drafts.serialize(drafts).then(pairOf),
  }
}

function testEnv(own: Partial<NodeJS.ProcessEnv>): Env {
  const read = readEnv({
    NODE_ENV: 'production', PORT: '0', BASE_URL: 'http://localhost:3000', SESSION_SECRET: testSecret, WORKER: 'off', LOG_LEVEL: 'error', STORAGE_DIR: files, ...own,
  })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.env
}

async function workThrough(step: () => Promise<boolean>): Promise<void> {
  while (await step());
}

/** What a browser sends back of a `Set-Cookie` line. */
function pairOf(line: string): string {
  return line.slice(0, line.indexOf(';'))
}
