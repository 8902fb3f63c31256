// `npm run seal:verify -- FILE.json`: checks a published seal by the same functions as the page, without a database or a network.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { publishedSealSchema, type PublishedSeal } from '#app/domain/seal-file.ts'
import { followsFromScores, sealedScores } from '#app/domain/sealed-scores.ts'
import { verifySeal } from '#app/domain/seal.ts'

class Unreadable extends Error {}

function readSeal(file: string | undefined) {
  if (!file) throw new Unreadable('Say which file: npm run seal:verify -- FILE.json')
  try {
    const read = publishedSealSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (read.success) return read.data
    const [issue] = read.error.issues
    throw new Unreadable(`${file} is not a seal of ours: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Works the standings of opened leaves out again, from the scores that were sealed with them. */
function recompute({ leaves }: PublishedSeal): { faults: string[]; recomputed: number } {
  const results = leaves.flatMap(({ title, number, opened }) => {
    const scores = opened && sealedScores(opened.leaf)
    return scores ? [{ which: `${title}, seal ${number}`, follows: followsFromScores(scores) }] : []
  })
  const faults = results.filter(({ follows }) => follows === false).map(({ which }) => `${which}: the standings do not follow from the scores that were sealed with them.`)
  return { faults, recomputed: results.filter(({ follows }) => follows !== null).length }
}

try {
  const seal = readSeal(process.argv[2])
  const { faults, opened, closed } = await verifySeal(seal, (text) => createHash('sha256').update(text, 'utf8').digest('hex'))
  const again = faults.length ? { faults: [], recomputed: 0 } : recompute(seal)
  for (const fault of [...faults, ...again.faults]) console.error(fault)
  if (faults.length + again.faults.length) process.exitCode = 1
  else {
    console.log(`Everything matches: ${opened} opened, ${closed} waiting for the reveal. Root ${seal.roots.at(-1)?.root ?? '–'}`)
    if (again.recomputed) console.log(`Standings worked out again from the sealed scores, the same to the last digit: ${again.recomputed}.`)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
