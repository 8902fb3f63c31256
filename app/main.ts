import type { ServerBuild } from '@remix-run/node'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { isLoopback, readEnv, type Env } from '#app/platform/env.server.ts'
import { makeServer } from '#app/server.ts'
import { shutDown } from '#app/shutdown.server.ts'
import { startWorker } from '#app/worker.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { listPendingMigrations } from '#db/migrate.server.ts'
import type { Db } from '#db/schema.ts'

const development = process.argv.includes('--dev')
if (development) process.env.NODE_ENV = 'development'
process.env.NODE_ENV ??= 'production'
if (existsSync('.env')) process.loadEnvFile('.env')

const read = readEnv(process.env)
if (!read.ok) stop('The environment is not complete. Put it right, then start again:', read.problems)
else await (development ? startDevelopment(read.env) : startProduction(read.env))

async function startProduction(env: Env): Promise<void> {
  const db = await openReady(env)
  const built = pathToFileURL(`${env.BUILD_DIR}/server/index.js`)
  if (!existsSync(built)) return stop('There is no build yet.', ['Run: npm run build'])
  const ending = new AbortController()
  const server = makeServer({ env, db, build: (await import(built.href)) as ServerBuild, clientFolder: `${env.BUILD_DIR}/client`, ending: ending.signal })
  const worker = env.WORKER === 'on' ? startWorker({ env, db }) : undefined
  server.once('error', (error) => stop(`The server could not start: ${error.message}.`, ['Is something else using the port? PORT names another.']))
  server.listen(env.PORT, isLoopback(env.BASE_URL) ? '127.0.0.1' : undefined, () => console.log(`Serving ${env.BASE_URL}`))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void shutDown({ server, ending, worker, db }).finally(() => process.exit()))
  }
}

/** Vite serves the modules; every request gets a fresh build of the routes, or is told why there is none. */
async function startDevelopment(env: Env): Promise<void> {
  const { createServer } = await import('vite')
  const db = await openReady(env)
  const vite = await createServer({ server: { middlewareMode: true } })
  const { createServer: createHttp } = await import('node:http')
  startWorker({ env, db })
  createHttp((req, res) => {
    vite.middlewares(req, res, () => {
      vite.ssrLoadModule('virtual:remix/server-build')
        .then((build) => makeServer({ env, db, build: build as never, clientFolder: 'public' }).emit('request', req, res))
        .catch((error: Error) => {
          vite.ssrFixStacktrace(error)
          console.error(error.stack)
          res.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(error.stack)
        })
    })
  }).listen(env.PORT, () => console.log(`Developing at ${env.BASE_URL}`))
}

async function openReady(env: Env): Promise<Db> {
  const db = openDatabase(env.DATABASE_URL)
  const pending = await listPendingMigrations(db)
  if (pending.length) stop('The database is older than the code.', ['Run: npm run db:migrate'])
  return db
}

function stop(headline: string, problems: string[]): never {
  console.error([headline, ...problems.map((one) => `  - ${one}`)].join('\n'))
  process.exit(1)
}
