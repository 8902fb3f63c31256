import type { Server } from 'node:http'
import { seconds } from '#app/domain/time.ts'
import type { Worker } from '#app/worker.server.ts'
import type { Db } from '#db/schema.ts'

/** Less than the time after which those who run services lose patience and kill. */
const patienceMs = seconds(8)

export interface Running {
  server: Server
  /** tells the answers that have no end by themselves to end */
  ending: AbortController
  worker?: Worker
  db: Db
}

/**
 * Ends the process's work in the order in which nothing is lost: no new connections, the answers under way, the job
 * under way, then the database they all need. A browser that keeps us waiting is cut off.
 */
export async function shutDown({ server, ending, worker, db }: Running, patience = patienceMs): Promise<void> {
  const answered = new Promise((resolve) => server.close(resolve))
  ending.abort()
  const letGo = setInterval(() => server.closeIdleConnections(), 50) // browsers keep theirs open after an answer
  const cutOff = setTimeout(() => server.closeAllConnections(), patience)
  await answered
  clearInterval(letGo)
  clearTimeout(cutOff)
  await worker?.stop()
  await db.destroy()
}
