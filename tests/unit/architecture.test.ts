import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/**
 * The house of the README: a file may import what stands below it. Features stand in the order of the awards year;
 * people come after editions, as a role is held in one.
 */
const features = [
  'audit', 'messages', 'editions', 'people', 'categories', 'nominations', 'questions', 'attachments', 'assisted', 'importing', 'reach', 'screening', 'shortlisting', 'judging',
  'moderation', 'meeting', 'ceremony', 'winners', 'certificates', 'exports', 'privacy',
]
const featureOf = (file: string) => /^app\/features\/([^/]+)\//.exec(file)?.[1]

function floorOf(file: string): number {
  const feature = featureOf(file)
  if (feature) return features.includes(feature) ? 3 + features.indexOf(feature) / 100 : NaN
  return [/^db\//, /^app\/(domain|ui)\//, /^app\/platform\//, /^app\/features\//, /^app\/routes\//, /^app\/[^/]+$/, /^tests\//]
    .findIndex((floor) => floor.test(file))
}

interface Import {
  from: string
  to: string
  typeOnly: boolean
}

/** Each rule answers true for an import that breaks it. */
const rules: Record<string, (one: Import) => boolean> = {
  'imports from a higher floor': ({ from, to }) => isOurs(to) && !(floorOf(to) <= floorOf(from)),
  'domain imports more than the rulebook needs': ({ from, to, typeOnly }) =>
    from.startsWith('app/domain/') && !/^(app\/domain\/|db\/vocabulary\.ts$|zod$)/.test(to) && !(typeOnly && to === 'db/schema.ts'),
  'ui imports more than a design system needs': ({ from, to }) =>
    from.startsWith('app/ui/') && !/^(app\/ui\/|app\/domain\/words\.ts$|react$)/.test(to),
  'a route or ui knows of SQL': ({ from, to, typeOnly }) =>
    /^app\/(routes|features\/.*\/ui)\//.test(from) && /^(db\/(?!vocabulary)|kysely$)/.test(to) && !typeOnly,
  'a route imports a route': ({ from, to }) => from.startsWith('app/routes/') && isRoute(to),
  'is not written from its root': ({ from, to }) => to.startsWith('.') && !from.endsWith('.js'),
  'a file for the browser imports server code': ({ from, to, typeOnly }) => reachesBrowser(from) && isServerOnly(to) && !typeOnly,
}
const isOurs = (to: string) => /^(app|db|tests)\//.test(to)
const isRoute = (file: string) => /^app\/routes\/[^/]+\/[^/]+$/.test(file)
/** Routes may: Remix takes loaders and actions out of what the browser gets. */
const reachesBrowser = (file: string) => /^app\/(domain|ui|platform|features)\//.test(file) && !file.includes('.server.')
const isServerOnly = (to: string) => to.includes('.server.') || to.startsWith('node:')

function findFaults(imports: Import[]): string[] {
  const broken = imports.flatMap((one) =>
    Object.entries(rules).filter(([, breaks]) => breaks(one)).map(([rule]) => `${rule}: ${one.from} → ${one.to}`))
  return [...broken, ...findCycles(imports)]
}

function findCycles(imports: Import[]): string[] {
  const targets = Map.groupBy(imports.filter((one) => isOurs(one.to)), (one) => one.from)
  const done = new Set<string>()
  const walk = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [`cycle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`]
    if (done.has(file)) return []
    const found = (targets.get(file) ?? []).flatMap((one) => walk(one.to, [...path, file]))
    done.add(file)
    return found
  }
  return [...targets.keys()].flatMap((file) => walk(file, []))
}

const importPattern = /^\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|^import\s+'([^']+)'/gm

function readImports(): Import[] {
  return globSync('{app,db,tests}/**/*.{ts,tsx,js}').flatMap((from) =>
    [...readFileSync(from, 'utf8').matchAll(importPattern)].map(([, type, ...to]) =>
      ({ from, to: (to.find(Boolean) ?? '').replace(/^#/, '').replace(/\?.*/, ''), typeOnly: type !== undefined })))
}

test('the code keeps to its house', () => {
  const imports = readImports()
  expect(imports.length).toBeGreaterThan(200)
  expect(findFaults(imports)).toEqual([])
})

describe('each rule finds the fault planted for it', () => {
  const planted: [rule: string, from: string, to: string, typeOnly?: boolean][] = [
    ['imports from a higher floor', 'app/features/editions/commands.server.ts', 'app/features/nominations/policy.ts'],
    ['imports from a higher floor', 'app/platform/log.server.ts', 'app/features/audit/record.server.ts'],
    ['imports from a higher floor', 'db/schema.ts', 'app/domain/time.ts', true],
    ['imports from a higher floor', 'app/server.ts', 'tests/factories/index.ts'],
    ['imports from a higher floor', 'app/features/audit/record.server.ts', 'app/features/unheard-of/policy.ts'],
    ['domain imports more than the rulebook needs', 'app/domain/time.ts', 'db/schema.ts'],
    ['domain imports more than the rulebook needs', 'app/domain/time.ts', 'react'],
    ['ui imports more than a design system needs', 'app/ui/field.tsx', 'app/domain/edition.ts'],
    ['ui imports more than a design system needs', 'app/ui/field.tsx', 'db/vocabulary.ts', true],
    ['is not written from its root', 'app/features/people/policy.ts', './forms.ts'],
    ['a route or ui knows of SQL', 'app/routes/public/home.tsx', 'kysely'],
    ['a route imports a route', 'app/routes/public/home.tsx', 'app/routes/resources/refused.tsx'],
    ['a file for the browser imports server code', 'app/features/people/policy.ts', 'app/platform/tokens.server.ts'],
    ['a file for the browser imports server code', 'app/features/people/ui/list.tsx', 'node:crypto'],
  ]
  test.each(planted)('%s: %s → %s', (rule, from, to, typeOnly = false) => {
    expect(findFaults([{ from, to, typeOnly }])).toEqual([`${rule}: ${from} → ${to}`])
  })

  test('a cycle', () => {
    const imports = [['db/a.ts', 'db/b.ts'], ['db/b.ts', 'db/c.ts'], ['db/c.ts', 'db/a.ts']].map(([from = '', to = '']) => ({ from, to, typeOnly: true }))
    expect(findFaults(imports)).toEqual(['cycle: db/a.ts → db/b.ts → db/c.ts → db/a.ts'])
  })
})
