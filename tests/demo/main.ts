import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { system } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { findAnnounced } from '#app/features/ceremony/queries.server.ts'
import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { listModerated } from '#app/features/moderation/moderated.queries.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { readEnv, type Env } from '#app/platform/env.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import { keysFrom, newToken } from '#app/platform/tokens.server.ts'
import { makeServer } from '#app/server.ts'
import { startWorker } from '#app/worker.server.ts'
import { openDatabase, withoutPassword } from '#db/client.server.ts'
import { emptyDatabase } from '#db/empty.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { migrate } from '#db/migrate.server.ts'
import type { Db } from '#db/schema.ts'
import { readArguments, type Wanted } from '#tests/demo/arguments.ts'
import { buildDemo, builtStages } from '#tests/demo/build.ts'
import { linkPeople } from '#tests/demo/people.ts'
import { findRunningDemo, isPortFree, whatIsHere } from '#tests/demo/place.ts'

const linksFile = 'var/demo.json'
const started = performance.now()
const say = (line: string) => console.log(`[${((performance.now() - started) / 1000).toFixed(1)} s] ${line}`)

const wanted = readArguments(process.argv.slice(2))
if ('problem' in wanted) stop(wanted.problem)
mkdirSync('var', { recursive: true })
process.env.NODE_ENV = 'production'
const read = readEnv({
  ...process.env, DATABASE_URL: process.env.DATABASE_URL ?? 'file:var/demo.db', SESSION_SECRET: keptSecret(),
  RESEND_API_KEY: '', LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
})
if (!read.ok) stop(['The environment is not right:', ...read.problems].join('\n  '))
else await run(read.env, wanted)

async function run(env: Env, wanted: Wanted): Promise<void> {
  const running = await findRunningDemo(linksFile)
  if (running) stop(`A demo is being served at ${running} already; its links are in ${linksFile}. Stop it before you start another.`)
  if (!(await isPortFree(env.PORT))) stop(`Something else is being served on port ${env.PORT}. PORT=${env.PORT + 1} npm run demo uses another.`)
  const { db, found } = await openPlace(env.DATABASE_URL)
  const ctx: Ctx = { db, now: new Date().toISOString(), actor: system, requestId: 'demo', baseUrl: env.BASE_URL, keys: keysFrom(env.SESSION_SECRET) }
  const afresh = wanted.stage !== undefined || wanted.size !== undefined
  if (found === 'demo' && afresh) {
    say('Emptying the demo')
    await emptyDatabase(db)
    await rm(env.STORAGE_DIR, { recursive: true, force: true })
  } else await migrate(db)
  if (found === 'empty' || afresh) await fill(ctx, wanted)
  else say('The demo is here already: kept as it is')
  const server = makeServer({ env, db, build: await import(pathToFileURL(`${env.BUILD_DIR}/server/index.js`).href), clientFolder: `${env.BUILD_DIR}/client` })
  const worker = startWorker({ env, db })
  const links = await writeLinks(ctx, env)
  server.once('error', (error) => stop(`The server could not start: ${error.message}.`))
  server.listen(env.PORT, '127.0.0.1', () => announce(env, links))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close()
      server.closeAllConnections()
      void worker.stop().then(() => db.destroy()).then(() => process.exit(0))
    })
  }
}

/** The database and what is in it, looked at before anything is written; one that is not the demo's is left alone. */
async function openPlace(url: string): Promise<{ db: Db; found: 'empty' | 'demo' }> {
  const name = withoutPassword(url)
  try {
    const db = openDatabase(url)
    const found = await whatIsHere(db)
    if (found === 'other') stop(`${name} holds something that is not a demo, so it is left alone. Name another database with DATABASE_URL.`)
    return { db, found }
  } catch (error) {
    stop(`${name} could not be opened: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function fill(ctx: Ctx, { stage = 'nominating', size }: Wanted): Promise<void> {
  say(`Filling the demo at "${stage}"`)
  await buildDemo({ ...ctx, stage, size, say })
  const broken = await listBroken(ctx.db)
  if (broken.length) stop(`The demo broke its own rules: ${JSON.stringify(broken)}`)
  say('All invariants hold')
}

interface DemoLinks {
  baseUrl: string
  edition: number
  stage: string
  signIn: { owner: string; organiser: string; assistant: string; judges: string[]; stageCrew: string; witness: string }
  nominee: string | null
  nominator: string | null
  employer: string | null
}

/** The name of its state of affairs: what `--stage` would have made it. */
async function stageOf(ctx: Ctx, edition: Edition): Promise<string> {
  if (edition.stage === 'ceremony') return (await findAnnounced(ctx, edition)) === 'everybody' ? 'announced' : 'sealed'
  if (edition.stage !== 'judging') return edition.stage
  const moderated = (await listModerated(ctx, edition)).some(({ state }) => ['moderating', 'settled', 'sealed', 'no-award'].includes(state))
  return moderated ? 'moderating' : 'judging'
}

/** New links at every start: only their hashes are kept. Those of stages not built yet are null. */
async function writeLinks(ctx: Ctx, env: Env): Promise<DemoLinks> {
  const edition = await findCurrentEdition(ctx)
  if (!edition) stop('The demo was not finished. Make it anew: npm run demo -- --stage nominating')
  await ctx.db.deleteFrom('link').where('kind', '=', 'demo').execute()
  const people = await linkPeople(ctx)
  const nomination = await ctx.db.selectFrom('nomination').select('id').where('nominator_email', '<>', '').orderBy('received_at').executeTakeFirst()
  const status = nomination && (await inTransaction(ctx, (trx) => createLink(trx, 'status', nomination.id)))
  const notice = await ctx.db.selectFrom('notice').select('id').where('message_id', 'is', null).orderBy('created_at').orderBy('id').executeTakeFirst()
  const nominee = notice && (await inTransaction(ctx, (trx) => createLink(trx, 'nominee', notice.id)))
  const links: DemoLinks = {
    baseUrl: env.BASE_URL, edition: Number(edition.slug), stage: await stageOf(ctx, edition),
    signIn: {
      owner: people.owner[0] ?? '', organiser: people.organiser[0] ?? '', assistant: people.assistant[0] ?? '',
      judges: people.judge, stageCrew: people['stage-crew'][0] ?? '', witness: people.witness[0] ?? '',
    },
    nominee: nominee ? `${env.BASE_URL}/nominee/${nominee.token}` : null,
    nominator: status ? `${env.BASE_URL}/nomination/${status.token}` : null,
    employer: null,
  }
  writeFileSync(linksFile, `${JSON.stringify(links, null, 2)}\n`)
  return links
}

function announce(env: Env, { signIn, nominator, nominee }: DemoLinks): void {
  say(`Serving ${env.BASE_URL}`)
  console.log(`
  The public site   ${env.BASE_URL}/
  Owner             ${signIn.owner}
  Organiser         ${signIn.organiser}
  Assistant         ${signIn.assistant}
  Judge             ${signIn.judges[0]}
  Stage crew        ${signIn.stageCrew}
  Witness           ${signIn.witness}
  A nominator       ${nominator ?? '(nobody has nominated yet)'}
  A nominee         ${nominee ?? '(nobody has been told yet)'}

  All links are in ${linksFile}. No mail leaves this machine: read it under "Outbox", where the links and codes in it
  are shown too; mail about signing in is the owner's to read.
  Stages: npm run demo -- --stage ${builtStages.join('|')}
`)
}

/** Kept beside the database, so that a second start can still read what the first one sealed. */
function keptSecret(): string {
  const file = 'var/demo.secret'
  if (!existsSync(file)) writeFileSync(file, newToken() + newToken(), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}
