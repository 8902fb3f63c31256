import { canOrganise } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { gapsBeforeJudging, isReadyToJudge, type JudgingFacts } from '#app/domain/judging-gaps.ts'
import { canEnter } from '#app/features/assisted/policy.ts'
import { countToEnter } from '#app/features/assisted/queries.server.ts'
import { countWaitingFiles } from '#app/features/importing/queries.server.ts'
import { readProgress } from '#app/features/judging/progress.queries.server.ts'
import { listJudgingFacts } from '#app/features/judging/readiness.queries.server.ts'
import { countToLookAt } from '#app/features/nominations/looking.server.ts'
import { countMatches } from '#app/features/screening/matches.queries.server.ts'
import { countToTell } from '#app/features/screening/notices.queries.server.ts'
import { countEntries } from '#app/features/screening/screening.queries.server.ts'
import { listShortlists } from '#app/features/shortlisting/queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** A part of a stage: what is left of it, and where it is done, below the edition's own address among organisers' pages. */
export interface YearTask {
  title: string
  at: string
  /** null: it is not counted; 0: done */
  left: number | null
  /** what `left` counts: "to screen" */
  of: string
}

/** What the stage asks of whoever looks, in the order in which it is done; none where a stage has its own list. */
export async function listYearTasks(ctx: Ctx, edition: Edition): Promise<YearTask[]> {
  if (!canOrganise(ctx.actor, edition.id)) return listAssistantTasks(ctx, edition)
  switch (edition.stage) {
    case 'nominating': return waiting([...(await listIntakeTasks(ctx, edition)), ...(await listReadingTasks(ctx, edition))])
    case 'screening': return [...waiting(await listIntakeTasks(ctx, edition)), ...(await listReadingTasks(ctx, edition)), ...(await listFinalistTasks(ctx, edition))]
    case 'judging': return listJudgingTasks(ctx, edition)
    case 'preparing': case 'ceremony': case 'archived': return []
  }
}

/** Without what needs nobody now: while more comes in, nothing of it is done for good. */
function waiting(tasks: YearTask[]): YearTask[] {
  return tasks.filter(({ left }) => left !== 0)
}

/** Assistants enter for others and see to their receipts. */
async function listAssistantTasks(ctx: Ctx, edition: Edition): Promise<YearTask[]> {
  return edition.stage === 'nominating' || edition.stage === 'screening' ? waiting(await listEnteringTasks(ctx, edition)) : []
}

async function listEnteringTasks(ctx: Ctx, edition: Edition): Promise<YearTask[]> {
  const { begun, receipts } = await countToEnter(ctx, edition)
  return [
    { title: 'Finish what was begun by phone or on paper', at: 'enter', left: canEnter(ctx.actor, edition).ok ? begun : 0, of: 'not sent' },
    { title: 'Give receipts by letter or telephone', at: 'enter', left: receipts, of: 'to give' },
  ]
}

/** What comes in and stops on its way. */
async function listIntakeTasks(ctx: Ctx, edition: Edition): Promise<YearTask[]> {
  return [
    { title: 'Look at nominations that stand out', at: 'nominations?look=first', left: await countToLookAt(ctx, edition), of: 'to look at first' },
    ...(await listEnteringTasks(ctx, edition)),
    { title: 'Take in files of nominations', at: 'imports', left: await countWaitingFiles(ctx, edition), of: 'waiting' },
  ]
}

/** What is done with each nomination, from the first day. */
async function listReadingTasks(ctx: Ctx, edition: Edition): Promise<YearTask[]> {
  const notices = await countToTell(ctx, edition)
  return [
    { title: 'Merge nominations of the same nominee', at: 'same', left: await countMatches(ctx, edition), of: 'look-alikes' },
    { title: 'Screen the entries', at: 'entries?show=to-screen', left: await countEntries(ctx, edition, { words: '', category: '', show: 'to-screen' }), of: 'to screen' },
    { title: 'Tell the nominees', at: 'notices', left: notices['to-tell'], of: 'to tell' },
    ...waiting([{ title: 'See to notices that are late', at: 'notices?show=overdue', left: notices.overdue, of: 'overdue' }]),
  ]
}

async function listFinalistTasks(ctx: Ctx, edition: Edition): Promise<YearTask[]> {
  const shortlists = await listShortlists(ctx, edition)
  const facts = await listJudgingFacts(ctx, edition)
  return [
    { title: 'Choose the finalists', at: 'shortlists', left: shortlists.filter(({ state }) => state === 'open').length, of: 'categories open' },
    { title: 'Announce the finalists', at: 'finalists', left: edition.finalists_announced_at ? 0 : 1, of: 'not yet' },
    { title: 'Invite judges', at: 'judges', left: null, of: '' },
    { title: 'Seat the panels and give them their entries', at: 'panels', left: facts.filter(waitsForPanel).length, of: 'to see to' },
    { title: 'Open judging', at: 'judging/open', left: facts.filter(isReadyToJudge).length || null, of: 'categories ready' },
  ]
}

/** Whether a category's panel has not all its judges and entries: before the shortlist is finished it cannot. */
function waitsForPanel(facts: JudgingFacts): boolean {
  return facts.state === 'open' || gapsBeforeJudging(facts).some(({ at }) => at.startsWith('panels'))
}

async function listJudgingTasks(ctx: Ctx, edition: Edition): Promise<YearTask[]> {
  const { judges } = await readProgress(ctx, edition)
  const sum = (progress: 'to-do' | 'in-progress' | 'look-again') => judges.reduce((total, { counts }) => total + counts[progress], 0)
  const facts = await listJudgingFacts(ctx, edition)
  const waiting = facts.filter(({ state }) => state === 'open' || state === 'shortlisted').length
  return [
    { title: 'Follow the scorecards', at: 'judging', left: sum('to-do') + sum('in-progress'), of: 'to finish' },
    { title: 'Evidence that changed', at: 'judging', left: sum('look-again'), of: 'to look at again' },
    { title: 'Open judging of the other categories', at: 'judging/open', left: waiting, of: 'not open' },
  ]
}
