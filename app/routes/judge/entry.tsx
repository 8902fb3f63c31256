import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { clockText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { JudgeFrame } from '#app/features/editions/ui/frames.tsx'
import { deskPath, entryPath } from '#app/features/judging/desk.ts'
import { listCards } from '#app/features/judging/desk.queries.server.ts'
import { requireDesk, type AtDesk } from '#app/features/judging/desk.server.ts'
import { contentOn, gapsBeforeFinishing } from '#app/features/judging/scorecard.ts'
import { finishScorecard, reopenScorecard, saveScorecard } from '#app/features/judging/scoring.commands.server.ts'
import { confirmForm, contentFrom, errorsOf, scorecardForm } from '#app/features/judging/scoring.forms.ts'
import { FinishedDesk, OpenDesk, Outdated, typedOf } from '#app/features/judging/ui/desk-entry.tsx'
import { EntryFacts } from '#app/features/judging/ui/desk-panes.tsx'
import { KeptOnDevice } from '#app/features/judging/ui/kept-on-device.tsx'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import autosave from '#app/ui/autosave.ts?worker&url'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

const doneSentences = { saved: 'Your scorecard is saved.', reopened: 'Your scorecard is open again. It does not count until you finish it.' }

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, judge, desk } = await requireDesk(args)
  const { card, category, dossier, stamp } = desk
  const left = (await listCards(ctx, judge)).filter(({ progress }) => progress !== 'finished').length
  return {
    slug: edition.slug, entryId: card.entry.id, nominee: card.nominee, category: category.name, criteria: category.criteria, dossier, stamp, left,
    card: { id: card.id, version: card.version, progress: card.progress, outdated: card.outdated }, content: contentOn(category.criteria, desk.content),
    savedAt: clockText(card.savedAt, edition.time_zone), done: saidDone(args.request, doneSentences),
  }
}

/** Save, unless the address says what else. */
export async function action(args: ActionFunctionArgs) {
  const at = await requireDesk(args)
  const asked = new URL(args.request.url).searchParams
  if (asked.has('reopen')) return reopen(at, args.request)
  return asked.has('confirm') ? confirm(at, args.request) : save(at, args.request, asked.has('finish'))
}

async function save({ ctx, edition, judge, desk }: AtDesk, request: Request, finishing: boolean) {
  const { entry } = desk.card
  const { criteria } = desk.category
  const form = await readForm(request, scorecardForm(criteria))
  if (!form.ok) return formAgain(form.errors, form.values)
  const content = contentFrom(criteria, form.value)
  const saved = await saveScorecard(ctx, edition, judge, entry.id, { version: form.value.version, content })
  if (!saved.ok) return refusedForm(saved, form.values)
  if (!finishing) return seeOther(`${entryPath(edition.slug, entry.id)}?done=saved`)
  const gaps = gapsBeforeFinishing(criteria, content)
  if (gaps.length) return formAgain(errorsOf(gaps), form.values)
  const finished = await finishScorecard(ctx, edition, judge, entry.id, { version: saved.value.version, stamp: form.value.seen })
  return finished.ok ? seeOther(`${deskPath(edition.slug)}?done=finished`) : refusedForm(finished, form.values)
}

async function confirm({ ctx, edition, judge, desk }: AtDesk, request: Request) {
  const form = await readForm(request, confirmForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { version, seen: stamp } = form.value
  const confirmed = await finishScorecard(ctx, edition, judge, desk.card.entry.id, { version, stamp })
  return confirmed.ok ? seeOther(`${deskPath(edition.slug)}?done=finished`) : refusedForm(confirmed)
}

async function reopen({ ctx, edition, judge, desk }: AtDesk, request: Request) {
  const form = await readForm(request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { id } = desk.card.entry
  const opened = await reopenScorecard(ctx, edition, judge, id)
  return opened.ok ? seeOther(`${entryPath(edition.slug, id)}?done=reopened`) : refusedForm(opened)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.nominee.name ?? 'Entry'} – ${data?.category ?? ''} – Judging ${data?.slug ?? ''} – ${siteName}` }]

export default function EntryPage() {
  const { slug, entryId, nominee, category, card, done, left, ...shown } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const at = entryPath(slug, entryId)
  const finished = card.progress === 'finished' || card.progress === 'look-again'
  const props = { at, card, typed: typedOf(shown.criteria, shown.content, card.version, again?.values), errors: again?.errors ?? {}, ...shown }
  return (
    <JudgeFrame slug={slug}>
      <BackLink href={deskPath(slug)}>Your entries</BackLink>
      {again ? <ErrorSummary errors={again.errors} /> : done ? <Notice tone="success" role="status" title={done} /> : card.outdated && <Outdated finished={finished} />}
      <KeptOnDevice />
      <PageTitle caption={`${category} · ${left === 0 ? 'nothing' : left} left to finish`}>{nominee.name}</PageTitle>
      <EntryFacts nominee={nominee} stepAsideAt={`${at}/step-aside`} />
      {finished ? <FinishedDesk {...props} /> : <OpenDesk {...props} />}
      <script type="module" src={autosave} />
    </JudgeFrame>
  )
}
