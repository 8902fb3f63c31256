import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where the files are kept that people send us: under ids of ours, outside everything that is served. */
export interface Storage {
  /** Done once the file would survive a power cut. */
  put: (id: string, bytes: Uint8Array) => Promise<void>
  get: (id: string) => Promise<Buffer | undefined>
  /** What is not there is removed already. */
  remove: (id: string) => Promise<void>
}

/** By which a file is known to be what was put there: SHA-256 in hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A folder on this machine, made when the first file comes. */
export function openStorage(folder: string): Storage {
  const pathOf = (id: string) => {
    if (!/^[a-z0-9]{20}$/.test(id)) throw new Error('not an id of ours')
    return join(folder, id)
  }
  return {
    async put(id, bytes) {
      const path = pathOf(id)
      const made = await mkdir(folder, { recursive: true, mode: 0o700 })
      if (made) await syncFolder(dirname(made))
      try {
        await writeFile(path, bytes, { flag: 'wx', mode: 0o600, flush: true })
        await syncFolder(folder)
      } catch (error) {
        await rm(path, { force: true }) // half a file would only fill the disk
        throw error
      }
    },
    get: (id) => readFile(pathOf(id)).catch(nothingThere),
    remove: (id) => rm(pathOf(id), { force: true }),
  }
}

/** A new name in a folder survives a power cut once the folder is written as well. Windows has no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

function nothingThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
