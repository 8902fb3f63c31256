import { join } from 'node:path'
import { system } from '#app/domain/actor.ts'
import { keysFrom } from '#app/platform/tokens.server.ts'
import { makeCookies } from '#app/platform/cookies.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import type { Db } from '#db/schema.ts'
import { buildDemo } from '#tests/demo/build.ts'

export const secret = 'a secret for measuring of 32 characters and more'
export const baseUrl = 'http://localhost:3000'

/** The environment of a server under load: no limits, no jobs, no log. */
export function envFor(file: string): Record<string, string> {
  return {
    NODE_ENV: 'production', DATABASE_URL: `file:${file}`, BASE_URL: baseUrl, SESSION_SECRET: secret, RATE_LIMITS: 'off', WORKER: 'off', LOG_LEVEL: 'silent',
  }
}

/** The demo at "nominating" in a file of its own. */
export async function prepareEdition(folder: string, name: string): Promise<{ file: string; db: Db; ctx: Ctx }> {
  const file = join(folder, `${name}.db`)
  const db = openDatabase(`file:${file}`)
  await migrate(db)
  const keys = keysFrom([secret])
  const now = new Date().toISOString()
  await buildDemo({ db, keys, baseUrl, now, stage: 'nominating', say: () => undefined })
  return { file, db, ctx: { db, now, actor: system, requestId: 'bench', baseUrl, keys } }
}

/** The cookie of a device that holds these drafts. */
export async function cookieFor(drafts: string[]): Promise<string> {
  const header = await makeCookies(baseUrl, [secret]).drafts.serialize(drafts)
  return header.split(';')[0] ?? ''
}

/** Over the wire; `body` is a form. */
export function request(method: string, path: string, headers: Record<string, string> = {}, body = ''): string {
  const all = { Host: 'localhost:3000', 'Sec-Fetch-Site': 'same-origin', ...headers, ...(method === 'POST' && { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': String(Buffer.byteLength(body)) }) }
  return `${method} ${path} HTTP/1.1\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}
