import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { stampText } from '#app/domain/time.ts'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { useOrganises } from '#app/features/editions/ui/site.ts'
import { countToLookAt } from '#app/features/nominations/looking.server.ts'
import { countFiltered, inboxKey, listNominations, readFilters, type InboxRow } from '#app/features/nominations/inbox.queries.server.ts'
import { channelLabels, kindLabels, stateLabels } from '#app/features/nominations/ui/labels.ts'
import { requireAssistant } from '#app/features/people/guard.server.ts'
import { pageLinks, readCursor } from '#app/platform/paging.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/heading.tsx'
import { DataTable, FilterBar, Pagination, type Column } from '#app/ui/table.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { Tag } from '#app/ui/tag.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const search = new URL(args.request.url).searchParams
  const filters = readFilters(search)
  const page = await listNominations(ctx, edition, filters, readCursor(search, inboxKey))
  const programme = await getProgramme(ctx, edition)
  return {
    slug: edition.slug, filters, toLookAt: await countToLookAt(ctx, edition), count: await countFiltered(ctx, edition, filters),
    rows: page.rows.map((row) => ({ ...row, received: stampText(row.receivedAt, edition.time_zone) })),
    links: pageLinks(search, page),
    categories: programme.categories.map(({ slug, name }) => ({ value: slug, label: name })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Nominations – ${data?.slug ?? ''} – ${siteName}` }]

type Row = InboxRow & { received: string }

function columns(slug: string): Column<Row>[] {
  return [
    { key: 'nominee', header: 'Nominee', cell: (row) => <a href={`/organise/${slug}/nominations/${row.id}`}>{row.nominee}</a> },
    { key: 'employer', header: 'Works at', cell: (row) => row.employer || 'Not given' },
    { key: 'categories', header: 'For', cell: (row) => row.categories.join(', ') },
    { key: 'nominator', header: 'Nominated by', cell: (row) => row.nominator || 'Not given' },
    { key: 'received', header: 'Received', cell: (row) => <span className="sm:whitespace-nowrap">{row.received}</span> },
    { key: 'channel', header: 'By', cell: (row) => channelLabels[row.channel] },
    { key: 'reference', header: 'Reference', cell: (row) => <span className="whitespace-nowrap">{row.reference}</span> },
    { key: 'state', header: 'State', cell: (row) => <StateTag row={row} /> },
  ]
}

function StateTag({ row }: { row: Row }) {
  if (row.state === 'withdrawn') return <Tag tone="stopped">{stateLabels.withdrawn}</Tag>
  if (row.toLookAt) return <Tag tone="waiting">To look at</Tag>
  if (row.late) return <Tag tone="waiting">After the close</Tag>
  return <Tag tone="info">{row.version > 1 ? `Changed, version ${row.version}` : stateLabels.live}</Tag>
}

export default function Nominations() {
  const { slug, filters, toLookAt, count, rows, links, categories } = useLoaderData<typeof loader>()
  const any = { value: '', label: 'All' }
  const options = (labels: Record<string, string>) => [any, ...Object.entries(labels).map(([value, label]) => ({ value, label }))]
  const more = (
    <>
      <Select name="category" label="Category" value={filters.category} options={[any, ...categories]} />
      <Select name="kind" label="Nominee" value={filters.kind} options={options(kindLabels)} />
      <Select name="channel" label="Came by" value={filters.channel} options={options(channelLabels)} />
      <Select name="state" label="State" value={filters.state} options={options(stateLabels)} />
      <Select name="look" label="To look at" value={filters.look} options={[any, { value: 'first', label: 'To look at first' }]} />
    </>
  )
  const filtered = Object.values(filters).some((value) => value !== '')
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/nominations`}>
      <PageTitle caption={slug}>Nominations</PageTitle>
      <ButtonRow>
        <LinkButton href={`/organise/${slug}/enter`} variant="secondary">Enter for someone</LinkButton>
        {useOrganises() && <LinkButton href={`/organise/${slug}/imports`} variant="quiet">Take in a file</LinkButton>}
      </ButtonRow>
      {toLookAt > 0 && !filters.look && (
        <Notice tone="warning" title={toLookAt === 1 ? '1 nomination to look at first' : `${toLookAt} nominations to look at first`}>
          <p>Something about {toLookAt === 1 ? 'it' : 'them'} is unusual. <a href="?look=first">Look at {toLookAt === 1 ? 'it' : 'them'}</a> before you tell the nominee.</p>
        </Notice>
      )}
      <FilterBar more={{ fields: more, open: [filters.category, filters.kind, filters.channel, filters.state, filters.look].some((value) => value !== '') }}>
        <TextField name="words" type="search" label="Name, workplace, email address or reference" value={filters.words} width="2/3" />
        {filters.day && <input type="hidden" name="day" value={filters.day} />}
      </FilterBar>
      <p role="status">{count === 1 ? '1 nomination' : `${count} nominations`}{filters.day && ` received on ${filters.day}`}</p>
      <DataTable caption="Nominations, newest first" captionHidden columns={columns(slug)} rows={rows} rowKey={(row) => row.id}
        empty={<EmptyState title={filtered ? 'Nothing matches' : 'No nominations yet'}>{filtered ? <p>Clear a filter, or look for fewer words.</p> : <p>They appear here the moment they are sent.</p>}</EmptyState>} />
      {rows.length > 0 && <Pagination {...links} summary={`${rows.length} shown`} />}
    </OrganiserFrame>
  )
}
