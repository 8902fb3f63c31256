import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { clockText } from '#app/domain/time.ts'
import type { Criterion } from '#app/features/categories/queries.server.ts'
import { entryPath } from '#app/features/judging/desk.ts'
import { requireDesk } from '#app/features/judging/desk.server.ts'
import { requireJudge } from '#app/features/judging/guard.server.ts'
import { saveSent, type Filled } from '#app/features/judging/scoring.commands.server.ts'
import { contentFrom, scorecardForm } from '#app/features/judging/scoring.forms.ts'
import { parseForm } from '#app/platform/form.server.ts'
import { need } from '#app/platform/respond.server.ts'

/** Nothing to see here: the scorecard is. */
export async function loader(args: LoaderFunctionArgs) {
  const { edition, desk } = await requireDesk(args)
  return redirect(entryPath(edition.slug, desk.card.entry.id))
}

/** For the script of the scorecard's page: saves, and answers the version there is now. A refusal is its sentence. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, judge } = await requireJudge(args)
  const sent = await args.request.formData().catch(() => new FormData())
  const saved = need(await saveSent(ctx, edition, judge, args.params.entry ?? '', (criteria) => read(criteria, sent)))
  return Response.json({ version: saved.version, at: clockText(saved.at, edition.time_zone) })
}

function read(criteria: Criterion[], sent: FormData): Result<Filled> {
  const form = parseForm(sent, scorecardForm(criteria))
  if (!form.ok) return denied('scorecard-unreadable', { first: Object.values(form.errors)[0] ?? '' })
  return ok({ version: form.value.version, content: contentFrom(criteria, form.value) })
}
