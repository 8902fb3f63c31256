import type { WorkplaceRelation } from '#app/domain/matching/employers.ts'
import type { JobRelation } from '#app/domain/matching/jobs.ts'
import type { Likeness } from '#app/domain/matching/person-likeness.ts'

/**
 * How much each observation speaks for two nominations being about one nominee, in natural logarithms of odds (as
 * Fellegi and Sunter, "A Theory for Record Linkage", 1969, add them up): +2.3 makes it ten times as likely, −2.3 a tenth.
 * They are estimates by people, not fitted: of pairs that share a name's or a workplace's first letters about one in a
 * hundred is one nominee (`start`); two colleagues share a first name in one case of twenty; and so on.
 */
export const weights = {
  start: -4.5,
  /** `two-names`: a letter apart, but names in their own right, as Mark and Mary */
  given: { same: 3, form: 2.5, cut: 2, close: 1.5, part: 1, 'both-short': 0.5, near: 0.5, initial: 0.7, unknown: 0, 'two-names': -3.5, other: -5 } satisfies Record<Likeness['level'], number>,
  family: { same: 4, form: 3.8, part: 3, close: 2.5, cut: 0, near: 0, 'both-short': 0, initial: 1, unknown: 0, 'two-names': 0, other: -5 } satisfies Record<Likeness['level'], number>,
  /** read the other way round, though nothing says so */
  turned: -0.7,
  /** neither the given nor the family's name could be compared */
  nameless: -3,
  workplace: { same: 3, alias: 2.3, unknown: 0, other: -5.5 } satisfies Record<WorkplaceRelation, number>,
  job: { particular: 1.8, same: 0.7, unknown: 0, 'mixed-up': -0.8, other: -3.5 } satisfies Record<JobRelation, number>,
  nights: 0.8,
  /** a way to reach them that nobody else has given */
  reach: 4,
  /** teams and services: what their names share, from nothing to everything */
  group: { all: 3.5, half: 1.7, none: -4 },
} as const

/** The line: pairs at least as likely as not are suggested. */
export const line = 0.5

/** Odds as a likelihood from 0 to 0.99, to two figures: more would promise what nobody knows. */
export function likelihoodOf(points: number): number {
  return Math.min(0.99, Math.round(100 / (1 + Math.exp(-points))) / 100)
}
