import type { Ctx } from '#app/platform/context.server.ts'
import { isLoopback } from '#app/platform/env.server.ts'
import { isDemo } from '#db/installation.server.ts'

/** What is for trying out opens only here: a database made for showing, on a machine that nobody else can reach. */
export async function demoIsOpen(ctx: Pick<Ctx, 'db' | 'baseUrl'>): Promise<boolean> {
  return isLoopback(ctx.baseUrl) && (await isDemo(ctx.db))
}
