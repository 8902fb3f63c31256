import { lettersOf } from '#app/domain/employer.ts'

/** What somebody does, whatever it is called where they do it. */
export interface Job {
  roles: Set<string>
  nights: boolean
}

/**
 * Each role with the words it goes by, the particular ones first: what one has claimed the next does not see, so that an
 * "activities co-ordinator" is not office staff and a "care co-ordinator" no carer.
 */
const roles: [role: string, words: RegExp][] = [
  ['unpaid carer', /\b(?:unpaid|voluntary carer|cares? for (?:her|his|their|my|an?)|looks? after (?:her|his|their|my|both)|(?:carer|caring|cares) (?:for|of) (?:\w+ )?(?:husband|wife|mother|mum|father|dad|parents?|brother|sister|son|daughter|neighbou?r|mate|friend|partner|gran|nan|uncle|aunt)|family carer)\b/],
  ['activities', /\bactivit\w*(?: (?:co ?ordinator|lead|manager|assistant|worker|organiser))?|\blifestyle\b|\bwellbeing (?:lead|co ?ordinator)|\bentertainments?\b/],
  ['kitchen', /\b(?:cook|chef|kitchen|catering|cooks|dinner lady|canteen|sous)\b/],
  ['cleaning', /\b(?:clean\w*|housekeep\w*|laundry|laundress|domestic(?: assistant)?s?|washes|linen)\b/],
  ['upkeep', /\b(?:maintenance|handy ?(?:man|woman|person)|caretaker|fix\w*|janitor|repairs?|odd ?job\w*|estates|gardener|gardens?|grounds\w*)\b/],
  ['driving', /\b(?:driver|driving|drives|mini ?bus|transport|chauffeur)\b/],
  ['office', /\b(?:admin\w*|reception\w*|scheduler?\w*|rota\w*|(?:care |office |shift )?co ?ordinator|office|clerk|payroll|bookkeeper|secretary|hr|recruit\w*|trainer|training manager)\b/],
  ['nursing', /\b(?:nurse\w*|nursing|rgn|rmn|rnld?|rn|clinical\w*|matron|sister)\b/],
  ['leading', /\b(?:manager\w*|manages|deputy|head of (?:home|care)|team lead\w*|leader|owner|director|supervisor|in charge|boss|founder|proprietor|runs the)\b/],
  ['therapy', /\b(?:physio\w*|occupational|therap\w*|ot|rehab\w*)\b/],
  ['social work', /\b(?:social work\w*)\b/],
  ['care', /\b(?:carers?|care ?(?:assistant|worker|staff|giver|professional|home worker|partner)s?|(?:support|key|reablement|community|domiciliary|home ?care|enabling) ?(?:worker|assistant|staff|care)?s?|personal assistant|pa|hca|healthcare|care|sitter|companion|nights?|double up)\b/],
]

/** Roles that the people they help mix up: to a visitor the nurse is a carer, and so is whoever runs the home. */
const mixedUp: Record<string, string[]> = {
  care: ['nursing', 'leading', 'therapy', 'unpaid carer'],
  nursing: ['care', 'leading'],
  leading: ['care', 'nursing', 'office'],
  therapy: ['care'],
  'unpaid carer': ['care'],
  office: ['leading'],
}

export function readJob(text: string): Job {
  let left = lettersOf(text)
  const nights = /\bnights?\b/.test(left)
  const found = new Set<string>()
  for (const [role, words] of roles) {
    const without = left.replace(new RegExp(words.source, 'g'), ' ')
    if (without !== left) found.add(role)
    left = without
  }
  return { roles: found, nights }
}

const frequent = new Set(['care', 'unpaid carer'])

/** `particular`: one that few in a place have. */
export type JobRelation = 'particular' | 'same' | 'mixed-up' | 'other' | 'unknown'

export function compareJobs(one: Job, other: Job): { relation: JobRelation; role?: string } {
  if (one.roles.size === 0 || other.roles.size === 0) return { relation: 'unknown' }
  const shared = [...one.roles].filter((role) => other.roles.has(role))
  const particular = shared.find((role) => !frequent.has(role))
  if (particular) return { relation: 'particular', role: particular }
  if (shared.length) return { relation: 'same', role: shared[0] }
  const mixed = [...one.roles].some((role) => mixedUp[role]?.some((near) => other.roles.has(near)))
  return { relation: mixed ? 'mixed-up' : 'other' }
}
