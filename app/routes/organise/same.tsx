import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Edition } from '#app/domain/edition.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireAssistant, requireOrganiser } from '#app/features/people/guard.server.ts'
import { listApart, listMatches, matchKey, searchNominees } from '#app/features/screening/matches.queries.server.ts'
import { tellApart } from '#app/features/screening/merging.commands.server.ts'
import { apartForm } from '#app/features/screening/merging.forms.ts'
import { canMerge } from '#app/features/screening/merging.policy.ts'
import { findNominee, listMerges } from '#app/features/screening/merging.queries.server.ts'
import { Decided, FindOther, MatchCard } from '#app/features/screening/ui/merging-list.tsx'
import type { Ctx } from '#app/platform/context.server.ts'
import { cleanText, readForm } from '#app/platform/form.server.ts'
import { pageLinks, readCursor } from '#app/platform/paging.ts'
import { formAgain, notFound, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { Pagination } from '#app/ui/table.tsx'

/** Those who may be the same, most likely first; with `?of=`, whom one nominee may be, and a way to find others. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const search = new URL(args.request.url).searchParams
  const subject = await findSubject(ctx, edition, search.get('of'))
  const words = cleanText(search.get('words') ?? '').slice(0, 100)
  const page = await listMatches(ctx, edition, { of: subject?.id }, readCursor(search, matchKey))
  return {
    slug: edition.slug, subject, words, rows: page.rows, count: page.count, links: pageLinks(search, page),
    found: subject && words ? await searchNominees(ctx, edition, words, subject.id) : [],
    merges: await listMerges(ctx, edition, 25), apart: await listApart(ctx, edition, 25),
    mayAct: canMerge(ctx.actor, edition).ok, done: saidDone(args.request, said),
  }
}

const said = { apart: 'Kept: these two are not suggested again.' }

/** Whoever was merged stands for the one they are. */
async function findSubject(ctx: Ctx, edition: Edition, of: string | null): Promise<{ id: string; name: string } | undefined> {
  if (of === null) return undefined
  const nominee = await findNominee(ctx, edition, of)
  const subject = nominee?.merged_into ? await findNominee(ctx, edition, nominee.merged_into) : nominee
  if (!subject) throw notFound()
  return { id: subject.id, name: subject.name }
}

/** Tells two apart. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, apartForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const told = await tellApart(ctx, edition, form.value.one, form.value.other)
  return told.ok ? seeOther(`/organise/${edition.slug}/same?done=apart`) : refusedForm(told)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.subject ? `Who ${data.subject.name} may be` : 'Who may be the same'} – ${data?.slug ?? ''} – ${siteName}` },
]

export default function Same() {
  const { slug, subject, words, rows, count, links, found, merges, apart, mayAct, done } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const at = `/organise/${slug}/same`
  return (
    <OrganiserFrame slug={slug} here={at}>
      {subject && <BackLink href={at}>Who may be the same</BackLink>}
      <ErrorSummary errors={again?.errors ?? {}} />
      {done && !again && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={slug}>{subject ? `Who else may ${subject.name} be?` : 'Who may be the same'}</PageTitle>
      {!subject && <Lead>One person is often nominated under several names. Look at both, then merge them into one entry, or say that they are not the same.</Lead>}
      {rows.length > 0 ? (
        <>
          <p role="status">{count === 1 ? '1 pair to look at' : `${count} pairs to look at`}, the most likely first</p>
          <ul>{rows.map((match) => <MatchCard key={match.one.id + match.other.id} at={at} match={match} mayAct={mayAct} />)}</ul>
          <Pagination {...links} summary={`${rows.length} shown`} />
        </>
      ) : (
        <EmptyState title="Nobody looks alike"><p>As nominations come in, those that may be about one person, team or service appear here.</p></EmptyState>
      )}
      {subject && <FindOther at={at} subject={subject} words={words} found={found} />}
      <Decided slug={slug} merges={merges} apart={apart} />
    </OrganiserFrame>
  )
}
