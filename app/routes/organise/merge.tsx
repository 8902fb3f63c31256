import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stampText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireAssistant, requireOrganiser } from '#app/features/people/guard.server.ts'
import { undoMerge } from '#app/features/screening/merging.commands.server.ts'
import { undoForm } from '#app/features/screening/merging.forms.ts'
import { canMerge, needsReason } from '#app/features/screening/merging.policy.ts'
import { findMerge, listEntriesConcerned } from '#app/features/screening/merging.queries.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageTitle, Prose, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'

/** One merge: what it moved, and its undoing. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const merge = await findMerge(ctx, edition, args.params.merge ?? '')
  if (!merge) throw notFound()
  const stamp = (at: string | null) => at && stampText(at, edition.time_zone)
  return {
    slug: edition.slug, merge: { ...merge, mergedAt: stamp(merge.mergedAt), undoneAt: stamp(merge.undoneAt) },
    needsReason: needsReason(await listEntriesConcerned(ctx, [merge.from.id, merge.into.id])),
    mayUndo: canMerge(ctx.actor, edition).ok && merge.undoneAt === null && !merge.later, done: saidDone(args.request, said),
  }
}

const said = { merged: 'Merged. Their nominations are in one place now.', undone: 'Undone. Each has their own nominations again.' }

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const mergeId = args.params.merge ?? ''
  const form = await readForm(args.request, undoForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const undone = await undoMerge(ctx, edition, mergeId, form.value.reason)
  return undone.ok ? seeOther(`/organise/${edition.slug}/merges/${mergeId}?done=undone`) : refusedForm(undone, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.merge.from.name ?? ''} merged into ${data?.merge.into.name ?? ''} – ${data?.slug ?? ''} – ${siteName}` },
]

export default function MergePage() {
  const { slug, merge, needsReason, mayUndo, done } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { from, into, later, nominations } = merge
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/same`} width="text">
      <BackLink href={`/organise/${slug}/same`}>Who may be the same</BackLink>
      <ErrorSummary errors={again?.errors ?? {}} />
      {done && !again && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={merge.undoneAt ? 'A merge, undone' : 'A merge'}>{from.name} is {into.name}</PageTitle>
      <SummaryList
        rows={[
          { key: 'Merged', value: merge.mergedAt },
          ...(merge.reason ? [{ key: 'Why', value: merge.reason }] : []),
          ...(merge.undoneAt ? [{ key: 'Undone', value: merge.undoneAt }] : []),
          ...(merge.undoReason ? [{ key: 'Why it was undone', value: merge.undoReason }] : []),
          { key: 'From', value: [from.name, from.employer].filter(Boolean).join(', ') },
          { key: 'Into', value: [into.name, into.employer].filter(Boolean).join(', ') },
          { key: 'Nominations moved', value: <Moved slug={slug} nominations={nominations} /> },
        ]}
      />
      {later && !merge.undoneAt && <Notice tone="info" title={`${into.name} was merged into ${later.name} since`}><a href={`/organise/${slug}/merges/${later.id}`}>Undo that merge first</a></Notice>}
      {mayUndo && (
        <section className="grid gap-4">
          <SectionTitle>Undo this merge</SectionTitle>
          <Prose>
            <ul>
              <li>{nominations.length === 1 ? 'The nomination above goes' : 'The nominations above go'} back to {from.name}, and no others.</li>
              <li>Each has their own entries and their own page again.</li>
              {needsReason && <li>Scores stay with the entry they were given to; their judges are told that the evidence has changed and look again.</li>}
            </ul>
          </Prose>
          <Form>
            <TextField name="reason" label="Why they are not the same" optional={!needsReason} value={String(again?.values.reason ?? '')} error={again?.errors.reason} autoComplete="off" />
            <ButtonRow><Button variant="danger">Undo the merge</Button></ButtonRow>
          </Form>
        </section>
      )}
    </OrganiserFrame>
  )
}

function Moved({ slug, nominations }: { slug: string; nominations: { id: string; reference: string; name: string }[] }) {
  return (
    <ul>
      {nominations.map(({ id, reference, name }) => (
        <li key={id}><a href={`/organise/${slug}/nominations/${id}`} className="inline-flex min-h-11 items-center">{reference}</a> {name && `by ${name}`}</li>
      ))}
    </ul>
  )
}
