import type { LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import type { Edition } from '#app/domain/edition.ts'
import type { startForm } from '#app/features/nominations/forms.ts'
import { nominatorIn, type Answers } from '#app/features/nominations/journey.ts'
import { getAsked } from '#app/features/nominations/queries.server.ts'
import { listHeld } from '#app/features/nominations/ring.server.ts'

/** What this device holds: drafts to go on with, and who nominated from it last, who need not be asked again. */
export interface OnDevice {
  begun: { id: string; nomineeName: string }[]
  nominator?: { from: string; name: string }
}

export async function readDevice(args: LoaderFunctionArgs, edition: Edition): Promise<OnDevice> {
  const held = await listHeld(args, edition)
  const last = held.find(({ answers }) => answers.nominatorName)
  return {
    begun: held.filter((one) => !one.sent).map(({ id, answers: { name = '' } }) => ({ id, nomineeName: name })),
    nominator: last && { from: last.id, name: last.answers.nominatorName ?? '' },
  }
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
