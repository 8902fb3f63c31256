import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { isDemo } from '#db/installation.server.ts'
import type { Db } from '#db/schema.ts'

/**
 * What a database holds, whatever made it: nothing at all, a demo, or anything else, be it one account or another
 * program's tables. Reads only, so that what is not a demo stays as it is, schema included.
 */
export async function whatIsHere(db: Db): Promise<'empty' | 'demo' | 'other'> {
  const tables = await db.introspection.getTables()
  if (tables.some((table) => table.name === 'installation') && (await isDemo(db))) return 'demo'
  for (const { schema, name } of tables) {
    const within = schema ? db.withSchema(schema) : db
    const row = await within.selectFrom(name as 'account').select((e) => e.lit(1).as('one')).limit(1).executeTakeFirst()
    if (row) return 'other'
  }
  return 'empty'
}

/** Where the demo of a `demo.json` is being served; undefined when it is not: its links then open nothing. */
export async function findRunningDemo(file: string): Promise<string | undefined> {
  if (!existsSync(file)) return undefined
  try {
    const { baseUrl, signIn } = JSON.parse(readFileSync(file, 'utf8')) as { baseUrl: string; signIn: { owner: string } }
    const { ok } = await fetch(signIn.owner, { signal: AbortSignal.timeout(2000) })
    return ok ? baseUrl : undefined
  } catch {
    return undefined
  }
}

export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
