import { auditGroups } from '#app/features/audit/groups.ts'
import type { HappeningRow } from '#app/features/audit/queries.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Select } from '#app/ui/field.tsx'
import { HiddenField } from '#app/ui/form.tsx'
import { DataTable, FilterBar, type Column } from '#app/ui/table.tsx'

export interface AuditAsked {
  who: string
  group: string
  /** the id of one thing */
  about: string
  /** `none`: what belongs to no edition */
  of: string
}

export function AuditFilterBar({ asked, actors, owner }: { asked: AuditAsked; actors: { id: string; name: string }[]; owner: boolean }) {
  const people = actors.map(({ id, name }) => ({ value: id, label: name }))
  const groups = Object.entries(auditGroups).map(([value, { label }]) => ({ value, label }))
  return (
    <FilterBar>
      <Select name="who" label="Who" value={asked.who}
        options={[{ value: '', label: 'Everybody' }, ...people, { value: 'visitor', label: 'Visitors' }, { value: 'system', label: 'The system' }]} />
      <Select name="group" label="What about" value={asked.group} options={[{ value: '', label: 'Everything' }, ...groups]} />
      {owner && (
        <Select name="of" label="In" value={asked.of} options={[{ value: '', label: 'This edition' }, { value: 'none', label: 'No edition (signing in)' }]} />
      )}
      {asked.about && <HiddenField name="about" value={asked.about} />}
    </FilterBar>
  )
}

export function AuditTable({ at, rows, asked }: { at: string; rows: HappeningRow[]; asked: AuditAsked }) {
  const about = (row: HappeningRow) => `${at}?${new URLSearchParams({ ...(asked.of && { of: asked.of }), about: row.objectId ?? '' }).toString()}`
  const columns: Column<HappeningRow>[] = [
    { key: 'what', header: 'What happened', cell: (row) => <><strong>{row.who}</strong> <span className="font-normal">{row.what}</span></> },
    { key: 'at', header: 'When', cell: (row) => <span className="sm:whitespace-nowrap">{row.at}</span> },
  ]
  const link: Column<HappeningRow> = {
    key: 'more', header: 'More',
    cell: (row) => row.objectId && <a href={about(row)} className="-my-2 inline-flex min-h-11 items-center whitespace-nowrap">All about this<span className="sr-only">: {row.what}</span></a>,
  }
  const filtered = Boolean(asked.who || asked.group || asked.about)
  const empty = (
    <EmptyState title={filtered ? 'No line matches' : 'Nothing has happened yet'}>
      <p>{filtered ? 'Clear a filter to see more.' : 'The first change to this edition is the first line here.'}</p>
    </EmptyState>
  )
  return (
    <DataTable caption="What happened, newest first" captionHidden columns={asked.about ? columns : [...columns, link]} rows={rows}
      rowKey={(row) => String(row.seq)} empty={empty} />
  )
}
