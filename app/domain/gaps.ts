import type { Edition } from '#app/domain/edition.ts'

/** What is missing before a step, named. The guard asks "is the list empty?", the page and the error show it. */
export interface Gap {
  code: 'no-categories' | 'weights' | 'no-question' | 'anchors' | 'no-host' | 'no-place' | 'dates' | 'close-past' | 'not-current'
  /** what is missing, as a sentence */
  missing: string
  /** where it is mended, below the edition's own address */
  at: 'categories' | 'settings'
}

export interface CategoryFacts {
  name: string
  questionCount: number
  weightTotal: number
  criteriaWithoutAnchors: number
}

/** Everything that must be true before nominations open. Empty: it may be done. */
export function gapsBeforeOpening(edition: Edition, categories: CategoryFacts[]): Gap[] {
  const gaps: Gap[] = []
  const add = (code: Gap['code'], at: Gap['at'], missing: string) => gaps.push({ code, at, missing })
  const { host } = edition.settings
  if (!edition.current) add('not-current', 'settings', 'This is not the current edition, so the public pages show another one.')
  if (!host.name || !host.email || !host.phone) add('no-host', 'settings', 'The host needs a name, an email address and a phone number, so that people can ask for help.')
  if (!edition.ceremony_place) add('no-place', 'settings', 'Say where the ceremony is held.')
  if (!(edition.opens_at < edition.closes_at && edition.closes_at < edition.ceremony_at))
    add('dates', 'settings', 'Nominations must open before they close, and close before the ceremony.')
  if (edition.closes_at <= edition.now) add('close-past', 'settings', 'The closing time has passed.')
  if (categories.length === 0) add('no-categories', 'categories', 'There are no categories.')
  for (const category of categories) {
    if (category.weightTotal !== 100)
      add('weights', 'categories', `The weights of ${category.name} add up to ${category.weightTotal}, not 100.`)
    if (category.questionCount === 0) add('no-question', 'categories', `${category.name} has no question of its own.`)
    if (category.criteriaWithoutAnchors > 0)
      add('anchors', 'categories', `${category.name} has ${category.criteriaWithoutAnchors} criteria without worded points.`)
  }
  return gaps
}
