import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { canOrganise } from '#app/domain/actor.ts'
import { gapsOfShortlist } from '#app/domain/shortlist.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireAssistant, requireOrganiser } from '#app/features/people/guard.server.ts'
import { listOpenLookAlikes } from '#app/features/screening/matches.queries.server.ts'
import { choose } from '#app/features/shortlisting/commands.server.ts'
import { choicesForm, placeField, reasonField, wasField } from '#app/features/shortlisting/forms.ts'
import { findShortlist, listCandidates } from '#app/features/shortlisting/queries.server.ts'
import { CandidateChoice, CandidateLine } from '#app/features/shortlisting/ui/candidates.tsx'
import { categoryStateWords, shortlistDone } from '#app/features/shortlisting/words.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'
import type { ShortlistPlace } from '#db/vocabulary.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const category = await findShortlist(ctx, edition, args.params.category ?? '')
  if (!category) throw notFound()
  const candidates = await listCandidates(ctx, category.id)
  const lookAlikes = await listOpenLookAlikes(ctx, edition, candidates.map((one) => one.nomineeId))
  return {
    slug: edition.slug, category, gaps: category.state === 'open' ? gapsOfShortlist(category) : [],
    candidates: candidates.map((one) => ({ ...one, lookAlikes: lookAlikes.get(one.nomineeId) ?? [] })),
    mayAct: canOrganise(ctx.actor, edition.id) && edition.stage === 'screening', done: saidDone(args.request, shortlistDone),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const category = await findShortlist(ctx, edition, args.params.category ?? '')
  if (!category) throw notFound()
  const ids = (await listCandidates(ctx, category.id)).map((one) => one.entryId)
  const form = await readForm(args.request, choicesForm(ids))
  if (!form.ok) return formAgain(form.errors, form.values)
  const value = (name: string) => String(form.values[name])
  const choices = ids.map((entryId) => ({
    entryId, was: value(wasField(entryId)) as ShortlistPlace, place: value(placeField(entryId)) as ShortlistPlace, reason: value(reasonField(entryId)),
  }))
  const chosen = await choose(ctx, edition, category.slug, choices)
  return chosen.ok ? seeOther(`/organise/${edition.slug}/shortlists/${category.slug}?done=chosen`) : refusedForm(chosen, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.category.name ?? ''} – Shortlists – ${data?.slug ?? ''} – ${siteName}` }]

export default function Shortlist() {
  const { slug, category, gaps, candidates, mayAct, done } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const at = `/organise/${slug}`
  const open = mayAct && category.state === 'open'
  return (
    <OrganiserFrame slug={slug} here={`${at}/shortlists`}>
      <BackLink href={`${at}/shortlists`}>Shortlists</BackLink>
      {done && <Notice tone="success" role="status" title={done} />}
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle caption={categoryStateWords[category.state]}>{category.name}</PageTitle>
      <Lead>{`${category.chosen} of at most ${category.quota} are in; ${category.eligible} may be.`}</Lead>
      {gaps.length > 0 && <Notice tone="info" title="Before it can be finished"><ul>{gaps.map((gap) => <li key={gap}>{gap}</li>)}</ul></Notice>}
      {candidates.length === 0 && <EmptyState title="There is nobody to choose from yet"><p>Entries appear here when screening has found them eligible.</p></EmptyState>}
      {open && candidates.length > 0 ? (
        <Form unsaved>
          <ul>{candidates.map((one) => <CandidateChoice key={one.entryId} at={at} candidate={one} values={again?.values ?? {}} errors={again?.errors ?? {}} />)}</ul>
          <ButtonRow><Button>Save these decisions</Button></ButtonRow>
        </Form>
      ) : (
        <ul>{candidates.map((one) => <CandidateLine key={one.entryId} at={at} candidate={one} />)}</ul>
      )}
      {mayAct && <Acts at={`${at}/shortlists/${category.slug}`} open={category.state === 'open'} finished={category.state === 'shortlisted' || category.state === 'no-award'} chosen={category.chosen} />}
    </OrganiserFrame>
  )
}

function Acts({ at, open, finished, chosen }: { at: string; open: boolean; finished: boolean; chosen: number }) {
  return (
    <ButtonRow>
      {open && chosen > 0 && <LinkButton href={`${at}/finish`} variant="secondary">Finish this shortlist</LinkButton>}
      {open && chosen === 0 && <LinkButton href={`${at}/no-award`} variant="secondary">Give no award here</LinkButton>}
      {finished && <LinkButton href={`${at}/reopen`} variant="secondary">Open it again</LinkButton>}
    </ButtonRow>
  )
}
