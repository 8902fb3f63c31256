import { describe, expect, test } from 'vitest'
import { nameRecord, writeRecord, type RecordFacts } from '#app/features/moderation/decision-record.ts'

const facts: RecordFacts = {
  awards: [{ entryId: 'e1', kind: 'winner', reason: '', citation: 'Kind.' }, { entryId: 'e2', kind: 'highly-commended', reason: 'So near', citation: '' }],
  reason: '', differs: false,
  rows: [{ entryId: 'e1', place: 1, score: 4.5, scores: [4, 5], tie: 'parted', by: ['criteria', 'median'] }, { entryId: 'e2', place: 2, score: 4.5, scores: [4, 5], tie: 'parted', by: ['criteria', 'median'] }],
  cards: { counted: 4, unfinished: 1, outdated: 0 }, gone: 1,
  rule: { ordering: 'raw', quorum: 2, quorumRule: 'not-ranked', oneAwardEach: true, criteria: [{ name: 'Kindness', weight: 60 }, { name: 'Skill', weight: 40 }], calculation: '2' },
  sponsor: 'Orrery House', chair: 'j1', present: ['j1', 'j2'], out: [{ person: 'j3', reason: 'A cousin', ties: ['sponsor'] }], recused: 2, casts: [],
}
const names = new Map([['e1', 'Asha'], ['e2', 'Bea'], ['j1', 'Ann'], ['j2', 'Bob'], ['j3', 'Cat']])
const linesOf = (own: Partial<RecordFacts> = {}) => {
  const { parts } = nameRecord(writeRecord({ ...facts, ...own }), names)
  return Object.fromEntries(parts.map(({ heading, lines }) => [heading, lines]))
}

test('a decision in plain English, with all it rested on', () => {
  expect(linesOf()).toEqual({
    'What was decided': ['Winner: Asha. Citation: “Kind.”', 'Highly commended: Bea. Why: So near', 'This follows the order of the scores.'],
    'The rule in force': [
      'Entries stand in the order of the weighted means of finished scorecards.', 'Criteria and weights: Kindness (60); Skill (40).', 'At least 2 judges had to score an entry. With fewer, it is not ranked.',
      'Where means are equal: the heaviest criterion on which they differ, then the judges who scored both, then the median, then the panel.', 'Nobody has more than one award.',
      'The sponsor, Orrery House, had no part in deciding.', 'The calculation is version 2.',
    ],
    'What counted': ['4 scorecards counted.', 'Not finished, and not counted: 1.', 'Finalists who no longer took part: 1.', 'Times a judge stepped aside from an entry while scoring: 2.'],
    'Ties, and how they were broken': ['Asha', 'Bea'].map((name) => `${name} was equal with another, and parted by the heaviest criterion on which they differ, then the median.`),
    'Who decided, and who stepped out': ['Ann was in the chair. Present: Ann, Bob.', 'Cat stepped out: belongs to the sponsor of this category; A cousin.'],
  })
})

describe('what is different', () => {
  const cases: [string, Partial<RecordFacts>, string, string[]][] = [
    ['a joint award against the scores', { awards: facts.awards.map((one) => ({ ...one, kind: 'winner', reason: '', citation: '' })), differs: true, reason: 'We voted.' }, 'What was decided',
      ['Joint winner: Asha.', 'Joint winner: Bea.', 'This does not follow the scores alone.', 'The panel’s reason: We voted.']],
    ['no award', { awards: [], reason: 'No example.' }, 'What was decided', ['No award was given in this category.', 'The panel’s reason: No example.']],
    ['a tie to the end of the ladder', { rows: facts.rows.slice(0, 1).map((row) => ({ ...row, tie: 'equal' })), casts: [{ entry: 'e1', words: 'Harder work.' }] }, 'Ties, and how they were broken',
      ['Asha stayed equal at place 1: the panel decided.', 'The chair’s casting decision was for Asha: Harder work.']],
    ['no tie', { rows: [] }, 'Ties, and how they were broken', ['There were none.']],
    ['no meeting', { chair: null, present: [], out: [] }, 'Who decided, and who stepped out', ['The decision was written down outside of a meeting.']],
    ['nobody out', { out: [] }, 'Who decided, and who stepped out', ['Ann was in the chair. Present: Ann, Bob.', 'Nobody had to step out.']],
  ]
  test.each(cases)('%s', (_, own, heading, lines) => {
    expect(linesOf(own)[heading]).toEqual(lines)
  })
})

test('no name is kept in it, and what people wrote in braces stays as they wrote it', () => {
  const content = writeRecord({ ...facts, reason: 'See {{e9}} and {{e1}}' })
  expect(JSON.stringify(content)).not.toMatch(/Asha|Bea|Ann|Bob|Cat\b/)
  expect(content.scores).toEqual([{ entry: 'e1', place: 1, score: 4.5, cards: 2, scores: [4, 5] }, { entry: 'e2', place: 2, score: 4.5, cards: 2, scores: [4, 5] }])
  const named = nameRecord(content, new Map([['e1', 'Asha']]))
  expect(named.parts[0]?.lines.at(-1)).toBe('The panel’s reason: See {{e9}} and Asha')
  expect(named.scores.map(({ entry }) => entry)).toEqual(['Asha', 'a name we no longer hold'])
})
