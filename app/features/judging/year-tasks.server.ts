import type { Edition } from '#app/domain/edition.ts'
import { gapsBeforeJudging, isReadyToJudge } from '#app/domain/judging-gaps.ts'
import { readProgress } from '#app/features/judging/progress.queries.server.ts'
import { listJudgingFacts } from '#app/features/judging/readiness.queries.server.ts'
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

/** What the stage asks of organisers, in the order in which it is done; none where a stage has its own list. */
export async function listYearTasks(ctx: Ctx, edition: Edition): Promise<YearTask[]> {
  if (edition.stage === 'screening') return listScreeningTasks(ctx, edition)
  return edition.stage === 'judging' ? listJudgingTasks(ctx, edition) : []
}

async function listScreeningTasks(ctx: Ctx, edition: Edition): Promise<YearTask[]> {
  const shortlists = await listShortlists(ctx, edition)
  const facts = await listJudgingFacts(ctx, edition)
  const notices = await countToTell(ctx, edition)
  const ofPanels = facts.flatMap((one) => gapsBeforeJudging(one).filter(({ at }) => at.startsWith('panels')))
  return [
    { title: 'Merge nominations of the same nominee', at: 'same', left: await countMatches(ctx, edition), of: 'look-alikes' },
    { title: 'Screen the entries', at: 'entries?show=to-screen', left: await countEntries(ctx, edition, { words: '', category: '', show: 'to-screen' }), of: 'to screen' },
    { title: 'Tell the nominees', at: 'notices', left: notices['to-tell'], of: 'to tell' },
    { title: 'Choose the finalists', at: 'shortlists', left: shortlists.filter(({ state }) => state === 'open').length, of: 'categories open' },
    { title: 'Announce the finalists', at: 'finalists', left: edition.finalists_announced_at ? 0 : 1, of: 'not yet' },
    { title: 'Invite judges', at: 'judges', left: null, of: '' },
    { title: 'Seat the panels and give them their entries', at: 'panels', left: ofPanels.length, of: 'things missing' },
    { title: 'Open judging', at: 'judging/open', left: facts.filter(isReadyToJudge).length || null, of: 'categories ready' },
  ]
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
