import { parseArgs } from 'node:util'
import { builtStages, type DemoStage } from '#tests/demo/build.ts'

export interface Wanted {
  stage?: DemoStage
  /** nominations */
  size?: number
}

/** What `npm run demo -- …` asks for, or the sentence about what it cannot be asked for. */
export function readArguments(argv: string[]): Wanted | { problem: string } {
  const given = readOptions(argv)
  if (!given) return { problem: `The demo takes --stage ${builtStages.join('|')} and --size with a whole number, like: npm run demo -- --stage nominating --size 500` }
  const { stage, size } = given
  const stages = `There are: ${builtStages.join(', ')}.`
  const known = builtStages.find((one) => one === stage)
  if (stage !== undefined && !known) return { problem: `There is no stage "${stage}". ${stages}` }
  if (size !== undefined && !/^\d{1,7}$/.test(size)) return { problem: `--size takes a whole number, not "${size}".` }
  return { stage: known, size: size === undefined ? undefined : Number(size) }
}

function readOptions(argv: string[]): { stage?: string; size?: string } | undefined {
  try {
    return parseArgs({ args: argv, options: { stage: { type: 'string' }, size: { type: 'string' } } }).values
  } catch {
    return undefined // an option we do not know, or one without its value
  }
}
