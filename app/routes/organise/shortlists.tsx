import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canOrganise } from '#app/domain/actor.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireAssistant } from '#app/features/people/guard.server.ts'
import { listShortlists, type CategoryShortlist } from '#app/features/shortlisting/queries.server.ts'
import { categoryStateWords, shortlistDone } from '#app/features/shortlisting/words.ts'
import { saidDone } from '#app/platform/respond.server.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const shortlists = await listShortlists(ctx, edition)
  return {
    slug: edition.slug, shortlists, done: saidDone(args.request, shortlistDone), announced: edition.finalists_announced_at !== null,
    quota: edition.settings.shortlistSize, mayAnnounce: canOrganise(ctx.actor, edition.id) && edition.stage === 'screening',
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Shortlists – ${data?.slug ?? ''} – ${siteName}` }]

function columns(at: string): Column<CategoryShortlist>[] {
  return [
    { key: 'name', header: 'Category', cell: (one) => <a href={`${at}/shortlists/${one.slug}`}>{one.name}</a> },
    { key: 'state', header: 'State', cell: (one) => <Tag tone={one.state === 'open' ? 'waiting' : 'good'}>{categoryStateWords[one.state]}</Tag> },
    { key: 'chosen', header: 'In', numeric: true, cell: (one) => `${one.chosen} of ${one.quota}` },
    { key: 'eligible', header: 'Eligible', numeric: true, cell: (one) => one.eligible },
    { key: 'undecided', header: 'Not decided', numeric: true, cell: (one) => one.undecided },
    { key: 'to-screen', header: 'To screen', numeric: true, cell: (one) => (one.toScreen ? <a href={`${at}/entries?show=to-screen&category=${one.slug}`} className="-my-2 inline-flex min-h-11 min-w-11 items-center justify-end">{one.toScreen}</a> : 0) },
  ]
}

export default function Shortlists() {
  const { slug, shortlists, done, announced, quota, mayAnnounce } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}`
  return (
    <OrganiserFrame slug={slug} here={`${at}/shortlists`}>
      {done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={slug}>Shortlists</PageTitle>
      <Lead>{`Up to ${quota} entries of a category go to its judges. They are the finalists.`}</Lead>
      {announced && <Notice tone="info" title="The finalists have been announced"><a href={`/${slug}/finalists`} className="inline-flex min-h-11 items-center">See the public page</a></Notice>}
      <DataTable caption="Categories" captionHidden columns={columns(at)} rows={shortlists} rowKey={(one) => one.id}
        empty={<EmptyState title="There are no categories"><p>An edition made from the template has twelve.</p></EmptyState>} />
      {mayAnnounce && !announced && <ButtonRow><LinkButton href={`${at}/finalists`}>Announce the finalists</LinkButton></ButtonRow>}
    </OrganiserFrame>
  )
}
