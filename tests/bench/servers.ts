// One server in its own process: what is measured, or the bare one beside it. Started by run.ts with its kind and data.
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import SqliteDatabase from 'better-sqlite3'
import { createServer, type Server } from 'node:http'
import type { EntryContext, ServerBuild } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { pathToFileURL } from 'node:url'
import { readEnv, type Env } from '#app/platform/env.server.ts'
import { makeServer } from '#app/server.ts'
import { openDatabase } from '#db/client.server.ts'

export interface Order {
  kind: 'app' | 'bytes' | 'react' | 'sqlite'
  env: Record<string, string>
  /** bytes: the answer; react: the request that shows the tree; sqlite: statements and the values of one sending */
  bytes?: { headers: [string, string][]; body: string }
  page?: { path: string; cookie: string }
  rows?: { file: string; writes: Write[] }
}

/** One row of a sending; the values at `own` are ids and secrets, different each time. */
export interface Write {
  sql: string
  values: (string | number | null)[]
  own: number[]
}

process.once('message', (order: Order) => void start(order))

async function start(order: Order): Promise<void> {
  const server = await serverOf(order)
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as { port: number }).port))
}

async function serverOf(order: Order): Promise<Server> {
  switch (order.kind) {
    case 'app': return appServer(order)
    case 'bytes': return bytesServer(order)
    case 'react': return reactServer(order)
    case 'sqlite': return sqliteServer(order)
  }
}

function envOf(order: Order): Env {
  const read = readEnv(order.env)
  if (!read.ok) throw new Error(read.problems.join(', '))
  return read.env
}

async function appServer(order: Order, build?: ServerBuild): Promise<Server> {
  const env = envOf(order)
  const built = build ?? ((await import(pathToFileURL(`${env.BUILD_DIR}/server/index.js`).href)) as ServerBuild)
  return makeServer({ env, db: openDatabase(env.DATABASE_URL), build: built, clientFolder: `${env.BUILD_DIR}/client` })
}

/** The same bytes and headers, and nothing else. */
function bytesServer({ bytes }: Order): Server {
  if (!bytes) throw new Error('no bytes')
  const body = Buffer.from(bytes.body, 'base64')
  const head = bytes.headers.flat()
  return createServer((_, res) => {
    res.writeHead(200, head).end(body)
  })
}

/** The tree that our server rendered for one request, rendered again for each: no routing, no data, no session. */
async function reactServer(order: Order): Promise<Server> {
  const env = envOf(order)
  const build = (await import(pathToFileURL(`${env.BUILD_DIR}/server/index.js`).href)) as ServerBuild
  let tree: { context: EntryContext; url: string } | undefined
  const entryModule = build.entry.module as typeof build.entry.module & { renderPage: (context: EntryContext, url: string) => string }
  const renderPage = (context: EntryContext, url: string) => {
    tree = { context, url }
    return entryModule.renderPage(context, url)
  }
  const entry = { ...build.entry, module: { ...entryModule, renderPage } }
  const once = await appServer(order, { ...build, entry })
  await new Promise<void>((ready) => once.listen(0, '127.0.0.1', ready))
  await fetch(`http://127.0.0.1:${(once.address() as { port: number }).port}${order.page?.path}`, { headers: { Cookie: order.page?.cookie ?? '' } })
  once.close()
  if (!tree) throw new Error('the page was not rendered')
  const { context, url } = tree
  return createServer((_, res) => {
    const body = Buffer.from(`<!doctype html>${renderToString(createElement(RemixServer, { context, url }))}`)
    res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': body.length })
    res.end(body)
  })
}

/** One transaction a request with the rows that a sending writes, by prepared statements. */
function sqliteServer({ rows }: Order): Server {
  if (!rows) throw new Error('no rows')
  const db = new SqliteDatabase(rows.file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('wal_autocheckpoint = 4000')
  const writes = rows.writes.map((one) => ({ ...one, statement: db.prepare(one.sql) }))
  let number = 0
  const write = db.transaction(() => {
    number += 1
    for (const { statement, values, own } of writes) statement.run(values.map((value, index) => (own.includes(index) ? `${value}-${number}` : value)))
  })
  return createServer((req, res) => {
    req.resume().on('end', () => {
      write()
      res.writeHead(303, { Location: '/sent', 'Content-Length': 0 })
      res.end()
    })
  })
}
