import { z } from 'zod'
import type { Settings } from '#app/domain/edition.ts'
import type { Rung } from '#app/domain/scoring/tie-ladder.ts'
import { rungWords, tieWords } from '#app/features/moderation/words.ts'
import type { Tie } from '#app/features/moderation/ties.server.ts'
import type { AwardKind } from '#db/vocabulary.ts'

/** A decision as it is kept: sentences in which `{{id}}` stands for a name, which is looked up when it is read. */
export const recordContent = z.object({
  parts: z.array(z.object({ heading: z.string(), lines: z.array(z.string()) })),
  scores: z.array(z.object({ entry: z.string(), place: z.number().nullable(), score: z.number().nullable(), cards: z.number(), scores: z.array(z.number()) })),
  /** accounts and entries whose names stand in it */
  names: z.array(z.string()),
})
export type RecordContent = z.infer<typeof recordContent>

interface RecordRow {
  entryId: string
  place: number | null
  score: number | null
  scores: number[]
  tie: 'parted' | 'equal' | null
  by: Rung[]
}

/** Everything that a decision rested on when it was settled. */
export interface RecordFacts {
  awards: { entryId: string; kind: AwardKind; reason: string; citation: string }[]
  reason: string
  /** it does not follow the scores alone */
  differs: boolean
  rows: RecordRow[]
  cards: { counted: number; unfinished: number; outdated: number }
  /** finalists who no longer take part */
  gone: number
  rule: Pick<Settings, 'ordering' | 'quorum' | 'quorumRule' | 'oneAwardEach'> & { criteria: { name: string; weight: number }[]; calculation: string }
  sponsor: string
  /** ids of accounts; null: it was decided outside of a meeting */
  chair: string | null
  present: string[]
  out: { person: string; reason: string; ties: Tie[] }[]
  /** judges who did not score an entry because of a tie to it */
  recused: number
  /** of the chair, where the tie ladder ended */
  casts: { entry: string; words: string }[]
}

const nameOf = (id: string) => `{{${id}}}`

export function writeRecord(facts: RecordFacts): RecordContent {
  const { awards, rows, chair, present, out, casts } = facts
  const part = (heading: string, lines: (string | false)[]) => ({ heading, lines: lines.filter((line) => line !== false && line !== '') as string[] })
  return {
    parts: [
      part('What was decided', linesOfDecision(facts)),
      part('The rule in force', linesOfRule(facts)),
      part('What counted', linesOfCards(facts)),
      part('Ties, and how they were broken', linesOfTies(facts)),
      part('Who decided, and who stepped out', linesOfPeople(facts)),
    ],
    scores: rows.map(({ entryId, place, score, scores }) => ({ entry: entryId, place, score, cards: scores.length, scores })),
    names: [...new Set([...awards.map(({ entryId }) => entryId), ...rows.map(({ entryId }) => entryId), ...(chair ? [chair] : []), ...present, ...out.map(({ person }) => person), ...casts.map(({ entry }) => entry)])],
  }
}

const awardSays: Record<AwardKind, string> = { winner: 'Winner', 'highly-commended': 'Highly commended', reserve: 'Reserve' }

function linesOfDecision({ awards, reason, differs }: RecordFacts): (string | false)[] {
  const joint = awards.filter(({ kind }) => kind === 'winner').length > 1
  const lines = awards.map(({ entryId, kind, reason: why, citation }) =>
    [`${joint && kind === 'winner' ? 'Joint winner' : awardSays[kind]}: ${nameOf(entryId)}.`, why && `Why: ${why}`, citation && `Citation: “${citation}”`].filter(Boolean).join(' '))
  return [
    ...(lines.length ? lines : ['No award was given in this category.']),
    awards.length > 0 && (differs ? 'This does not follow the scores alone.' : 'This follows the order of the scores.'),
    reason && `The panel’s reason: ${reason}`,
  ]
}

function linesOfRule({ rule: { ordering, quorum, quorumRule, oneAwardEach, criteria, calculation }, sponsor }: RecordFacts): (string | false)[] {
  return [
    ordering === 'raw' ? 'Entries stand in the order of the weighted means of finished scorecards.' : 'Entries stand in the order of means from which each judge’s severity is taken off.',
    `Criteria and weights: ${criteria.map(({ name, weight }) => `${name} (${weight})`).join('; ')}.`,
    `At least ${quorum} ${quorum === 1 ? 'judge' : 'judges'} had to score an entry. With fewer, it is ${quorumRule === 'not-ranked' ? 'not ranked' : 'ranked with a warning'}.`,
    'Where means are equal: the heaviest criterion on which they differ, then the judges who scored both, then the median, then the panel.',
    oneAwardEach && 'Nobody has more than one award.',
    sponsor && `The sponsor, ${sponsor}, had no part in deciding.`,
    `The calculation is version ${calculation}.`,
  ]
}

function linesOfCards({ cards: { counted, unfinished, outdated }, gone, recused }: RecordFacts): (string | false)[] {
  return [
    `${counted === 1 ? '1 scorecard' : `${counted} scorecards`} counted.`,
    unfinished > 0 && `Not finished, and not counted: ${unfinished}.`,
    outdated > 0 && `Made on evidence or criteria that changed later, and not counted: ${outdated}.`,
    gone > 0 && `Finalists who no longer took part: ${gone}.`,
    recused > 0 && `Times a judge stepped aside from an entry while scoring: ${recused}.`,
  ]
}

function linesOfTies({ rows, casts }: RecordFacts): string[] {
  const parted = rows.filter(({ tie }) => tie === 'parted').map(({ entryId, by }) => `${nameOf(entryId)} was equal with another, and parted by ${by.map((rung) => rungWords[rung]).join(', then ')}.`)
  const equal = rows.filter(({ tie }) => tie === 'equal').map(({ entryId, place }) => `${nameOf(entryId)} stayed equal at place ${place}: the panel decided.`)
  const cast = casts.map(({ entry, words }) => `The chair’s casting decision was for ${nameOf(entry)}: ${words}`)
  return parted.length + equal.length + cast.length ? [...parted, ...equal, ...cast] : ['There were none.']
}

function linesOfPeople({ chair, present, out }: RecordFacts): (string | false)[] {
  return [
    chair === null ? 'The decision was written down outside of a meeting.' : `${nameOf(chair)} was in the chair. Present: ${present.map(nameOf).join(', ')}.`,
    ...out.map(({ person, reason, ties }) => `${nameOf(person)} stepped out: ${[...ties.map((tie) => tieWords[tie]), reason].filter(Boolean).join('; ')}.`),
    chair !== null && out.length === 0 && 'Nobody had to step out.',
  ]
}

/** With the names there are today. */
export function nameRecord({ parts, ...content }: RecordContent, names: Map<string, string>): RecordContent {
  const known = (id: string) => names.get(id) ?? 'a name we no longer hold'
  const inWords = (line: string) => line.replace(/\{\{(\w+)\}\}/g, (token, id: string) => (content.names.includes(id) ? known(id) : token))
  return { ...content, parts: parts.map(({ heading, lines }) => ({ heading, lines: lines.map(inWords) })), scores: content.scores.map((row) => ({ ...row, entry: known(row.entry) })) }
}
