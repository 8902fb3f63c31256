import type { AgendaItem } from '#app/features/meeting/agenda.queries.server.ts'
import { itemPath } from '#app/features/meeting/paths.ts'
import { closenessText, itemWords } from '#app/features/meeting/words.ts'
import { phaseWords } from '#app/features/moderation/words.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'

/** What the meeting goes through, in its order. */
export function Agenda({ slug, items }: { slug: string; items: AgendaItem[] }) {
  const columns: Column<AgendaItem>[] = [
    { key: 'name', header: 'Category', cell: ({ slug: category, name, out }) => (out ? name : <a href={itemPath(slug, category)} className="inline-flex min-h-11 items-center">{name}</a>) },
    { key: 'close', header: 'How close', cell: ({ closeness, out }) => (out ? 'You have stepped out of this item' : closeness ? closenessText(closeness) : '–') },
    { key: 'phase', header: 'Decision', cell: ({ phase }) => <Tag tone={phaseWords[phase].tone}>{phaseWords[phase].label}</Tag> },
    { key: 'item', header: 'Item', cell: ({ item }) => <Tag tone={itemWords[item].tone}>{itemWords[item].label}</Tag> },
  ]
  return (
    <DataTable caption="Agenda" captionHidden columns={columns} rows={items} rowKey={({ id }) => id}
      empty={<EmptyState title="Nothing is on the agenda yet"><p>A category comes onto it when its scoring is closed, on its page under Results.</p></EmptyState>} />
  )
}
