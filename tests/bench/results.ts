import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { effectsOf } from '#app/domain/scoring/effects.ts'
import { firstPlaceProbabilities } from '#app/domain/scoring/first-place.ts'
import { crossedFrom, type Crossed } from '#app/domain/scoring/panel.ts'
import { randomFrom } from '#app/domain/scoring/random.ts'
import { fitReml } from '#app/domain/scoring/reml.ts'
import { workOut } from '#app/domain/scoring/standings.ts'
import { seconds } from '#app/domain/time.ts'
import type { Bench, Row } from '#tests/bench/types.ts'

/** [entries, judges, scores of each entry, rounds]. The first is a category as ours are. */
const panels = [[40, 10, 5, 5], [200, 20, 5, 5], [2000, 100, 5, 5], [20_000, 500, 5, 3], [100_000, 1000, 10, 3]] as const
const timesFaster = 10

/** Severity by REML and P(first) by sampling, from 200 scores to a million, with R's lme4 beside it where that is installed. */
export async function measureResults({ folder }: Bench): Promise<Row[]> {
  const rows: Row[] = []
  let before: { scores: number; fit: number } | undefined
  for (const [entries, judges, each, rounds] of panels) {
    const table = makePanel(entries, judges, each)
    const scores = table.y.length
    const fit = fitReml(table)
    const took = { fit: median(rounds, () => fitReml(table)), sampling: median(rounds, () => firstPlaceProbabilities(effectsOf(fit, 'entries'), 1)) }
    const peer = scores > 200 ? askLme4(table, join(folder, 'scores.csv')) : undefined
    const apart = peer && Math.max(Math.abs(fit.varEntry / peer.varEntry - 1), Math.abs(fit.varJudge / peer.varJudge - 1), Math.abs(fit.varResidual / peer.varResidual - 1))
    rows.push({
      name: `results of ${scores} scores`,
      figures: {
        'fit ms': Math.round(took.fit), 'sampling ms': Math.round(took.sampling), 'most MB': Math.round(process.resourceUsage().maxRSS / 1000),
        ...(before && { 'growth (power of n)': (Math.log(took.fit / before.fit) / Math.log(scores / before.scores)).toFixed(2) }),
        ...(peer && { 'lme4 ms': Math.round(peer.ms), 'times faster': (peer.ms / took.fit).toFixed(1), 'variances apart': apart!.toExponential(0) }),
        ...(scores === 200 && { 'whole standings ms': Math.round(median(rounds, () => workOut(sheetFrom(table)))) }),
      },
      ...(peer
        ? { wanted: `${timesFaster} times as fast as lme4, variances within 1e-4`, held: peer.ms >= timesFaster * took.fit && apart! < 1e-4 }
        : { wanted: 'a fit under 10 s (lme4 is not here to compare)', held: took.fit < seconds(10) }),
    })
    before = { scores, fit: took.fit }
  }
  return Promise.resolve(rows)
}

/** Each entry scored by `each` judges drawn at random; standard deviations 1, 0.8 and 0.8. */
function makePanel(entries: number, judges: number, each: number): Crossed {
  const { normal } = randomFrom(entries)
  const draw = () => Float64Array.from({ length: Math.max(entries, judges) }, () => normal())
  const [merit, severity] = [draw(), draw()]
  const cells = Array.from({ length: entries }, () => {
    const sat = new Set<number>()
    while (sat.size < each) sat.add(Math.floor(Math.abs(normal() * 1e6)) % judges)
    return [...sat]
  })
  const row = Int32Array.from(cells.flatMap((sat, i) => sat.map(() => i)))
  const col = Int32Array.from(cells.flat())
  return crossedFrom(entries, judges, row, col, Float64Array.from(row, (i, cell) => 5 + merit[i]! + 0.8 * severity[col[cell]!]! + 0.8 * normal()))
}

function sheetFrom({ rows, start, col, y }: Crossed) {
  const marks = Array.from({ length: rows }, (_, i) => Array.from({ length: start[i + 1]! - start[i]! }, (__, k) =>
    ({ entry: `E${i}`, judge: `J${col[start[i]! + k]!}`, criterion: 'overall', score: y[start[i]! + k]! }))).flat()
  return { entries: marks.map(({ entry }) => entry), criteria: [{ id: 'overall', weight: 1 }], marks }
}

function median(rounds: number, work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  return times.sort((a, b) => a - b)[rounds >> 1]!
}

const script = `
suppressMessages(library(lme4))
d <- read.csv(commandArgs(TRUE)[1], colClasses = c("factor", "factor", "numeric"))
ms <- 1000 * system.time(m <- lmer(y ~ 1 + (1 | entry) + (1 | judge), d))[["elapsed"]]
v <- VarCorr(m)
cat(sprintf("%.12g", c(ms, v$entry[1], v$judge[1], sigma(m)^2)))
`

/** The same fit by lme4, without its reading of the file; undefined where R or lme4 is not installed. */
function askLme4({ rows, start, col, y }: Crossed, file: string) {
  const lines = ['entry,judge,y']
  for (let i = 0; i < rows; i++) for (let cell = start[i]!; cell < start[i + 1]!; cell++) lines.push(`${i},${col[cell]},${y[cell]}`)
  writeFileSync(file, lines.join('\n'))
  try {
    const said = execFileSync('Rscript', ['-e', script, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    const [ms = NaN, varEntry = NaN, varJudge = NaN, varResidual = NaN] = said.trim().split(/\s+/).map(Number)
    return { ms, varEntry, varJudge, varResidual }
  } catch {
    return undefined
  }
}
