import type { LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import type { Edition } from '#app/domain/edition.ts'
import type { startForm } from '#app/features/nominations/forms.ts'
import { nominatorIn, type Answers } from '#app/features/nominations/journey.ts'
import { canWrite } from '#app/features/nominations/policy.ts'
import { findNominationOfDraft, getAsked, type DraftLine } from '#app/features/nominations/queries.server.ts'
import { listHeld } from '#app/features/nominations/ring.server.ts'
import { hasUnsentChanges } from '#app/features/nominations/status.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { NominationState } from '#db/vocabulary.ts'

/** How something on a device stands: not sent, sent and as it was sent, sent with changes that are not, or withdrawn. */
export type Standing = 'begun' | 'changed' | NominationState

/** What this device holds: what was begun and sent on it, and who nominated from it last, who need not be asked again. */
export interface OnDevice {
  held: { id: string; nomineeName: string; standing: Standing }[]
  nominator?: { from: string; name: string }
}

export async function readDevice(args: LoaderFunctionArgs, edition: Edition): Promise<OnDevice> {
  const held = await listHeld(args, edition)
  const last = held.find(({ answers }) => answers.nominatorName)
  return {
    held: await Promise.all(held.map(async (one) => ({ id: one.id, nomineeName: one.answers.name ?? '', standing: await standingOf(args.context.ctx, edition, one) }))),
    nominator: last && { from: last.id, name: last.answers.nominatorName ?? '' },
  }
}

async function standingOf(ctx: Ctx, edition: Edition, { id, sent, touched }: DraftLine): Promise<Standing> {
  if (!sent) return 'begun'
  const nomination = touched && sent === 'live' ? await findNominationOfDraft(ctx, id) : undefined
  const changed = nomination && canWrite(edition, nomination).ok && (await hasUnsentChanges(ctx, await getAsked(ctx, edition), nomination))
  return changed ? 'changed' : sent
}

/** What a new draft begins with: who nominates, from another draft of this device, and what "Help me choose" led to. What is not there, or does not fit, is asked. */
export async function knownFrom(args: LoaderFunctionArgs, edition: Edition, { from, kind, category }: z.infer<typeof startForm>): Promise<Partial<Answers>> {
  const source = from && (await listHeld(args, edition)).find(({ id }) => id === from)
  const { categories } = await getAsked(args.context.ctx, edition)
  const chosen = categories.find(({ slug }) => slug === category)
  return {
    ...(source && nominatorIn(source.answers)),
    ...(chosen && { categories: [chosen.id], kind: chosen.kinds.find((one) => one === kind) }),
  }
}
