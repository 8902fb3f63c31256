import type { ShortlistPlace } from '#db/vocabulary.ts'

/** What an entry came to, the most first. */
export const honours = ['winner', 'highly-commended', 'finalist', 'nominated'] as const
export type Honour = (typeof honours)[number]

export const honourWords: Record<Honour, string> = {
  winner: 'Winner',
  'highly-commended': 'Highly commended',
  finalist: 'Finalist',
  nominated: 'Nominated',
}

export function honourOf(award: 'winner' | 'highly-commended' | undefined, shortlist: ShortlistPlace): Honour {
  return award ?? (shortlist === 'in' ? 'finalist' : 'nominated')
}

export interface Outcome {
  category: string
  honour: Honour
}

/** How a nominee is told what it came to: of several, the most is the title. `who`: the name of a team or a service; empty for a person. */
export function outcomeWords([first, ...more]: [Outcome, ...Outcome[]], who: string): { title: string; lead: string } {
  const [name, were] = who ? [who, 'was'] : ['You', 'were']
  const { title, says } = {
    winner: { title: `Congratulations: ${who || 'you'} won`, says: `${name} won ${first.category}. Thank you for what you do.` },
    'highly-commended': { title: `${name} ${were} highly commended`, says: `The panel of ${first.category} wanted it said aloud how good your work is. Congratulations, and thank you.` },
    finalist: { title: `${name} ${were} a finalist`, says: `The award for ${first.category} went to somebody else this time. What was written to thank you for good care brought you to the shortlist, and that stays. Thank you.` },
    nominated: { title: `${name} ${were} nominated`, says: `The nomination for ${first.category} did not come on to the shortlist. What was written to thank you for good care stays. Thank you.` },
  }[first.honour]
  const rest = more.map(({ category, honour }) => `${category}: ${honourWords[honour].toLowerCase()}`)
  return { title, lead: rest.length ? `${says} Also ${rest.join('; ')}.` : says }
}
