import { z } from 'zod'

/** Every job's name and payload. No handlers here, so anyone may enqueue; `app/worker.server.ts` knows who does the work. */
export const jobCatalogue = {
  /** hand one message of the outbox to the mail service */
  'message.deliver': z.object({ messageId: z.string() }),
  /** let an edition's stage follow its clock */
  'edition.follow-clock': z.object({ editionId: z.string(), event: z.enum(['open-nominations', 'close-nominations']) }),
  /** link new audit rows into the hash chain */
  'audit.chain': z.object({}),
} satisfies Record<string, z.ZodObject>

export type JobName = keyof typeof jobCatalogue
export type JobPayload<N extends JobName> = z.infer<(typeof jobCatalogue)[N]>
