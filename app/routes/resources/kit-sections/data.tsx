import { KitSection, longName } from '#app/routes/resources/kit-sections/section.tsx'
import { BarChart } from '#app/ui/bars.tsx'
import { ColumnChart } from '#app/ui/columns.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { RangeChart } from '#app/ui/ranges.tsx'
import { DataTable, FilterBar, Pagination, type Column } from '#app/ui/table.tsx'
import { Tag, type TagTone } from '#app/ui/tag.tsx'

type Row = { id: string; name: string; place: string; count: number; state: string; tone: TagTone }

const rows: Row[] = [
  { id: 'a', name: longName, place: 'Gorsebank House', count: 12, state: 'Waiting', tone: 'waiting' },
  { id: 'b', name: 'Asha Okafor', place: 'Harbour Home Care', count: 3, state: 'Agreed', tone: 'good' },
  { id: 'c', name: 'The night team', place: 'Livewell Southwest', count: 104, state: 'Said no', tone: 'stopped' },
]

const columns: Column<Row>[] = [
  { key: 'name', header: 'Name', cell: (row) => <a href={`#${row.id}`}>{row.name}</a>, sortHref: '?sort=name', sorted: 'ascending' },
  { key: 'place', header: 'Where they work', cell: (row) => row.place, sortHref: '?sort=place' },
  { key: 'count', header: 'Kind words', cell: (row) => row.count, numeric: true, sortHref: '?sort=-count' },
  { key: 'state', header: 'Answer', cell: (row) => <Tag tone={row.tone}>{row.state}</Tag> },
]

const days = [3, 1, 4, 2, 9, 7, 0, 0, 5, 12, 14, 8, 20, 17, 11, 6, 2, 3, 9, 24, 31, 22, 19, 8]
const daysBefore = [1, 0, 2, 2, 4, 5, 1, 0, 3, 6, 9, 10, 8, 11, 13, 4, 1, 2, 7, 12, 15, 19, 23, 30]

export function DataSection() {
  return (
    <KitSection id="data" title="Data">
      <FilterBar clearHref="?">
        <TextField name="q" label="Name or place" type="search" />
        <Select name="state" label="Answer" options={[{ value: '', label: 'Any' }, { value: 'agreed', label: 'Agreed' }]} />
      </FilterBar>
      <DataTable caption="People put forward" columns={columns} rows={rows} rowKey={(row) => row.id} empty={null} select={{ name: 'chosen', label: (row) => `Choose ${row.name}` }} />
      <Pagination prev="?page=1" next="?page=3" summary="26 to 50 of 312" />
      <DataTable
        caption="Letters to post"
        columns={columns}
        rows={[]}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="No letters to post" level={3}>
            <p>Letters wait here when somebody has no email address.</p>
          </EmptyState>
        }
      />
      <BarChart
        caption="Arrivals by week, against last year"
        unit="This year"
        compareLabel="Last year"
        tableSummary="See these figures as a table"
        bars={[
          { label: 'Week 1', value: 14, compare: 9 },
          { label: 'Week 2', value: 41, compare: 30 },
          { label: 'Week 3', value: 0, compare: 22 },
          { label: 'Week of the posters', value: 87, compare: 61 },
        ]}
      />
      <BarChart
        caption="Where they come from"
        unit="People"
        tableSummary="See the places as a table"
        bars={[
          { label: longName, value: 40 },
          { label: 'PL4', value: 12 },
          { label: 'PL5', value: 0 },
        ]}
      />
      <ColumnChart
        caption="Arrivals by day, against last year"
        unit="This year"
        compareLabel="Last year"
        tableSummary="See every day as a table"
        bars={days.map((value, i) => ({ label: `${i + 3} November`, value, compare: daysBefore[i] }))}
      />
      <RangeChart
        caption="Where each could stand"
        dot="As it stands"
        bar="Nine times in ten"
        scale={{ from: 1, to: 3, words: ['First', 'Third'] }}
        tableSummary="See the places in a table"
        heads={['Place', 'Between']}
        ranges={[
          { label: longName, at: 1, between: { from: 1, to: 2 }, cells: [1, '1 and 2'] },
          { label: 'Asha Okafor', at: 2, between: { from: 1, to: 3 }, cells: [2, '1 and 3'] },
          { label: 'The night team', at: 3, between: null, cells: [3, 'Not known'] },
        ]}
      />
    </KitSection>
  )
}
