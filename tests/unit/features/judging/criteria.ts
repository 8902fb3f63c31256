import type { Criterion } from '#app/features/categories/queries.server.ts'
import type { Content, Mark } from '#app/features/judging/scorecard.ts'

/** From 0 to 5, worth 60 and 40. */
export const kindness: Criterion = { id: 'k', name: 'Kindness', weight: 60, scaleMin: 0, scaleMax: 5, anchors: ['none', 'little', 'some', 'good', 'strong', 'rare'] }
export const skill: Criterion = { ...kindness, id: 's', name: 'Skill', weight: 40 }
export const both = [kindness, skill]

export const empty: Mark = { value: null, cannotJudge: false, reason: '' }
export const cannot: Mark = { ...empty, cannotJudge: true }
export const point = (value: number, reason = ''): Mark => ({ value, cannotJudge: false, reason })
export const content = (k: Mark, s: Mark): Content => ({ marks: { k, s }, note: '', citation: '', share: false })
