import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { listConflicts } from '#app/features/judging/assignment.queries.server.ts'
import { panelForm } from '#app/features/judging/forms.ts'
import { changePanel } from '#app/features/judging/panels.commands.server.ts'
import { findCategory, listFree, listSeats } from '#app/features/judging/panels.queries.server.ts'
import { isAssignable, stepBeforeReading } from '#app/features/judging/policy.ts'
import { Conflicts } from '#app/features/judging/ui/conflicts.tsx'
import { AddToPanel, Seats } from '#app/features/judging/ui/seats.tsx'
import { judgingDone } from '#app/features/judging/words.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

async function requireCategory(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const category = await findCategory(ctx, edition, args.params.category ?? '')
  if (!category) throw notFound()
  return { ctx, edition, category }
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, category } = await requireCategory(args)
  const seats = await listSeats(ctx, edition, category)
  return {
    slug: edition.slug, category: category.name, panelSize: edition.settings.panelSize, done: saidDone(args.request, judgingDone),
    assignAt: isAssignable(category) ? `/organise/${edition.slug}/panels/${category.slug}/assign` : undefined,
    seats: seats.map(({ id, name, state, chair, given, ...judge }) => ({ id, name, state, chair: chair === 1, given, ready: stepBeforeReading({ state, ...judge }) === undefined })),
    free: await listFree(ctx, edition, category), conflicts: await listConflicts(ctx, category),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, category } = await requireCategory(args)
  const form = await readForm(args.request, panelForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { intent, judge } = form.value
  const changed = await changePanel(ctx, edition, category, intent, judge)
  return changed.ok ? seeOther(`/organise/${edition.slug}/panels/${category.slug}?done=${intent}`) : refusedForm(changed, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Panel of ${data?.category ?? ''} – Judging ${data?.slug ?? ''} – ${siteName}` }]

export default function Panel() {
  const { slug, category, panelSize, assignAt, seats, free, conflicts, done } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const at = `/organise/${slug}`
  return (
    <OrganiserFrame slug={slug} here={`${at}/judging`}>
      <BackLink href={`${at}/panels`}>All panels</BackLink>
      {errors ? <ErrorSummary errors={errors} /> : done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption="Panel">{category}</PageTitle>
      <Lead>One of them is the chair, who leads the meeting that decides.</Lead>
      <Seats at={`${at}/judges`} seats={seats} />
      <AddToPanel inviteAt={`${at}/judges/invite`} free={free} error={errors?.judge} />
      <SectionTitle>Who reads what</SectionTitle>
      <p className="max-w-text">Entries are given out evenly, {panelSize} judges to each, and so that judges can be compared. You see the proposal first.</p>
      {assignAt ? <p><LinkButton href={assignAt}>See the proposal</LinkButton></p> : <p>That can be done once the shortlist is finished.</p>}
      <SectionTitle>Kept out of sight</SectionTitle>
      <Conflicts conflicts={conflicts} />
    </OrganiserFrame>
  )
}
