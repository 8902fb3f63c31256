import { lettersOf } from '#app/domain/employer.ts'

/** One way to read a name: which words are given to a person, and which are the family's. */
export interface Reading {
  given: string[]
  family: string[]
  /** the family's name first, though nothing says so */
  turned?: true
}

export interface PersonName {
  readings: Reading[]
  /** what the name itself says they are called: William "Bill" Crocombe */
  knownAs: string[]
  /** what else was written in its place: "from nights at the Lodge" */
  rest: string
}

const titles = new Set('mr mrs ms miss mx dr doctor prof professor rev reverend fr sir dame lady lord capt captain sgt sister sr nurse matron staff brother auntie aunty uncle madam'.split(' '))
/** Titles that go with a given name as well as with a family's. */
const looseTitles = new Set(['sister', 'nurse', 'matron', 'auntie', 'aunty', 'uncle', 'brother'])
/** Letters after a name. */
const honours = new Set('rgn rmn rnld rn ssn bsc ba msc phd mbe obe bem qn'.split(' '))
const particles = new Set('van von der den de del della di da dos du la le ap ab bin bint ben al el st ter ten o mac mc'.split(' '))
const opening = /^(?:me|my|our|the|a|an|big|little|young|old|colleague|friend|mum|dad|mother|father|sister|brother|wife|husband|son|daughter|carer|manager|lovely|dear)\s+/i
/** Where a name ends and somebody begins to describe. */
const description = /\s(?:from|at|in|on|off|the|who|whos|with|of|our|my|and|for|works?|is|was|by|near|aka|also known as|known as)(?=\s)|\s[-–—]+\s|[?!:;/\n|]|\s&\s/i
const calledToo = /\b(?:a\.?k\.?a\.?|known (?:to all )?as|called|goes by)\s+["“']?([\p{L}-]+)/giu

/** Reads what people write when asked for somebody's name. */
export function readPersonName(text: string): PersonName {
  const asides: string[] = []
  const knownAs = [...text.matchAll(calledToo)].map((found) => lettersOf(found[1] ?? ''))
  const bare = text
    .replace(/\p{Cf}/gu, '')
    .replace(/\(([^)]*)\)?|"([^"]*)"|“([^”]*)”|(?<![\p{L}])['‘]([^'’]+)['’](?![\p{L}])/gu, (_, ...inside: (string | undefined)[]) => {
      asides.push(inside.slice(0, 4).find((one) => one !== undefined) ?? '')
      return ' '
    })
    .trim()
  for (const aside of asides) if (isGivenName(aside)) knownAs.push(lettersOf(aside))
  const started = withoutOpening(bare)
  const [name, rest] = cutAt(started, description)
  const units = orderedUnits(name)
  const words = [...asides.filter((aside) => !isGivenName(aside)), rest, units.rest].join(' ')
  return { readings: readingsOf(units), knownAs, rest: `${units.titles.join(' ')} ${words}`.trim() }
}

/** "Liz", and not "the manager" or "Quay and Kettle". */
function isGivenName(aside: string): boolean {
  return /^["'“]?\p{Lu}[\p{L}'’-]+["'”]?$/u.test(aside.trim())
}

/** "Me – Gillian Ash" and "our Karen" begin with who they are to the writer. */
function withoutOpening(text: string): string {
  const without = text.replace(/^(?:me|myself)\s*[-–—:,]\s*/i, '').replace(opening, '')
  return /\p{L}/u.test(without) ? without : text
}

function cutAt(text: string, mark: RegExp): [before: string, after: string] {
  const found = mark.exec(text)
  return found && found.index > 0 ? [text.slice(0, found.index), text.slice(found.index)] : [text, '']
}

interface Units {
  /** words; what a hyphen or a particle joins is one: ["anne marie"], ["van tonder"] */
  units: string[][]
  titles: string[]
  /** "Wisniewski, Lukasz" */
  familyFirst: boolean
  rest: string
}

function orderedUnits(name: string): Units {
  const [first = '', second, ...more] = name.split(',')
  const looksTurned = second !== undefined && more.length === 0 && /^\s*\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}.'’-]*)?\s*$/u.test(second) && !/\s/.test(first.trim())
  const titled = (looksTurned ? `${second} ${first}` : first).split(/\s+/).filter((word) => lettersOf(word) !== '')
  const isTitle = (word: string) => titles.has(lettersOf(word))
  const leading = titled.findIndex((word) => !isTitle(word))
  const own = leading === -1 ? titled : titled.slice(leading)
  const end = endOfName(own)
  return {
    units: joinParticles(own.slice(0, end).map((word) => lettersOf(word).split(' '))),
    titles: leading > 0 ? titled.slice(0, leading).map(lettersOf) : [],
    familyFirst: looksTurned,
    rest: [...own.slice(end), ...(looksTurned ? [] : [second ?? '', ...more])].join(' '),
  }
}

/** In a name with capitals, the first word after it that has none is no name, "Amaka night carer", nor are letters after it. */
function endOfName(words: string[]): number {
  const capitals = /^\p{Lu}/u.test(words[0] ?? '')
  const isNoName = (word: string) => honours.has(lettersOf(word)) || (capitals && /^\p{Ll}/u.test(word) && !particles.has(word))
  const end = words.findIndex((word, index) => index > 0 && isNoName(word))
  return end === -1 ? words.length : end
}

function joinParticles(units: string[][]): string[][] {
  const joined: string[][] = []
  let waiting: string[] = []
  for (const [index, unit] of units.entries()) {
    const [word = ''] = unit
    if (index > 0 && index < units.length - 1 && unit.length === 1 && particles.has(word)) waiting.push(word)
    else {
      joined.push([...waiting, ...unit])
      waiting = []
    }
  }
  return joined
}

function readingsOf({ units, titles: before, familyFirst }: Units): Reading[] {
  const [first = [], ...others] = units
  const last = units.at(-1) ?? []
  if (units.length === 0) return []
  if (others.length === 0) {
    const givenOnly = { given: first, family: [] }
    const familyOnly = { given: [], family: first }
    if (before.length === 0) return [givenOnly]
    return before.some((title) => looseTitles.has(title)) ? [givenOnly, familyOnly] : [familyOnly]
  }
  const asWritten = { given: first, family: others.flat() }
  if (familyFirst) return [asWritten]
  const readings: Reading[] = [asWritten, { given: last, family: units.slice(0, -1).flat(), turned: true }]
  if (units.length > 2) readings.push({ given: units.slice(0, -1).flat(), family: last })
  return readings
}

/** The place somebody's description names: "Liz (night carer) at Merivane Lodge". */
export function placeIn(text: string): string {
  return /\b(?:at|from)\s+((?:the\s+)?\p{Lu}.*)$/u.exec(text)?.[1] ?? ''
}
