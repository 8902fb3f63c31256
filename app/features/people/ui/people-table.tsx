import { roleWords } from '#app/domain/roles.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Select } from '#app/ui/field.tsx'
import { DataTable, FilterBar } from '#app/ui/table.tsx'
import { roles } from '#db/vocabulary.ts'

/** One role that one person holds. */
export interface PersonLine {
  id: string
  name: string
  email: string
  role: string
  since: string
  takeAway: 'may' | 'may-not' | 'last-owner' | 'ends-among-judges'
}

export function RoleFilter({ at, role }: { at: string; role: string }) {
  const options = roles.map((one) => ({ value: one, label: roleWords[one].name }))
  return (
    <FilterBar clearHref={at}>
      <Select name="role" label="Role" value={role} options={[{ value: '', label: 'All roles' }, ...options]} />
    </FilterBar>
  )
}

export function PeopleTable({ at, people }: { at: string; people: PersonLine[] }) {
  return (
    <DataTable
      caption="People and their roles"
      captionHidden
      rows={people}
      rowKey={(person) => person.id}
      empty={<EmptyState title="Nobody has this role">Invite somebody, or look at all roles.</EmptyState>}
      columns={[
        { key: 'name', header: 'Name', cell: (person) => person.name },
        { key: 'role', header: 'Role', cell: (person) => person.role },
        { key: 'email', header: 'Email', cell: (person) => person.email },
        { key: 'since', header: 'Since', cell: (person) => person.since },
        { key: 'change', header: 'Change', cell: (person) => <TakeAway at={at} person={person} /> },
      ]}
    />
  )
}

function TakeAway({ at, person }: { at: string; person: PersonLine }) {
  if (person.takeAway === 'last-owner') return <>The only owner</>
  if (person.takeAway === 'ends-among-judges') return <a href="judges" className="inline-flex min-h-11 items-center">See judges</a>
  if (person.takeAway === 'may-not') return <>Owners decide</>
  return (
    <a href={`${at}/${person.id}/take-away`} className="inline-flex min-h-11 items-center">
      Take away<span className="sr-only"> {person.name}’s role as {person.role}</span>
    </a>
  )
}
