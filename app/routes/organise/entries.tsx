import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { kindLabels } from '#app/features/nominations/ui/labels.ts'
import { requireAssistant } from '#app/features/people/guard.server.ts'
import { countEntries, entryKey, listEntries, readEntryFilters, type EntryLine } from '#app/features/screening/screening.queries.server.ts'
import { EntryState, showLabels } from '#app/features/screening/ui/labels.tsx'
import { pageLinks, readCursor } from '#app/platform/paging.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { DataTable, FilterBar, Pagination, type Column } from '#app/ui/table.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const search = new URL(args.request.url).searchParams
  const filters = readEntryFilters(search)
  const page = await listEntries(ctx, edition, filters, readCursor(search, entryKey))
  const { categories } = await getProgramme(ctx, edition)
  return {
    slug: edition.slug, filters, rows: page.rows, count: await countEntries(ctx, edition, filters), links: pageLinks(search, page),
    categories: categories.map(({ slug, name }) => ({ value: slug, label: name })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Entries – ${data?.slug ?? ''} – ${siteName}` }]

function columns(slug: string): Column<EntryLine>[] {
  return [
    { key: 'nominee', header: 'Nominee', cell: (row) => <a href={`/organise/${slug}/entries/${row.id}`}>{row.nominee}</a> },
    { key: 'category', header: 'Category', cell: (row) => row.category },
    { key: 'kind', header: 'They are', cell: (row) => kindLabels[row.kind] },
    { key: 'employer', header: 'Works at', cell: (row) => row.employer || 'Not given' },
    { key: 'nominations', header: 'Nominations', cell: (row) => row.nominations, numeric: true },
    { key: 'state', header: 'State', cell: (row) => <EntryState slug={slug} entry={row} /> },
  ]
}

export default function Entries() {
  const { slug, filters, count, rows, links, categories } = useLoaderData<typeof loader>()
  const any = { value: '', label: 'All' }
  const shows = Object.entries(showLabels).map(([value, label]) => ({ value, label }))
  const filtered = Object.values(filters).some((value) => value !== '')
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/entries`}>
      <PageTitle caption={slug}>Entries</PageTitle>
      <Lead>An entry is one nominee in one category, with everything that was written. Read each once, cover what judges should not see, and say whether it is eligible.</Lead>
      <FilterBar>
        <TextField name="words" type="search" label="Name or workplace" value={filters.words} />
        <Select name="category" label="Category" value={filters.category} options={[any, ...categories]} />
        <Select name="show" label="State" value={filters.show} options={[any, ...shows]} />
      </FilterBar>
      <p role="status">{count === 1 ? '1 entry' : `${count} entries`}</p>
      <DataTable caption="Entries, newest first" captionHidden columns={columns(slug)} rows={rows} rowKey={(row) => row.id}
        empty={<EmptyState title={filtered ? 'Nothing matches' : 'No entries yet'}>{filtered ? <p>{filters.show === 'to-screen' ? 'Nothing waits to be screened here.' : 'Clear a filter, or look for fewer words.'}</p> : <p>The first nomination that is sent makes the first entry.</p>}</EmptyState>} />
      {rows.length > 0 && <Pagination {...links} summary={`${rows.length} shown`} />}
    </OrganiserFrame>
  )
}
