import type { IncomingMessage } from 'node:http'
import { hasOverdueMail } from '#app/features/messages/queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Env } from '#app/platform/env.server.ts'
import { sameSecret } from '#app/platform/tokens.server.ts'
import { canDeliver } from '#app/worker.server.ts'
import { listPendingMigrations } from '#db/migrate.server.ts'

/** `/health`, `/ready`, `/metrics`; undefined for any other path. */
export async function readHealth(path: string, req: IncomingMessage, ctx: Ctx, env: Env): Promise<Response | undefined> {
  if (path === '/health') return Response.json({ up: true })
  if (path === '/ready') return ready(ctx, env)
  if (path === '/metrics') return metrics(req, ctx, env)
  return undefined
}

/** Red when the database is away, migrations are behind, or mail that is due has waited a quarter of an hour. */
async function ready(ctx: Ctx, env: Env): Promise<Response> {
  const problems = await listProblems(ctx, env).catch(() => ['database: away'])
  return Response.json({ ready: problems.length === 0, problems }, { status: problems.length ? 503 : 200 })
}

async function listProblems(ctx: Ctx, env: Env): Promise<string[]> {
  const problems = (await listPendingMigrations(ctx.db)).map((name) => `migration not run: ${name}`)
  if (problems.length || !(await canDeliver(env, ctx.db))) return problems
  return (await hasOverdueMail(ctx)) ? ['mail that is due has waited for more than 15 minutes'] : []
}

async function metrics(req: IncomingMessage, ctx: Ctx, env: Env): Promise<Response> {
  const forwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => req.headers[name] !== undefined)
  const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(req.socket.remoteAddress ?? '') && !forwarded
  const token = req.headers.authorization?.replace(/^Bearer /, '') ?? ''
  if (!local && !(env.METRICS_TOKEN && sameSecret(token, env.METRICS_TOKEN))) return new Response('Not found', { status: 404 })
  const messages = await ctx.db.selectFrom('message').select(['state', (e) => e.fn.countAll<number>().as('count')]).groupBy('state').execute()
  const jobs = await ctx.db.selectFrom('job').select(['state', (e) => e.fn.countAll<number>().as('count')]).groupBy('state').execute()
  const lines = [
    '# TYPE awards_messages gauge', ...messages.map((m) => `awards_messages{state="${m.state}"} ${m.count}`),
    '# TYPE awards_jobs gauge', ...jobs.map((j) => `awards_jobs{state="${j.state}"} ${j.count}`),
    '# TYPE process_resident_memory_bytes gauge', `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    '# TYPE process_uptime_seconds gauge', `process_uptime_seconds ${process.uptime()}`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' } })
}
