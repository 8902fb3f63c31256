import { z } from 'zod'
import { ofRehearsal } from '#app/features/messages/queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { demoIsOpen } from '#app/platform/demo.server.ts'
import type { Keys } from '#app/platform/tokens.server.ts'
import type { MessageRow } from '#db/schema.ts'

const secretsSchema = z.record(z.string(), z.string())

/** The links and codes of a message by the names of their places. For delivery, and for a demo. */
export function openSecrets({ secrets }: Pick<MessageRow, 'secrets'>, keys: Keys): Record<string, string> {
  return secrets ? secretsSchema.parse(JSON.parse(keys.open(secrets))) : {}
}

export interface ShownSecrets {
  secrets: string[]
  /** why they are shown */
  because: 'demo' | 'rehearsal'
}

/**
 * The links and codes of a message that has not been delivered, to be tried out where no mail is sent: in a demo on this
 * machine, where everybody is made up and anybody can become them, and in a rehearsal, whose links lead to nothing but
 * what is made up. Links to sign in are of no edition. Nothing anywhere else (domain contract, "Secrets in mail").
 */
export async function listShownSecrets(ctx: Ctx, { id }: Pick<MessageRow, 'id'>): Promise<ShownSecrets> {
  const inDemo = await demoIsOpen(ctx)
  const found = ctx.db.selectFrom('message').select('secrets').where('id', '=', id)
  const message = await (inDemo ? found : found.where(ofRehearsal)).executeTakeFirst()
  return { secrets: message ? Object.values(openSecrets(message, ctx.keys)) : [], because: inDemo ? 'demo' : 'rehearsal' }
}
