import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listHistory } from '#app/features/audit/queries.server.ts'
import { History } from '#app/features/audit/ui/history.tsx'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireAssistant, requireOrganiser } from '#app/features/people/guard.server.ts'
import { decideForm } from '#app/features/screening/forms.ts'
import { withHints } from '#app/features/screening/hints.server.ts'
import { listPersons } from '#app/features/screening/notices.queries.server.ts'
import { canScreen } from '#app/features/screening/policy.ts'
import { listPassages } from '#app/features/screening/redaction.queries.server.ts'
import { decideEligibility } from '#app/features/screening/screening.commands.server.ts'
import { findEntry, listEntriesOf } from '#app/features/screening/screening.queries.server.ts'
import { EntryActs, EntryFacts } from '#app/features/screening/ui/entry.tsx'
import { DecideFields } from '#app/features/screening/ui/decide-fields.tsx'
import { Passages } from '#app/features/screening/ui/passages.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

/** One entry: everything that was written, what is covered, and what was decided. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const entry = await findEntry(ctx, edition, args.params.entry ?? '')
  if (!entry) throw notFound()
  const passages = await withHints(ctx, entry, await listPassages(ctx, entry))
  const [person] = await listPersons(ctx, edition, [entry.nominee_id])
  const entries = await listEntriesOf(ctx, entry.nominee_id)
  return {
    slug: edition.slug, entry, passages, entries, answer: person?.answer ?? 'none', toldAt: person?.notice?.toldAt ?? null,
    mayAct: canScreen(ctx.actor, edition).ok && entry.state === 'live', done: saidDone(args.request, said),
    history: await listHistory(ctx, edition, [entry.nominee_id, ...entries.map(({ id }) => id), ...new Set(passages.map((one) => one.nominationId))]),
  }
}

const said = {
  decided: 'Your decision is kept.', 'stood-down': 'The entry is stood down.', 'stands-again': 'The entry stands again.',
  moved: 'The entry has moved here. It waits to be screened for this category.', corrected: 'It is put right.', covered: 'What you covered is gone from what judges read.',
}

/** Decides whether the entry is eligible. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const entryId = args.params.entry ?? ''
  const form = await readForm(args.request, decideForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { version, decision, reason } = form.value
  const decided = await decideEligibility(ctx, edition, { entryId, dossierVersion: version }, { decision, reason })
  return decided.ok ? seeOther(`/organise/${edition.slug}/entries/${entryId}?done=decided`) : refusedForm(decided, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.entry.nominee ?? 'Entry'}, ${data?.entries.find(({ id }) => id === data.entry.id)?.category ?? ''} – Entries – ${siteName}` },
]

export default function EntryPage() {
  const { slug, entry, passages, entries, answer, toldAt, mayAct, done, history } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const home = `/organise/${slug}/entries`
  return (
    <OrganiserFrame slug={slug} here={home} width="text">
      <BackLink href={`${home}?show=to-screen`}>Entries to screen</BackLink>
      <ErrorSummary errors={again?.errors ?? {}} />
      {done && !again && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={entries.find(({ id }) => id === entry.id)?.category}>{entry.nominee}</PageTitle>
      <EntryFacts slug={slug} entry={entry} entries={entries} answer={answer} told={toldAt !== null} />
      <Passages slug={slug} entryId={entry.id} passages={passages} mayCover={mayAct} />
      {mayAct && (
        <section className="grid gap-4 print:hidden">
          <SectionTitle id="decide">Is it eligible?</SectionTitle>
          <Form>
            <DecideFields entry={entry} values={again?.values ?? {}} errors={again?.errors ?? {}} />
            <div><Button>Keep this decision</Button></div>
          </Form>
        </section>
      )}
      <EntryActs slug={slug} entry={entry} mayAct={mayAct} />
      <section className="grid gap-4">
        <SectionTitle>What happened</SectionTitle>
        <History label="What happened to this entry and its nominations" rows={history} />
      </section>
    </OrganiserFrame>
  )
}
