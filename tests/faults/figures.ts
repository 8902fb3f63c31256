import { writeFileSync } from 'node:fs'

export type Figures = Record<string, number>

/** How often a fault test does the worst: little in the suite, all of it in `npm run faults`. */
export function times(inSuite: number, inFull: number): number {
  return process.env.FAULTS_FIGURES ? inFull : inSuite
}

/** For `npm run faults`, which prints them; in the suite nobody asks. */
export function noteFigures(figures: Figures): void {
  if (process.env.FAULTS_FIGURES) writeFileSync(process.env.FAULTS_FIGURES, JSON.stringify(figures))
}
