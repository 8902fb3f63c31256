import type { Known } from '#app/domain/privacy/known.ts'
import { capitals } from '#app/domain/privacy/people-words.ts'
import { wordsOf, type Word } from '#app/domain/privacy/reading.ts'
import type { Span } from '#app/domain/redaction.ts'

const rooms = wordsOf('room flat apartment apt bungalow bed bedroom bay')
const figures = wordsOf('two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty')
const streets = wordsOf('street st road rd avenue ave lane close drive way place terrace crescent cres court gardens gdns grove hill park square sq row rise mews view green villas parade walk house lodge cottages cottage manor plain vale mount quay wharf path')
const plainStreets = wordsOf('street road rd avenue ave terrace crescent lane villas gardens mews')
const measures = wordsOf('times days day weeks week months month years year hours hour minutes minute metres miles o pm am per people residents staff of carers beds percent long more in')
const determiners = wordsOf('the a his her their my our your its this that one each every dining sitting living waiting')
const living = wordsOf('lives lived living live at')

/** Rooms, flats, houses in a street, and where somebody is said to live; not where the nominee works. */
export function findAddresses(words: Word[], known: Known): Span[] {
  const found: Span[] = []
  for (let at = 0; at < words.length; at += 1) {
    const end = Math.max(roomEnd(words, at), houseEnd(words, at, known), streetEnd(words, at, known))
    if (end > at) found.push({ from: words[at]?.from ?? 0, to: words[end - 1]?.to ?? 0 })
    at = Math.max(at, end - 1)
  }
  return found
}

/** "room 9", "room eleven", "Flat 3, Bracewyn House", "flat B". */
function roomEnd(words: Word[], at: number): number {
  const [before, room, number] = [words[at - 1], words[at], words[at + 1]]
  if (!room || !number || !rooms.has(room.key) || number.sentence !== room.sentence) return at
  const skip = /^(?:no|number)$/.test(number.key) ? 1 : 0
  const told = words[at + 1 + skip]
  if (!told || !/^[\s.,#]*$/.test(told.gap) || !isRoomNumber(room, told, before) || isMeasured(words[at + 2 + skip])) return at
  return houseNameEnd(words, at + 2 + skip)
}

function isRoomNumber(room: Word, { key, capital }: Word, before: Word | undefined): boolean {
  if (/^\d{1,4}[a-z]?$/.test(key)) return true
  if (/^(?:bed|bay|bedroom)$/.test(room.key)) return false
  const bare = before === undefined || !determiners.has(before.key) || room.capital
  return bare && (figures.has(key) || (key.length === 1 && capital && key !== 'i' && (key !== 'a' || room.capital)))
}

const isMeasured = (next: Word | undefined) => next !== undefined && /^\s+$/.test(next.gap) && measures.has(next.key)

/** Past the name of a house or a street that follows a number. */
function houseNameEnd(words: Word[], at: number): number {
  let end = at
  while (end < at + 4 && words[end]?.capital && /^,?\s+$/.test(words[end]?.gap ?? '')) end += 1
  return end > at && streets.has(words[end - 1]?.key ?? '') ? end : at
}

/** "22 Carrackmoor Terrace", "12 mutley plain", "lives at number 9". */
function houseEnd(words: Word[], at: number, known: Known): number {
  const number = words[at]
  if (!number) return at
  if (/^(?:number|no)$/.test(number.key) && /^(?:at|in|from)$/.test(words[at - 1]?.key ?? '') && /^\d{1,4}[a-z]?$/.test(words[at + 1]?.key ?? '') && !isMeasured(words[at + 2])) return at + 2
  if (!/^\d{1,4}[a-z]?$/.test(number.key)) return at
  for (let end = at + 2; end <= at + 5; end += 1) {
    const last = words[end - 1]
    const street = words.slice(at + 1, end)
    if (!last || street.some((word) => !/^[,.'’]?\s+$|^-$/.test(word.gap))) return at
    if (!isStreetName(street)) continue
    return street.every((word) => known.isKnown(word.key) || streets.has(word.key)) ? at : end
  }
  return at
}

function isStreetName(street: Word[]): boolean {
  const last = street.at(-1)
  const names = street.slice(0, -1)
  if (!last || names.length === 0) return false
  if (names.every((word) => word.capital)) return streets.has(last.key) && (last.capital || plainStreets.has(last.key))
  return names.length <= 2 && plainStreets.has(last.key) && names.every((word) => !capitals.has(word.key) && word.key.length > 3 && !/^\d/.test(word.key))
}

/** "lives in Wolseley Road": a street alone says where somebody lives only when it is said so. */
function streetEnd(words: Word[], at: number, known: Known): number {
  const [verb, way] = [words[at - 2], words[at - 1]]
  if (!/^(?:in|on|at|off|along)$/.test(way?.key ?? '') || !living.has(verb?.key ?? '')) return at
  for (let end = at + 2; end <= at + 4; end += 1) {
    const name = words.slice(at, end)
    if (name.length < end - at || !name.every((word) => word.capital && /^\s+$/.test(word.gap))) return at
    if (streets.has(name.at(-1)?.key ?? '')) return name.every((word) => known.isKnown(word.key) || streets.has(word.key)) ? at : end
  }
  return at
}
