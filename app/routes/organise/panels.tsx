import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { listPanels, type PanelLine } from '#app/features/judging/panels.queries.server.ts'
import { RowLink } from '#app/features/judging/ui/row-link.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { categoryStateWords } from '#app/features/shortlisting/words.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const { panelSize, quorum } = edition.settings
  return { slug: edition.slug, panels: await listPanels(ctx, edition), panelSize, quorum }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Panels – Judging ${data?.slug ?? ''} – ${siteName}` }]

function columns(at: string): Column<PanelLine>[] {
  return [
    { key: 'category', header: 'Category', cell: ({ slug, name }) => <RowLink href={`${at}/panels/${slug}`}>{name}</RowLink> },
    { key: 'state', header: 'State', cell: ({ state }) => categoryStateWords[state] },
    { key: 'entries', header: 'Finalists', numeric: true, cell: ({ entries }) => entries },
    { key: 'judges', header: 'Judges', cell: ({ judges, accepted }) => (judges === accepted ? judges : `${judges}, of whom ${accepted} accepted`) },
    { key: 'chair', header: 'Chair', cell: ({ chair }) => chair ?? 'None yet' },
  ]
}

export default function Panels() {
  const { slug, panels, panelSize, quorum } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}`
  return (
    <OrganiserFrame slug={slug} here={`${at}/judging`}>
      <BackLink href={`${at}/judging`}>Judging</BackLink>
      <PageTitle caption="Judging">Panels</PageTitle>
      <Lead>Who judges which category. {panelSize} judges read each entry; with fewer than {quorum} it has no quorum.</Lead>
      <DataTable caption="Panels" captionHidden columns={columns(at)} rows={panels} rowKey={(one) => one.id}
        empty={<EmptyState title="There are no categories"><p>An edition made from the template has twelve.</p></EmptyState>} />
    </OrganiserFrame>
  )
}
