import { z } from 'zod'

/** Every job's name and payload. No handlers here, so anyone may enqueue; `app/worker.server.ts` knows who does the work. */
export const jobCatalogue = {
  /** hand one version of one message of the outbox to the mail service */
  'message.deliver': z.object({ messageId: z.string(), version: z.number().int() }),
  /** write to whoever asked to sign in; `request` is sealed */
  'sign-in.write': z.object({ subjectId: z.string(), request: z.string(), to: z.string(), askedAt: z.string() }),
  /** write to a nominator who asked for their links again; `email` is sealed */
  'nomination.links': z.object({ email: z.string(), askedAt: z.string() }),
  /** remind those whose drafts, unsent, were last written in before `since` */
  'drafts.remind': z.object({ editionId: z.string(), which: z.enum(['week', 'day']), since: z.string() }),
  /** delete drafts that were not sent by the close, kept until `end` */
  'drafts.delete': z.object({ editionId: z.string(), end: z.string() }),
  /** remove files that no draft and no nomination names any more */
  'attachments.clear': z.object({}),
  /** take the next rows of a file of nominations a step further */
  'import.step': z.object({ importId: z.string() }),
  /** link new audit rows into the hash chain */
  'audit.chain': z.object({}),
} satisfies Record<string, z.ZodObject>

export type JobName = keyof typeof jobCatalogue
export type JobPayload<N extends JobName> = z.infer<(typeof jobCatalogue)[N]>
