import type { Edition } from '#app/domain/edition.ts'
import type { Category, Question } from '#app/features/categories/queries.server.ts'
import type { Answers, Asked } from '#app/features/nominations/journey.ts'
import { makeSettings, testNow } from '#tests/factories/index.ts'

/** An edition that takes nominations until 12 January, 5pm, and a quarter of an hour longer. */
export const edition: Edition = {
  id: 'e', slug: '2027', name: 'Awards 2027', current: true, rehearsal: false, stage: 'nominating', time_zone: 'Europe/London',
  ceremony_at: '2027-03-23T19:00:00.000Z', ceremony_place: 'Guildhall', opens_at: '2026-11-03T09:00:00.000Z',
  closes_at: '2027-01-12T17:00:00.000Z', grace_minutes: 15, finalists_announced_at: null, opensByClock: false, settings: makeSettings(), version: 1,
  clock_offset_ms: 0, created_at: testNow, now: testNow,
}

const question = (key: string, wordLimit: number): Question => ({ id: `q-${key}`, key, label: `About ${key}?`, hint: `Hint for ${key}`, leastWords: 0, wordLimit, optional: false })

function category(slug: string, name: string, own: Pick<Category, 'kinds' | 'questions'>): Category {
  return { id: `c-${slug}`, slug, name, who: `Who ${name} is for`, fits: {}, state: 'open', sponsor: '', criteria: [], ...own }
}

/** Three awards – one only for people, one with no question and one with two – and two questions for all. */
export const asked: Asked = {
  story: [question('sentence', 30), question('difference', 200)],
  categories: [
    category('home-care', 'Home Care', { kinds: ['person'], questions: [question('noticed', 100)] }),
    category('care-team', 'Care Team', { kinds: ['team', 'service'], questions: [] }),
    category('community', 'Community', { kinds: ['person', 'team', 'service'], questions: [question('before', 100), question('after', 5)] }),
  ],
  relationships: ['They support me', 'I work with them'],
  attachments: false,
}

/** An answer to everything that is asked of a nomination for Home Care. */
export const complete: Answers = {
  kind: 'person', name: 'Sam Carer', job: 'Cook', employer: 'Harbour House', reach: 'sam@people.example', categories: ['c-home-care'],
  story: { 'q-sentence': 'Sam is kind.', 'q-difference': 'The tea was warm.', 'q-noticed': 'A cold hand.' },
  relationship: 'I work with them', shareName: 'yes', nominatorName: 'Nell Nominator', nominatorEmail: 'nell@people.example', nominatorPhone: '',
}
