import type { LoaderFunctionArgs } from '@remix-run/node'
import { listMissing } from '#app/features/nominations/forms.ts'
import { draftPath, isChanging } from '#app/features/nominations/paths.ts'
import { requireDraft } from '#app/features/nominations/ring.server.ts'
import { seeOther } from '#app/platform/respond.server.ts'

/** Where a draft goes on: its first page that is empty or not right, the check, or what became of it. */
export async function loader(args: LoaderFunctionArgs) {
  const { draft, asked, sent } = await requireDraft(args)
  if (sent) return seeOther(draftPath(draft.id, 'sent'))
  const next = listMissing(asked, draft.answers)[0]?.step.slug ?? 'check'
  return seeOther(draftPath(draft.id, next, isChanging(args.request)))
}

/** Never shown: without one, who may not open the draft would be answered in JSON. */
export default function DraftAddress() {
  return null
}
