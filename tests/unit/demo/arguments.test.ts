import { expect, test } from 'vitest'
import { readArguments } from '#tests/demo/arguments.ts'

test.each<[string[], ReturnType<typeof readArguments>]>([
  [[], { stage: undefined, size: undefined }],
  [['--stage', 'preparing'], { stage: 'preparing', size: undefined }],
  [['--stage=nominating', '--size', '0'], { stage: 'nominating', size: 0 }],
])('%j is understood', (argv, wanted) => {
  expect(readArguments(argv)).toEqual(wanted)
})

const usage = expect.stringMatching(/^The demo takes --stage .* --size with a whole number/) as string
test.each<[string[], string]>([
  [['--size', '-4'], usage],
  [['--size=-4'], '--size takes a whole number, not "-4".'],
  [['--size', 'abc'], '--size takes a whole number, not "abc".'],
  [['--size', ''], '--size takes a whole number, not "".'],
  [['--size', '1e3'], '--size takes a whole number, not "1e3".'],
  [['--size'], usage],
  [['--stage'], usage],
  [['--stage', ''], 'There is no stage "". There are: preparing, nominating, screening, judging, moderating, sealed, announced, archived.'],
  [['--stage', 'party'], 'There is no stage "party". There are: preparing, nominating, screening, judging, moderating, sealed, announced, archived.'],
  [['--sise', '4'], usage],
  [['judging'], usage],
])('%j is answered with a sentence', (argv, problem) => {
  expect(readArguments(argv)).toEqual({ problem })
})
