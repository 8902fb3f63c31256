import { describe, expect, test } from 'vitest'
import { districtIn, placeAll, settingIn, silentDistricts } from '#app/domain/reach-places.ts'

test.each([
  ['Hallowtree Nursing Home', 'care-home'], ['Merrivane Lodge Residential Home, Plympton', 'care-home'], ['Care home worker', 'care-home'],
  ['Saltmarrow Home Care', 'home-care'], ['Salt Marrow Homecare', 'home-care'], ['Tidewell Care at Home', 'home-care'], ['Home carer', 'home-care'], ['Live-in carer', 'home-care'],
  ['Pennick Court Extra Care Housing', 'supported'], ['Brackenhythe supported living', 'supported'], ['Sable St day centre', 'day'], ['Derriford Hospital', 'hospital'], ['St Luke’s Hospice', 'hospital'],
  ['Direct payment, Peverell', 'assistant'], ['Personal assistant', 'assistant'], ['Unpaid carer', 'unpaid'], ['Cares for her husband', 'unpaid'], ['looks after his mate', 'unpaid'],
  ['Orrery House', undefined], ['Care assistant', undefined], ['Home, Plymstock', undefined], ['Saturday carer', undefined], ['', undefined],
])('“%s” says %s', (text, setting) => {
  expect(settingIn(text)).toBe(setting)
})

test.each([
  ['Merrivane Lodge, PL7', 'PL7'], ['Merrivane Lodge, pl7 1aa', 'PL7'], ['Lanterns PL4', 'PL4'], ['St Mary’s, W1A 1AA', 'W1A'], ['Leeds LS12 3AB', 'LS12'], ['M3 4NH', 'M3'],
  ['Ward B2', undefined], ['off the A38', undefined], ['3 Lanterns', undefined], ['PLYMOUTH', undefined], ['Orrery House', undefined],
])('“%s” is in %s', (text, district) => {
  expect(districtIn(text)).toBe(district)
})

describe('what one says of a place', () => {
  const place = (...written: [employer: string, job?: string][]) =>
    placeAll(written.map(([employer, job = '']) => ({ employer, job }))).map(({ setting, district }) => [setting, district])

  test('holds for others who only name it', () => {
    expect(place(['Hallowtree Nursing Home, PL9'], ['Hallowtree', 'Gardener'], ['hallowtree, Plymstock'])).toEqual([['care-home', 'PL9'], ['care-home', 'PL9'], ['care-home', 'PL9']])
  })

  test('holds for none of them when somebody says otherwise', () => {
    expect(place(['Tidewell Care at Home, PL1'], ['Tidewell Nursing Home, PL2'], ['Tidewell'])).toEqual([['home-care', 'PL1'], ['care-home', 'PL2'], [undefined, undefined]])
  })

  test('goes before what a job says, which tells of nobody else', () => {
    expect(place(['Hallowtree Nursing Home'], ['Hallowtree', 'Home carer'], ['Orrery House', 'Home carer'], ['Orrery House'])).toEqual([
      ['care-home', undefined], ['care-home', undefined], ['home-care', undefined], [undefined, undefined],
    ])
  })

  test('of a home that is somebody’s own is nobody else’s', () => {
    expect(place(['Home, Plymstock PL9'], ['at home'], ['', 'unpaid carer'])).toEqual([[undefined, 'PL9'], [undefined, undefined], ['unpaid', undefined]])
  })

  test('keeps what else the rows hold', () => {
    expect(placeAll([{ employer: 'Orrery House', job: '', count: 3 }])).toEqual([{ employer: 'Orrery House', job: '', count: 3, setting: undefined, district: undefined }])
  })
})

test('from which districts a kind of setting is not heard; one that is heard from none of them, or from all, is not told of', () => {
  const placed = [
    { setting: 'home-care', district: 'PL5' }, { setting: 'home-care', district: undefined }, { setting: 'care-home', district: 'PL5' }, { setting: 'care-home', district: 'PL7' },
    { setting: 'day', district: undefined }, { setting: undefined, district: 'PL9' },
  ] as const
  expect(silentDistricts([...placed], ['PL5', 'PL7'])).toEqual([{ setting: 'home-care', districts: ['PL7'] }])
})
