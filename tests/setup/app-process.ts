import { spawn, type ChildProcess } from 'node:child_process'
import { testSecret } from '#tests/factories/index.ts'
import { freePort } from '#tests/setup/ports.ts'

export interface AppProcess {
  port: number
  /** ends it without a warning */
  killed: () => Promise<void>
}

/** The app as `npm start` runs it, in a process of its own: for tests that kill it. */
export async function startProcess(url: string, build: string, own: Partial<NodeJS.ProcessEnv> = {}): Promise<AppProcess> {
  const port = await freePort()
  const env = {
    ...process.env, NODE_ENV: 'production' as const, DATABASE_URL: url, PORT: String(port), BASE_URL: `http://localhost:${port}`,
    SESSION_SECRET: testSecret, BUILD_DIR: build, LOG_LEVEL: 'error', ...own,
  }
  const child = spawn(process.execPath, ['app/start.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await untilSays(child, 'Serving')
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return { port, killed: () => (child.kill('SIGKILL'), ended) }
}

function untilSays(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes(words) && resolve())
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it said "${words}"`)))
  })
}
