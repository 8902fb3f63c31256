import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publishedSealSchema, type PublishedSeal } from '#app/domain/seal-file.ts'
import { canonicalJson, rootOf, sealResults, verifySeal, type SealedResults } from '#app/domain/seal.ts'

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const nonce = 'a'.repeat(64)

function results(category: string, number = 1): SealedResults {
  return {
    edition: '2027', category, number, awards: [{ place: 1, kind: 'winner', entry: 'e1' }], settings: 7,
    standings: [{ entry: 'e1', scores: 3, place: 1, raw: 1 / 3, adjusted: null, rawPlace: 1, adjustedPlace: null, pFirst: 1 }],
    method: { ordering: 'raw', calibration: 'reml', version: '1', seed: 1, quorum: 3, quorumRule: 'not-ranked', criteria: [{ id: 'C1', name: 'Care', weight: 100, min: 0, max: 5 }] },
    sheet: { entries: ['e1'], unplaced: [], cards: [] },
  }
}
const name = { entry: 'e1', name: 'Zoë O’Brien', salt: 'b'.repeat(64) }

/** Two categories, the first revealed. */
function published(): PublishedSeal {
  const leaves = ['care', 'team'].map((category) => {
    const { leaf, hash } = sealResults(results(category), [name], nonce, digest)
    const opened = category === 'care' ? { leaf, nonce, names: [{ ...name }] } : null
    return { category, title: `The ${category}`, number: 1, hash, sealedAt: '2027-02-27T10:00:00.000Z', reason: '', opened }
  })
  const roots = leaves.map((_, index) => ({ number: index + 1, madeAt: '2027-02-27T10:00:00.000Z', ...rootOf(leaves.slice(0, index + 1).map(({ hash }) => hash), digest) }))
  return publishedSealSchema.parse({ format: 'seal-1', edition: '2027', leaves, roots })
}
const faults = async (seal: PublishedSeal) => (await verifySeal(seal, digest)).faults
const flipped = (hex: string) => (hex.startsWith('0') ? '1' : '0') + hex.slice(1)

test('JSON is written in one way', () => {
  expect(canonicalJson({ b: [1, null, 'é"'], a: { z: true, A: 0.1 } })).toBe('{"a":{"A":0.1,"z":true},"b":[1,null,"é\\""]}')
  expect(() => canonicalJson([NaN])).toThrow('NaN')
})

test('canonical JSON says what JSON says, whatever the order of keys', () => {
  fc.assert(fc.property(fc.dictionary(fc.string().filter((key) => key !== '__proto__'), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (record) => {
    const turned = Object.fromEntries(Object.entries(record).reverse())
    expect(canonicalJson(turned)).toBe(canonicalJson(record))
    expect(JSON.parse(canonicalJson(record))).toEqual({ ...record })
  }))
})

test('the hash is the one that anybody can make with sha256sum', () => {
  const { leaf, hash } = sealResults(results('care'), [name], nonce, digest)
  expect(hash).toBe(digest(`leaf\n${nonce}\n${leaf}`))
  expect(JSON.parse(leaf)).toEqual({ ...results('care'), names: { e1: digest(`name\n${name.salt}\n${name.name}`) } })
  expect(rootOf(['b', 'a'], digest)).toEqual({ root: digest('root\na\nb'), leaves: ['a', 'b'] })
})

test('a leaf holds no name', () => {
  expect(sealResults(results('care'), [name], nonce, digest).leaf).not.toContain('Brien')
})

test('what was sealed verifies, in the browser as well', async () => {
  expect(await verifySeal(published(), digest)).toEqual({ faults: [], opened: 1, closed: 1 })
  const subtle = async (text: string) => Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('hex')
  expect(await verifySeal(published(), subtle)).toEqual({ faults: [], opened: 1, closed: 1 })
})

test('an erased name leaves the rest verifiable', async () => {
  const seal = published()
  seal.leaves[0]!.opened!.names = []
  expect(await faults(seal)).toEqual([])
})

describe('tampering shows', () => {
  const opened = (seal: PublishedSeal) => seal.leaves[0]!.opened!
  test.each<[string, (seal: PublishedSeal) => void, string]>([
    ['another winner', (seal) => (opened(seal).leaf = opened(seal).leaf.replace('"winner"', '"reserve"')), 'The care, seal 1: the text is not what was sealed.'],
    ['another nonce', (seal) => (opened(seal).nonce = flipped(nonce)), 'The care, seal 1: the text is not what was sealed.'],
    ['another name', (seal) => (opened(seal).names[0]!.name = 'Somebody Else'), 'The care, seal 1: “Somebody Else” is not the name that was sealed.'],
    ['a name for no entry', (seal) => (opened(seal).names[0]!.entry = 'e9'), 'The care, seal 1: “Zoë O’Brien” is not the name that was sealed.'],
    ['a text put under another category', (seal) => (seal.leaves[0]!.category = 'team'), 'The care, seal 1: the text is of another seal.'],
    ['another edition', (seal) => (seal.edition = '2028'), 'The care, seal 1: the text is of another seal.'],
    ['another number', (seal) => (seal.leaves[0]!.number = 2), 'The care, seal 2: the text is of another seal.'],
    ['another hash', (seal) => (seal.leaves[1]!.hash = flipped(seal.leaves[1]!.hash)), 'The newest root does not hold the seals that are listed.'],
    ['a seal left out', (seal) => seal.leaves.pop(), 'The newest root does not hold the seals that are listed.'],
    ['another root', (seal) => (seal.roots[1]!.root = flipped(seal.roots[1]!.root)), 'Root 2 is not the hash of its leaves.'],
    ['a root left out', (seal) => seal.roots.shift(), 'Root 2 does not follow from the one before: a seal was taken out or changed.'],
  ])('%s', async (_, tamper, fault) => {
    const seal = published()
    tamper(seal)
    expect(await faults(seal)).toEqual([fault])
  })
})

describe('roots', () => {
  const hash = (text: string) => digest(text)
  /** A seal of these leaves, with roots over the lists given. */
  const sealed = (leaves: string[], roots: string[][]): PublishedSeal => publishedSealSchema.parse({
    format: 'seal-1', edition: '2027',
    leaves: leaves.map((one) => ({ category: one, title: one, number: 1, hash: hash(one), sealedAt: '', reason: '', opened: null })),
    roots: roots.map((list, index) => ({ number: index + 1, madeAt: '', ...rootOf(list.map(hash), digest) })),
  })
  const notFollowing = (number: number) => `Root ${number} does not follow from the one before: a seal was taken out or changed.`
  test.each<[string, PublishedSeal, string[]]>([
    ['nothing is sealed yet', sealed([], []), []],
    ['the order in which leaves and roots are listed says nothing', { ...sealed(['a', 'b', 'c'], [['c'], ['c', 'a'], ['b', 'a', 'c']]), roots: sealed([], [['c'], ['c', 'a'], ['b', 'a', 'c']]).roots.reverse() }, []],
    ['a root with two leaves more', sealed(['a', 'b', 'c'], [['a'], ['a', 'b', 'c']]), [notFollowing(2)]],
    ['a root with no leaf more', sealed(['a'], [['a'], ['a']]), [notFollowing(2)]],
    ['a leaf put in the place of another', sealed(['b', 'c'], [['a'], ['b', 'c']]), [notFollowing(2)]],
    ['leaves and no root', sealed(['a'], []), ['The newest root does not hold the seals that are listed.']],
  ])('%s', async (_, seal, said) => expect(await faults(seal)).toEqual(said))
})
