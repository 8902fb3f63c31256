import type { LoaderFunctionArgs } from '@remix-run/node'
import { listMissing } from '#app/features/nominations/forms.ts'
import { requireDraft } from '#app/features/nominations/ring.server.ts'
import { findNominationOfDraft } from '#app/features/nominations/queries.server.ts'
import { seeOther } from '#app/platform/respond.server.ts'

/** Where a draft goes on: its first empty page, the check, or what became of it. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, draft, asked } = await requireDraft(args)
  const sent = await findNominationOfDraft(ctx, draft.id)
  const next = listMissing(asked, draft.answers)[0]?.step.slug ?? 'check'
  return seeOther(`/nominate/${draft.id}/${sent ? 'sent' : next}`)
}

/** Never shown: without one, who may not open the draft would be answered in JSON. */
export default function DraftAddress() {
  return null
}
