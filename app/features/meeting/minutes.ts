import type { Minute } from '#app/features/moderation/minutes.server.ts'
import type { MinuteFacts, Proposal } from '#app/features/moderation/minutes.ts'
import { awardWords } from '#app/features/moderation/words.ts'
import type { MinuteKind } from '#db/vocabulary.ts'

export const proposalWords: Record<Proposal, string> = { ...awardWords, joint: 'Joint winner', none: 'No award' }

interface Names {
  person: (id?: string) => string
  entry: (id?: string) => string
}
type Say = (facts: MinuteFacts, words: string, names: Names) => string

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const count = (people: number) => (people === 1 ? '1 person' : `${people} people`)
/** "…: the words", where there are any */
const saying = (text: string, words: string) => (words ? `${text}: ${words}` : `${text}.`)

const sentences: Record<MinuteKind, Say> = {
  opened: ({ chair, present = [] }, _, { person }) => `Opened, with ${person(chair)} in the chair. In the room: ${present.map(person).join(', ')}.`,
  'stepped-out': ({ person: id }, words, { person }) => saying(`${person(id)} stepped out`, words),
  'came-back': ({ person: id }, _, { person }) => `${person(id)} came back.`,
  proposed: ({ person: id, entry: of, proposal = 'none' }, words, { person, entry }) =>
    saying(`${person(id)} proposed ${of ? `${entry(of)} as ${lower(proposalWords[proposal])}` : 'to give no award'}`, words),
  cast: ({ person: id, entry: of }, words, { person, entry }) => saying(`The casting vote of the chair, ${person(id)}, is for ${entry(of)}`, words),
  decided: ({ awards = [] }, words, { entry }) => saying(`Written down: ${awards.map((one) => `${lower(awardWords[one.kind])} ${entry(one.entry)}`).join('; ') || 'no awards yet'}`, words),
  'no-award': (_, words) => saying('Decided: no award', words),
  settled: () => 'The decision was settled.',
  reopened: (_, words) => saying('The decision was opened again', words),
  note: (_, words) => words,
  closed: () => 'Closed.',
}

/** What stands on a wall is the same without anybody's name but the finalists'. */
const onTheWall: Partial<Record<MinuteKind, Say>> = {
  opened: ({ present = [] }) => `Opened, with ${count(present.length)} in the room.`,
  'stepped-out': () => 'Somebody stepped out.',
  'came-back': () => 'Somebody came back.',
  proposed: ({ entry: of, proposal = 'none' }, words, { entry }) => saying(of ? `${entry(of)} was proposed as ${lower(proposalWords[proposal])}` : 'It was proposed to give no award', words),
  cast: ({ entry: of }, words, { entry }) => saying(`The casting vote of the chair is for ${entry(of)}`, words),
}

/** One line of the minutes in words. `names`: of people and entries, as they are called today. */
export function minuteText({ kind, facts, words }: Pick<Minute, 'kind' | 'facts' | 'words'>, names: Map<string, string>, where: 'desk' | 'wall' = 'desk'): string {
  const nameOf = (id = '') => names.get(id) ?? 'somebody we no longer hold'
  const say = (where === 'wall' && onTheWall[kind]) || sentences[kind]
  return say(facts, words, { person: nameOf, entry: nameOf })
}
