import { existsSync, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
const enough = 2 * 2 ** 30

/** A new folder to be thrown away: in memory where there is room, as tests make databases by the hundred. */
export function makeScratchFolder(name: string): string {
  const { bavail = 0, bsize = 0 } = existsSync(memory) ? statfsSync(memory) : {}
  return mkdtempSync(join(bavail * bsize > enough ? memory : tmpdir(), `awards-${name}-`))
}
