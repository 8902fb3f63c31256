import { bodySchema, maskedBody } from '#app/platform/email.ts'
import type { Keys } from '#app/platform/tokens.server.ts'
import type { Db } from '#db/schema.ts'

/** The newest message about something, its secrets opened as only its receiver would see them. */
export async function newestMessage(db: Db, keys: Keys, aboutId: string) {
  const message = await db
    .selectFrom('message').selectAll()
    .where('about_id', '=', aboutId).orderBy('created_at', 'desc').orderBy('id')
    .executeTakeFirstOrThrow()
  const secrets = message.secrets ? (JSON.parse(keys.open(message.secrets)) as Record<string, string>) : {}
  return { ...message, shown: JSON.stringify(maskedBody(bodySchema.parse(JSON.parse(message.body)))), secrets }
}
