import { isRefusal, publicUsesOf, type PublicUse, type PublicWishes } from '#app/domain/publicity.ts'
import type { Side } from '#app/features/screening/merging.queries.server.ts'
import type { Instant } from '#db/schema.ts'

const publicWords: Record<PublicUse, string> = {
  name: 'their name', employer: 'where they work', photo: 'a photograph', story: 'their story', stage: 'their name and story on stage',
}

/** What merging `from` into `into` will do, in sentences: what moves, which entries join, what becomes of publicity and scores. */
export function effectsOf(from: Side, into: Side, now: Instant): string[] {
  const moving = from.nominations.length === 1 ? '1 nomination moves' : `${from.nominations.length} nominations move`
  return [
    `${moving} from ${from.name} to ${into.name}. Nothing is copied, and every passage keeps its nominator.`,
    ...entryEffects(from, into),
    ...scoreEffects(from, into),
    ...publicityEffects(from, into, now),
    'You can undo it: each then has their own nominations and their own page again.',
  ]
}

function entryEffects(from: Side, into: Side): string[] {
  const kept = new Map(into.entries.filter(({ entryState }) => entryState === 'live').map((entry) => [entry.category, entry]))
  const leaving = from.entries.filter(({ entryState }) => entryState === 'live')
  return leaving.map((entry) => {
    const { category } = entry
    const joined = kept.get(category)
    const shortlisted = entry.shortlist === 'in' && joined?.shortlist !== 'in' ? ` ${from.name} is on the shortlist and ${into.name} is not: decide about the shortlist again.` : ''
    return joined ? `${category}: their two entries become one.${shortlisted}` : `${category}: ${into.name} gets an entry, to be screened.${shortlisted}`
  })
}

function scoreEffects(from: Side, into: Side): string[] {
  const scored = [...new Set([...from.entries, ...into.entries].filter((entry) => entry.scored).map(({ category }) => category))]
  return scored.length ? [`Judges have begun to score in ${scored.join(' and ')}. They are told that the evidence has changed and look again; no score moves by itself.`] : []
}

function publicityEffects(from: Side, into: Side, now: Instant): string[] {
  const refusing = [from, into].filter(({ wishes }) => wishes.some(({ answer }) => isRefusal(answer)))
  if (refusing.length) return [`${refusing.map(({ name }) => name).join(' and ')} declined or objected, so all their entries stand down and nothing is public.`]
  const uses = publicUsesOf([...from.wishes, ...into.wishes], now)
  return [`The stricter choice wins. In public: ${uses.length ? uses.map((use) => publicWords[use]).join(', ') : 'nothing yet'}.`]
}

/** What may be public of one of them as it is, in a few words. */
export function publicText(wishes: PublicWishes[], now: Instant): string {
  const uses = publicUsesOf(wishes, now)
  return uses.length ? uses.map((use) => publicWords[use]).join(', ') : 'Nothing yet'
}
