import { describe, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { canChangeQuestions, canMoveQuestions, listChangedParts, questionFreedom, type AllAsked, type AskedQuestion, type QuestionChange, type QuestionText } from '#app/domain/question-rules.ts'
import { editionStages } from '#db/vocabulary.ts'
import { edition as open } from '#tests/unit/features/nominations/asked.ts'

const text: QuestionText = { label: 'Why?', hint: '', leastWords: 10, wordLimit: 100, optional: false }
const question = (id: string, categoryId: string | null, own: Partial<QuestionText> = {}): AskedQuestion => ({ ...text, id, key: id, categoryId, ...own })
const [story, own] = [question('story', null), question('own', 'team')]
const asked: AllAsked = { questions: [story, own, question('extra', null, { optional: true })], categories: [{ id: 'team', slug: 'team', name: 'Care Team' }] }
const preparing: Edition = { ...open, stage: 'preparing' }
const onTheClock: Edition = { ...preparing, opensByClock: true, now: '2026-11-01T09:00:00.000Z' }

function answer(edition: Edition, change: QuestionChange, { reason = 'It was asked for', sentWith = 0 } = {}): string {
  const may = canChangeQuestions(edition, asked, change, { sentWith, reason })
  return may.ok ? 'ok' : may.code
}
const change = (own: Partial<QuestionText>, of = story): QuestionChange => ({ act: 'change', question: of, text: { ...text, ...own } })
const add = (own: Partial<QuestionText> = {}): QuestionChange => ({ act: 'add', categoryId: null, text: { ...text, ...own } })
const remove = (of: AskedQuestion): QuestionChange => ({ act: 'remove', question: of })

describe('once nominations are open', () => {
  test.each<[string, QuestionChange, string]>([
    ['other words', change({ label: 'What for?', hint: 'In a sentence' }), 'ok'],
    ['more room', change({ wordLimit: 101 }), 'ok'],
    ['less room', change({ wordLimit: 99 }), 'question-asks-more'],
    ['fewer words will do', change({ leastWords: 9 }), 'ok'],
    ['more words are wanted', change({ leastWords: 11 }), 'question-asks-more'],
    ['it may be left empty, another must not', change({ optional: true }), 'ok'],
    ['it must be answered, as it might not', change({ optional: false }, asked.questions[2]), 'question-asks-more'],
    ['a new one that must be answered', add(), 'question-asks-more'],
    ['a new one that may be left empty', add({ optional: true }), 'ok'],
    ['one goes that nobody was asked', remove(story), 'ok'],
    ['the only one of a category goes', remove(own), 'question-needed'],
  ])('%s', (_, wanted, expected) => {
    expect(answer(open, wanted)).toBe(expected)
    expect(answer(open, wanted, { reason: '' })).toBe(expected === 'ok' ? 'reason-needed' : expected)
    expect(answer(preparing, wanted, { reason: '' })).toBe('ok')
  })

  test('the refusal says what stays', () => {
    expect(canChangeQuestions(open, asked, change({ wordLimit: 50 }), { sentWith: 0, reason: 'x' })).toMatchObject({ facts: { limit: 'the most words stay 100 or become more' } })
  })

  test('something must be answered', () => {
    const only: AllAsked = { ...asked, questions: [story, question('own', 'team', { optional: true })] }
    expect(canChangeQuestions(open, only, change({ optional: true }), { sentWith: 0, reason: 'x' })).toMatchObject({ code: 'question-needed' })
  })
})

test('what was sent with a question keeps it, at any time', () => {
  expect([preparing, open].map((edition) => answer(edition, remove(story), { sentWith: 1 }))).toEqual(['question-answered', 'question-answered'])
})

test('an opening that is on the clock keeps what it needs, and nothing else', () => {
  expect([remove(own), remove(story), add()].map((wanted) => answer(onTheClock, wanted, { reason: '' }))).toEqual(['opening-needs-it', 'ok', 'ok'])
})

test('by stage, and by the clock where the stage has not followed', () => {
  expect(editionStages.map((stage) => questionFreedom({ ...open, stage }))).toEqual(['free', 'reason', 'none', 'none', 'none', 'none'])
  expect(questionFreedom({ ...onTheClock, now: onTheClock.opens_at })).toBe('reason')
  expect(questionFreedom({ ...open, now: '2027-01-12T17:15:00.000Z' })).toBe('reason')
  expect(questionFreedom({ ...open, now: '2027-01-12T17:15:00.001Z' })).toBe('none')
  expect(answer({ ...open, stage: 'screening' }, change({ label: 'Late' }))).toBe('questions-closed')
})

test('the order stays once there are numbers', () => {
  expect([canMoveQuestions(preparing).ok, canMoveQuestions(open).ok]).toEqual([true, false])
})

test('only what becomes different counts as changed', () => {
  expect(listChangedParts(text, { ...text })).toEqual([])
  expect(listChangedParts(text, { label: 'x', hint: 'x', leastWords: 1, wordLimit: 11, optional: true })).toEqual(['label', 'hint', 'leastWords', 'wordLimit', 'optional'])
})
