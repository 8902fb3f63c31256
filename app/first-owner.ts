// `npm run owner -- "Name" name@example.org`: the one person whom nobody in the browser can let in.
import { existsSync } from 'node:fs'
import { system } from '#app/domain/actor.ts'
import { ok } from '#app/domain/result.ts'
import { refusalOf } from '#app/domain/refusals.ts'
import { createAccount, grantRole } from '#app/features/people/commands.server.ts'
import { emailForm } from '#app/features/people/forms.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { keysFrom } from '#app/platform/tokens.server.ts'
import { openDatabase } from '#db/client.server.ts'

if (existsSync('.env')) process.loadEnvFile('.env')
const [name = '', address = ''] = process.argv.slice(2)
const email = emailForm.safeParse({ email: address })
const read = readEnv(process.env)
if (!name || !email.success) stop('Say who: npm run owner -- "Name" name@example.org')
else if (!read.ok) stop(['The environment is not right:', ...read.problems].join('\n  - '))
else {
  const db = openDatabase(read.env.DATABASE_URL)
  const ctx: Ctx = { db, now: new Date().toISOString(), actor: system, requestId: 'owner', baseUrl: read.env.BASE_URL, keys: keysFrom(read.env.SESSION_SECRET) }
  const done = await inTransaction(ctx, async (trx) => {
    const account = await createAccount(trx, { name, email: email.data.email })
    const granted = await grantRole(trx, account.id, 'owner')
    return granted.ok ? ok(account.name) : granted
  })
  await db.destroy()
  if (done.ok) console.log(`${done.value} is an owner now and can sign in at ${read.env.BASE_URL}/sign-in`)
  else stop(refusalOf(done.code).sentence(done.facts))
}

function stop(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
