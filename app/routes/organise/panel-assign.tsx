import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { denied } from '#app/domain/result.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { applyAssignment } from '#app/features/judging/assignment.commands.server.ts'
import { propose } from '#app/features/judging/assignment.queries.server.ts'
import { assignForm, wantedField } from '#app/features/judging/forms.ts'
import { findCategory } from '#app/features/judging/panels.queries.server.ts'
import { isAssignable } from '#app/features/judging/policy.ts'
import { proposalView } from '#app/features/judging/proposal.ts'
import { Conflicts } from '#app/features/judging/ui/conflicts.tsx'
import { ProposalFacts, ReadingTable, WantedForm } from '#app/features/judging/ui/proposal.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, need, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
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
  if (!isAssignable(category)) need(denied('not-assignable', { category: category.name }))
  const { quorum, panelSize } = edition.settings
  const asked = wantedField(quorum).safeParse(new URL(args.request.url).searchParams.get('wanted') ?? panelSize)
  const wanted = asked.success ? asked.data : panelSize
  const proposal = await propose(ctx, edition, category, wanted)
  return { slug: edition.slug, at: category.slug, category: category.name, wanted, quorum, hash: proposal.hash, conflicts: proposal.conflicts, ...proposalView(proposal, wanted) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, category } = await requireCategory(args)
  const form = await readForm(args.request, assignForm(edition.settings.quorum))
  if (!form.ok) return formAgain(form.errors, form.values)
  const applied = await applyAssignment(ctx, edition, category.slug, form.value)
  return applied.ok ? seeOther(`/organise/${edition.slug}/panels/${category.slug}?done=applied`) : refusedForm(applied, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Who reads what in ${data?.category ?? ''} – Judging ${data?.slug ?? ''} – ${siteName}` }]

export default function PanelAssign() {
  const { slug, at, category, wanted, quorum, hash, conflicts, short, figures, entries, given, taken } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors ?? {}
  const panelAt = `/organise/${slug}/panels/${at}`
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/judging`}>
      <BackLink href={panelAt}>The panel</BackLink>
      <ErrorSummary errors={errors} />
      <PageTitle caption={category}>Who reads what: the proposal</PageTitle>
      <Lead>Nothing is done yet. The same panel and the same finalists always have the same proposal.</Lead>
      <WantedForm wanted={wanted} quorum={quorum} />
      {short.length > 0 && Object.keys(errors).length === 0 && (
        <Notice tone="warning" title={`Not ${wanted} judges for every entry`}>
          <ul>{short.map((one) => <li key={one.id}>{one.name} can be read by {one.judges}{one.judges < quorum && `, below the quorum of ${quorum}`}.</li>)}</ul>
        </Notice>
      )}
      <ProposalFacts figures={figures} given={given} taken={taken} />
      {entries.length > 0 && (
        <Form>
          <HiddenField name="wanted" value={wanted} />
          <HiddenField name="hash" value={hash} />
          <ButtonRow>
            <Button>Give the entries to their judges</Button>
            <LinkButton href={panelAt} variant="quiet">Cancel</LinkButton>
          </ButtonRow>
        </Form>
      )}
      <SectionTitle>Each entry and its judges</SectionTitle>
      <ReadingTable entries={entries} />
      <SectionTitle>Kept out of sight</SectionTitle>
      <Conflicts conflicts={conflicts} />
    </OrganiserFrame>
  )
}
