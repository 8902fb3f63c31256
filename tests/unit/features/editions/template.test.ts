import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { momentText, localTime } from '#app/domain/time.ts'
import { settingsSchema } from '#app/domain/edition.ts'
import { templateCategories } from '#app/features/editions/template-categories.ts'
import {
  categoryQuestionWords, datesBefore, nextCeremony, settingsFromTemplate, storyQuestions, templateAnchors,
} from '#app/features/editions/template.ts'

const zone = 'Europe/London'

describe('the categories', () => {
  test('are the twelve, in order', () => {
    expect(templateCategories.map((one) => one.name)).toEqual([
      'Home Care Worker', 'Care Home Worker', 'Newcomer', 'Apprentice or Learner', 'Registered Manager / Leader', 'Social Care Nurse',
      'Learning Disability and Autism Support', 'Care Team', 'Behind the Scenes', 'Unpaid Carer', 'Innovation and Community', 'Lifetime Contribution',
    ])
  })

  test('each weigh 100 in all', () => {
    const totals = templateCategories.map(({ criteria }) => criteria.reduce((sum, [, weight]) => sum + weight, 0))
    expect(totals).toEqual(Array(12).fill(100))
  })

  test('have addresses of their own that could be typed', () => {
    const slugs = templateCategories.map((one) => one.slug)
    expect(new Set(slugs).size).toBe(12)
    expect(slugs.filter((slug) => !/^[a-z]+(-[a-z]+)*$/.test(slug))).toEqual([])
  })

  test('ask questions under other names than the story does', () => {
    const keys = storyQuestions.map((one) => one.key)
    expect(templateCategories.filter((one) => keys.includes(one.slug))).toEqual([])
  })
})

test('the awards and their city are named in the template and in one list of place names, and nowhere else', () => {
  const naming = globSync('app/**/*.{ts,tsx,css}').filter((path) => /plymouth|celebrating excellence/i.test(readFileSync(path, 'utf8')))
  expect(naming.map((path) => basename(path)).sort()).toEqual(['city-names.ts', 'template.ts'])
})

test('the story is told in 30, 200 and 150 words, the category’s own question in 100', () => {
  expect(storyQuestions.map((one) => [one.key, one.wordLimit])).toEqual([['sentence', 30], ['difference', 200], ['change', 150]])
  expect(categoryQuestionWords).toBe(100)
})

test('every point from 0 to 5 has words', () => {
  expect(templateAnchors).toHaveLength(6)
  expect(templateAnchors.filter((words) => words.trim() === '')).toEqual([])
})

test('the settings are settings, and each edition gets its own', () => {
  const { timetable } = datesBefore('2027-03-23T19:00:00.000Z', zone)
  const settings = settingsFromTemplate(timetable)
  expect(settingsSchema.parse(settings)).toEqual(settings)
  settings.host.phone = 'changed'
  expect(settingsFromTemplate(timetable).host.phone).toBe('')
})

describe('the next ceremony', () => {
  test.each([
    ['2026-11-22T09:00:00.000Z', '2027-03-23T19:00:00.000Z'],
    ['2027-03-23T18:59:59.999Z', '2027-03-23T19:00:00.000Z'],
    ['2027-03-23T19:00:00.000Z', '2028-03-23T19:00:00.000Z'],
    ['2026-12-31T23:59:59.000Z', '2027-03-23T19:00:00.000Z'],
  ])('after %s is %s', (now, ceremony) => {
    expect(nextCeremony(now)).toBe(ceremony)
  })
})

describe('the timetable', () => {
  const said = (ceremonyAt: string) => {
    const { opensAt, closesAt, timetable } = datesBefore(ceremonyAt, zone)
    return Object.fromEntries(Object.entries({ opensAt, closesAt, ...timetable }).map(([name, at]) => [name, momentText(at, zone)]))
  }

  test('before 23 March 2027 is the one that was agreed', () => {
    expect(said('2027-03-23T19:00:00.000Z')).toEqual({
      opensAt: '9am on Tuesday 3 November 2026',
      closesAt: '5pm on Tuesday 12 January 2027',
      screeningDone: '5pm on Saturday 23 January 2027',
      shortlist: '5pm on Saturday 6 February 2027',
      judgingOpens: '9am on Tuesday 9 February 2027',
      judgingCloses: '5pm on Monday 22 February 2027',
      moderation: '10am on Wednesday 24 February 2027',
      seal: '5pm on Saturday 27 February 2027',
      rsvpCloses: '5pm on Saturday 6 March 2027',
      scriptFrozen: '5pm on Thursday 18 March 2027',
    })
  })

  test('before a ceremony in summer keeps its times of day over the change of the clocks', () => {
    const ceremony = '2027-06-25T18:00:00.000Z' // 7pm in London
    expect(said(ceremony)).toEqual({
      opensAt: '9am on Friday 5 February 2027',
      closesAt: '5pm on Friday 16 April 2027',
      screeningDone: '5pm on Tuesday 27 April 2027',
      shortlist: '5pm on Tuesday 11 May 2027',
      judgingOpens: '9am on Friday 14 May 2027',
      judgingCloses: '5pm on Thursday 27 May 2027',
      moderation: '10am on Saturday 29 May 2027',
      seal: '5pm on Tuesday 1 June 2027',
      rsvpCloses: '5pm on Tuesday 8 June 2027',
      scriptFrozen: '5pm on Sunday 20 June 2027',
    })
    expect(localTime(datesBefore(ceremony, zone).opensAt, 'UTC').hour).toBe(9)
    expect(localTime(datesBefore(ceremony, zone).closesAt, 'UTC').hour).toBe(16)
  })
})
