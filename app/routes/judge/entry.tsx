import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { clockText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { JudgeFrame } from '#app/features/editions/ui/frames.tsx'
import { deskPath, entryPath } from '#app/features/judging/desk.ts'
import { listCards } from '#app/features/judging/desk.queries.server.ts'
import { requireDesk, type AtDesk } from '#app/features/judging/desk.server.ts'
import { contentOn, countGiven, gapsBeforeFinishing, sameContent } from '#app/features/judging/scorecard.ts'
import { finishScorecard, reopenScorecard, saveScorecard } from '#app/features/judging/scoring.commands.server.ts'
import { confirmForm, contentFrom, errorsOf, scorecardForm, valuesOf } from '#app/features/judging/scoring.forms.ts'
import { DeskBar, DeskPanes, EntryFacts, Evidence } from '#app/features/judging/ui/desk-panes.tsx'
import { OtherVersion } from '#app/features/judging/ui/scorecard-other.tsx'
import { ScorecardForm } from '#app/features/judging/ui/scorecard-form.tsx'
import { FinishedActs, ScorecardRead } from '#app/features/judging/ui/scorecard-read.tsx'
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
  const { slug, entryId, nominee, category, dossier, card, done, left } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const finished = card.progress === 'finished' || card.progress === 'look-again'
  return (
    <JudgeFrame slug={slug}>
      <BackLink href={deskPath(slug)}>Your entries</BackLink>
      {errors ? <ErrorSummary errors={errors} /> : done ? <Notice tone="success" role="status" title={done} /> : card.outdated && <Outdated finished={finished} />}
      <PageTitle caption={`${category} · ${left === 0 ? 'nothing' : left} left to finish`}>{nominee.name}</PageTitle>
      <EntryFacts nominee={nominee} stepAsideAt={`${entryPath(slug, entryId)}/step-aside`} />
      {finished ? (
        <DeskPanes entry={<Evidence dossier={dossier} />} scorecard={<Finished />} />
      ) : (
        <OpenDesk />
      )}
      <script type="module" src={autosave} />
    </JudgeFrame>
  )
}

/** Why a scorecard must be looked at again; never how the evidence changed, which would tell of those who wrote. */
function Outdated({ finished }: { finished: boolean }) {
  return (
    <Notice tone="warning" title="Look at this entry again">
      <p>What there is to read, or what it is judged by, has changed since you {finished ? 'finished' : 'began'}. {finished && 'Your scores count again once you confirm them, or change them and finish.'}</p>
    </Notice>
  )
}

/** What was sent and came back, next to what is saved. */
function useTyped() {
  const { criteria, content, card } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const values = again && 'note' in again.values ? again.values : undefined
  const other = values !== undefined && values.version !== String(card.version) && !sameContent(contentFrom(criteria, values), content)
  return { values, errors: again?.errors ?? {}, other }
}

function OpenDesk() {
  const { slug, entryId, dossier, stamp, criteria, content, card, savedAt } = useLoaderData<typeof loader>()
  const { values = valuesOf(criteria, content), errors, other } = useTyped()
  const at = entryPath(slug, entryId)
  const form = (
    <>
      {other && (
        <OtherVersion title={`Saved in the other place at ${savedAt}`} criteria={criteria} content={content}>
          Below is what you filled in here. Save it to put it in place of this, or <a href={at}>keep what was saved in the other place</a>.
        </OtherVersion>
      )}
      <ScorecardForm at={at} cardId={card.id} version={card.version} stamp={stamp} criteria={criteria} values={values} errors={errors} />
    </>
  )
  const given = countGiven(criteria, contentFrom(criteria, values))
  return <DeskPanes entry={<Evidence dossier={dossier} />} scorecard={form} bar={<DeskBar given={given} of={criteria.length} status={card.version > 0 ? `Saved at ${savedAt}.` : ''} />} />
}

function Finished() {
  const { slug, entryId, stamp, criteria, content, card } = useLoaderData<typeof loader>()
  const { values, other } = useTyped()
  return (
    <>
      {values && other && (
        <OtherVersion title="What you filled in here, not saved" criteria={criteria} content={contentFrom(criteria, values)}>
          It was finished in another place as it stands below.
        </OtherVersion>
      )}
      <ScorecardRead criteria={criteria} content={content} />
      <FinishedActs at={entryPath(slug, entryId)} version={card.version} stamp={stamp} changed={card.progress === 'look-again'} />
    </>
  )
}
