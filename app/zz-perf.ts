import { suggestPairs } from '#app/domain/matching/suggest.ts'
const size = Number(process.argv[2] ?? 100000)
let seed = 7; const rnd = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff
const syl = ['ba','ko','ri','ta','sha','mel','wo','den','ful','gra','ny','ti','lo','sur','pen','tre','cam','vid','ash','wick']
const word = (n: number) => Array.from({ length: n }, () => syl[Math.floor(rnd() * syl.length)]).join('')
const zipf = <T>(list: T[]) => list[Math.floor(list.length * Math.pow(rnd(), 2.5))]!
const given = ['Sarah','Emma','Karen','Liz','Elizabeth','David','Dave','Mohammed','Mo','Agnieszka','Chris','Christine','Susan','Sue','Jo','Joanne','Paul','Maria','Anna','Kate','Katherine', ...Array.from({ length: 700 }, () => word(2))]
const family = Array.from({ length: 12000 }, () => word(3))
const places = Array.from({ length: 2500 }, () => `${word(3)} ${['House','Lodge','Court','Care','Home Care'][Math.floor(rnd() * 5)]}`)
const jobs = ['Carer', 'Care assistant', 'Support worker', 'Nurse', 'Manager', 'Cook', 'Night carer', 'Activities coordinator']
const cap = (s: string) => s.split(' ').map((w) => w[0]!.toUpperCase() + w.slice(1)).join(' ')
const all = Array.from({ length: size }, (_, i) => ({ id: String(i), kind: rnd() < 0.05 ? 'team' as const : 'person' as const, name: cap(`${zipf(given)} ${zipf(family)}`), job: zipf(jobs), employer: cap(zipf(places)), reach: '' }))
for (const n of [160, 800, 800, 10000, size]) {
  const t = performance.now(); const got = suggestPairs(all.slice(0, n)); console.log(n, got.length, Math.round(performance.now() - t), 'ms', Math.round(process.memoryUsage().rss / 1e6), 'MB')
}
