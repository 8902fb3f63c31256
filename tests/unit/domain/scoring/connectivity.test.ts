import { describe, expect, test } from 'vitest'
import { componentsOf, connectivityOf } from '#app/domain/scoring/connectivity.ts'
import { panelOf } from '#app/domain/scoring/panel.ts'
import { scoresFrom } from '#tests/unit/domain/scoring/panels.ts'

/** "A1 B2": who scored what. */
const panelWith = (cells: string) => panelOf(scoresFrom(cells.split(' ').map((cell) => [cell[0]!, `J${cell.slice(1)}`, 1])))

describe('connection', () => {
  test('components, and the pair of judges who share least', () => {
    // A path of weights 1 and 1/2: the eigenvalues solve x² - 3x + 3/2 = 0.
    const panel = panelOf(scoresFrom([['A', 'J1', 1], ['A', 'J2', 1], ['B', 'J1', 1], ['B', 'J2', 1], ['C', 'J2', 1], ['C', 'J3', 1]]))
    expect(connectivityOf(panel)).toEqual({ components: 1, fiedler: expect.closeTo((3 - Math.sqrt(3)) / 2, 12), thinnest: { judges: ['J1', 'J3'], shared: 0 } })
    expect(connectivityOf(panelOf(scoresFrom([['A', 'J1', 1], ['B', 'J2', 1]])))).toEqual({ components: 2, fiedler: 0, thinnest: { judges: ['J1', 'J2'], shared: 0 } })
    expect(connectivityOf(panelOf(scoresFrom([['A', 'J1', 1]])))).toEqual({ components: 1, fiedler: null, thinnest: null })
  })

  test('of two judges: how many entries they share', () => {
    expect(connectivityOf(panelWith('A1 A2 B1 B2 C1 C2'))).toEqual({ components: 1, fiedler: expect.closeTo(3, 12), thinnest: { judges: ['J1', 'J2'], shared: 3 } })
  })
  test('of several pairs that share as little, the first is named', () => {
    expect(connectivityOf(panelWith('A1 A2 A3 B1 B2 C2 C3')).thinnest).toEqual({ judges: ['J1', 'J3'], shared: 1 })
    expect(connectivityOf(panelWith('A1 A2 B2 B3 C3 C4')).thinnest).toEqual({ judges: ['J1', 'J3'], shared: 0 })
  })
  test('pairs of more than a thousand judges are not looked at', () => {
    const many = panelWith(Array.from({ length: 1001 }, (_, j) => `A${j}`).join(' '))
    expect(connectivityOf(many)).toEqual({ components: 1, fiedler: null, thinnest: null })
  })
})

test('components are numbered as their first entries come', () => {
  const { count, ofRow, ofCol } = componentsOf(panelWith('A3 B1 C3 C4 D2 E1 E2').scores)
  expect([count, [...ofRow], [...ofCol]]).toEqual([2, [0, 1, 0, 1, 1], [1, 1, 0, 0]])
})
