import { expect, test } from 'vitest'
import { readMoment, typedMoment } from '#app/domain/typed-moment.ts'

const zone = 'Europe/London'
const read = (day: string, month: string, year: string, time: string) => readMoment({ day, month, year, time }, zone, 'The close')

test.each([
  [['12', '1', '2027', '17:00'], '2027-01-12T17:00:00.000Z'],
  [['01', '03', '26', '5pm'], '2026-03-01T17:00:00.000Z'],
  [['1st', 'March', '2026', '5.30 pm'], '2026-03-01T17:30:00.000Z'],
  [['1', 'mar', '26', '0905'], '2026-03-01T09:05:00.000Z'],
  [['1', 'Sept.', '26', 'midday'], '2026-09-01T11:00:00.000Z'],
  [['1', 'DECEMBER', '26', 'midnight'], '2026-12-01T00:00:00.000Z'],
  [['1/3/26', '', '', '12am'], '2026-03-01T00:00:00.000Z'],
  [['12 January 2027', '', '', '12pm'], '2027-01-12T12:00:00.000Z'],
  [['29', 'feb', '2028', '9am'], '2028-02-29T09:00:00.000Z'],
  [['28', 'march', '2027', '1:30am'], '2027-03-28T01:30:00.000Z'], // the hour that is skipped
  [['31', 'october', '2027', '1:30am'], '2027-10-31T00:30:00.000Z'], // the hour that comes twice
])('%j is %s', ([day = '', month = '', year = '', time = ''], at) => {
  expect(read(day, month, year, time)).toEqual({ ok: true, at })
})

const date = ['day', 'month', 'year']
test.each([
  [['', '', '', ''], 'The close needs a date and a time.', [...date, 'time']],
  [['12', '', '2027', '5pm'], 'The close needs a month too.', ['month']],
  [['', '', '2027', '5pm'], 'The close needs a day and a month too.', ['day', 'month']],
  [['12', '1', '2027', ''], 'The close needs a time too.', ['time']],
  [['31', 'February', '2027', '5pm'], 'The close must be a real date, like 12 January 2027.', date],
  [['29', '2', '2027', '5pm'], 'The close must be a real date, like 12 January 2027.', date],
  [['12', 'Jam', '2027', '5pm'], 'The close must be a real date, like 12 January 2027.', ['month']],
  [['12', 'ma', '2027', '5pm'], 'The close must be a real date, like 12 January 2027.', ['month']],
  [['twelve', '13', '207', '5pm'], 'The close must be a real date, like 12 January 2027.', ['day', 'year']],
  [['0', '1', '2027', '5pm'], 'The close must be a real date, like 12 January 2027.', date],
  [['12', '1', '2027', '5'], 'The close needs a time of day, like 5pm or 17:00.', ['time']],
  [['12', '1', '2027', '25:00'], 'The close needs a time of day, like 5pm or 17:00.', ['time']],
  [['12', '1', '2027', '13pm'], 'The close needs a time of day, like 5pm or 17:00.', ['time']],
  [['12', '1', '2027', '17:60'], 'The close needs a time of day, like 5pm or 17:00.', ['time']],
])('%j: %s', ([day = '', month = '', year = '', time = ''], problem, parts) => {
  expect(read(day, month, year, time)).toEqual({ ok: false, problem, parts })
})

test.each(['2027-01-12T17:00:00.000Z', '2027-07-01T08:05:00.000Z', '2027-03-28T00:59:00.000Z'])('%s is read back from its boxes', (at) => {
  expect(readMoment(typedMoment(at, zone), zone, '')).toEqual({ ok: true, at })
})
