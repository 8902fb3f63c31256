import type { Edition } from '#app/domain/edition.ts'
import type { YearTask } from '#app/features/judging/year-tasks.server.ts'
import { listConfidants } from '#app/features/moderation/embargo.queries.server.ts'
import { listModerated } from '#app/features/moderation/moderated.queries.server.ts'
import { phaseOf, type Phase } from '#app/features/moderation/policy.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** A seal takes two, one of them somebody who organises. */
const fewestConfidants = 2

/** From the last score to the seal: how many categories wait for each step. Nothing here tells a result. */
export async function listResultTasks(ctx: Pick<Ctx, 'db'>, edition: Edition): Promise<YearTask[]> {
  if (edition.stage !== 'judging' && edition.stage !== 'ceremony') return []
  const phases = (await listModerated(ctx, edition)).map(phaseOf)
  const count = (...wanted: Phase[]) => phases.filter((phase) => wanted.includes(phase)).length
  if (edition.stage === 'ceremony') return count('amending') ? [{ title: 'Seal what is being amended', at: 'seal', left: count('amending'), of: 'being amended' }] : []
  const confidants = (await listConfidants(ctx, edition)).filter(({ isOn }) => isOn)
  const witnesses = confidants.filter(({ role }) => role === 'witness').length
  const signers = confidants.length - witnesses + Math.min(witnesses, 1)
  const unscored = count('before', 'judging')
  return [
    { title: 'Say who sees results', at: 'embargo', left: Math.max(0, fewestConfidants - signers), of: 'more to name' },
    { title: 'Close scoring', at: 'standings', left: unscored, of: 'to close' },
    { title: 'Decide', at: 'standings', left: unscored + count('deciding'), of: 'to decide' },
    { title: 'Seal, two of you', at: 'seal', left: unscored + count('deciding', 'settled', 'amending'), of: 'to seal' },
  ]
}
