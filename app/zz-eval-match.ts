import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
const { suggestPairs } = await import('/work/main/app/domain/matching/suggest.ts')
const kinds: any = { 'A person': 'person', 'A team': 'team', 'A service': 'service' }
const rows: any[] = parse(readFileSync(process.argv[2] ?? '/work/shared/reference/data/nominations-forms-export.csv'), { bom: true, columns: true, relax_column_count: true })
const truth = JSON.parse(readFileSync(process.argv[3] ?? '/work/shared/reference/data/nominations-truth.json', 'utf8'))
const all = rows.map((r) => ({ id: r.ID, kind: kinds[r['Are they a person or a team or a service?']], name: r['Who are you nominating?'], job: r['Their job'], employer: r['Where do they work?'], reach: r['How can we reach them?'] }))
const by = new Map(all.map((a) => [a.id, a]))
const key = (a: any, b: any) => [Number(a), Number(b)].sort((x, y) => x - y).join('-')
const want = new Set<string>(truth.clusters.flatMap((c: any) => c.rows.flatMap((a: number, i: number) => c.rows.slice(i + 1).map((b: number) => key(a, b)))))
const t0 = performance.now()
const got = suggestPairs(all)
const ms = performance.now() - t0
const gotKeys = new Map(got.map((g: any) => [key(g.one, g.other), g]))
const hit = [...gotKeys.keys()].filter((k) => want.has(k)).length
const show = (k: string) => k + '  ' + k.split('-').map((i) => { const d = by.get(i)!; return [d.name, d.job, d.employer].join(' | ') }).join('   <>   ')
console.log('FALSE'); for (const [k, g] of gotKeys as any) if (!want.has(k)) console.log(' ', g.likelihood, show(k), '\n      ', g.reasons.join('; '))
console.log('MISSED'); for (const k of want) if (!gotKeys.has(k)) console.log('  ', show(k))
console.log('NOT SAME', truth.notSame.filter(([a, b]: any) => gotKeys.has(key(a, b))))
console.log({ pairs: got.length, want: want.size, precision: hit / got.length, recall: hit / want.size, ms })
if (process.argv[4]) for (const [k, g] of gotKeys as any) console.log(g.likelihood, show(k), '::', g.reasons.join('; '))
