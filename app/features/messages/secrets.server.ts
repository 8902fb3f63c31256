import { z } from 'zod'
import type { Ctx } from '#app/platform/context.server.ts'
import { demoIsOpen } from '#app/platform/demo.server.ts'
import type { Keys } from '#app/platform/tokens.server.ts'
import type { MessageRow } from '#db/schema.ts'

const secretsSchema = z.record(z.string(), z.string())

/** The links and codes of a message by the names of their places. For delivery, and for a demo. */
export function openSecrets({ secrets }: Pick<MessageRow, 'secrets'>, keys: Keys): Record<string, string> {
  return secrets ? secretsSchema.parse(JSON.parse(keys.open(secrets))) : {}
}

/**
 * The links and codes of a message that has not been delivered, to be tried out where no mail is sent: in a demo on this
 * machine, where everybody is made up and anybody can become them. Nothing anywhere else (domain contract, "Secrets in mail").
 */
export async function listDemoSecrets(ctx: Ctx, { id }: Pick<MessageRow, 'id'>): Promise<string[]> {
  if (!(await demoIsOpen(ctx))) return []
  const message = await ctx.db.selectFrom('message').select('secrets').where('id', '=', id).executeTakeFirst()
  return message ? Object.values(openSecrets(message, ctx.keys)) : []
}
