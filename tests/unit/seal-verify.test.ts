import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { rootOf } from '#app/domain/seal.ts'

const folder = mkdtempSync(join(tmpdir(), 'seal-'))
afterAll(() => rmSync(folder, { recursive: true }))

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const hash = digest('anything')
const seal = {
  format: 'seal-1', edition: '2027', roots: [{ number: 1, madeAt: '', ...rootOf([hash], digest) }],
  leaves: [{ category: 'care', title: 'Home Care', number: 1, hash, sealedAt: '', reason: '', opened: null }],
}

/** Exit code, and what is said on either side. */
function verify(content?: string): [status: number | null, out: string, error: string] {
  const file = join(folder, 'seal.json')
  if (content !== undefined) writeFileSync(file, content)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['app/seal-verify.ts', ...(content === undefined ? [] : [file])], { encoding: 'utf8' })
  return [status, stdout.trim(), stderr.trim().replace(file, 'FILE')]
}

test.each<[string, string | undefined, ReturnType<typeof verify>]>([
  ['what matches', JSON.stringify(seal), [0, `Everything matches: 0 opened, 1 waiting for the reveal. Root ${seal.roots[0]?.root}`, '']],
  ['what does not', JSON.stringify({ ...seal, leaves: [] }), [1, '', 'The newest root does not hold the seals that are listed.']],
  ['no file', undefined, [2, '', 'Say which file: npm run seal:verify -- FILE.json']],
  ['another file', '{"format":"other"}', [2, '', expect.stringContaining('FILE is not a seal of ours: format') as string]],
  ['no JSON', 'hello', [2, '', expect.stringContaining('FILE cannot be read') as string]],
])('%s', (_, content, said) => {
  expect(verify(content)).toEqual(said)
})
