import type { Edition } from '#app/domain/edition.ts'
import { contradictionText, listContradictions, type DateName } from '#app/domain/year-dates.ts'
import type { Instant } from '#db/schema.ts'

/** What is missing before a step, named. The guard asks "is the list empty?", the page and the error show it. */
export interface Gap {
  code: 'no-categories' | 'weights' | 'no-question' | 'nothing-asked' | 'anchors' | 'no-host' | 'no-place' | 'dates' | 'close-past' | 'not-current'
  /** what is missing, as a sentence */
  missing: string
  /** where it is mended, below the edition's own address among organisers' pages */
  at: string
}

export interface CategoryFacts {
  slug: string
  name: string
  /** of its own */
  questionCount: number
  /** what a nomination for it cannot leave empty, the story's questions among them */
  mustAnswerCount: number
  weightTotal: number
  criteriaWithoutAnchors: number
}

/**
 * Everything that must be true before nominations open `at` a moment: now, by hand, or when the clock does it.
 * Empty: it may be done.
 */
export function gapsBeforeOpening(edition: Edition, categories: CategoryFacts[], at: Instant = edition.now): Gap[] {
  return [...editionGaps(edition, at), ...(categories.length ? categories.flatMap(categoryGaps) : [noCategories])]
}

const noCategories: Gap = { code: 'no-categories', at: 'categories', missing: 'There are no categories.' }

function editionGaps(edition: Edition, at: Instant): Gap[] {
  const { host } = edition.settings
  const gaps: Gap[] = []
  if (!edition.current && !edition.rehearsal)
    gaps.push({ code: 'not-current', at: 'settings/current', missing: 'The public pages show another edition, or none.' })
  if (!host.name || !host.email || !host.phone)
    gaps.push({ code: 'no-host', at: 'settings/host', missing: 'The host needs a name, an email address and a phone number, so that people can ask for help.' })
  if (!edition.ceremony_place) gaps.push({ code: 'no-place', at: 'settings/ceremony', missing: 'Say where the ceremony is held.' })
  for (const order of listContradictions(edition)) gaps.push({ code: 'dates', at: pageOf(order.later), missing: contradictionText(edition, order) })
  if (edition.closes_at <= at) gaps.push({ code: 'close-past', at: 'settings/dates', missing: 'The closing time has passed.' })
  return gaps
}

function pageOf(date: DateName): string {
  if (date === 'ceremony') return 'settings/ceremony'
  return date === 'opens' || date === 'closes' ? 'settings/dates' : 'settings/timetable'
}

function categoryGaps(facts: CategoryFacts): Gap[] {
  const { slug, name, weightTotal, criteriaWithoutAnchors } = facts
  const gaps: Gap[] = []
  const at = `categories/${slug}`
  if (weightTotal !== 100) gaps.push({ code: 'weights', at, missing: `The weights of ${name} add up to ${weightTotal}, not 100.` })
  gaps.push(...questionGaps(facts))
  if (criteriaWithoutAnchors > 0) gaps.push({ code: 'anchors', at, missing: `${name} has ${criteriaWithoutAnchors} criteria without words for every point.` })
  return gaps
}

/** What is missing among the questions that nominators for a category are asked. */
export function questionGaps({ slug, name, questionCount, mustAnswerCount }: Pick<CategoryFacts, 'slug' | 'name' | 'questionCount' | 'mustAnswerCount'>): Gap[] {
  if (questionCount === 0) return [{ code: 'no-question', at: `questions/add?category=${slug}`, missing: `${name} has no question of its own.` }]
  if (mustAnswerCount > 0) return []
  return [{ code: 'nothing-asked', at: 'questions', missing: `A nomination for ${name} could come without a word, as every question may be left empty.` }]
}
