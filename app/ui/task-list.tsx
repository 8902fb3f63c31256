import type { ReactNode } from 'react'
import { Tag, type TagTone } from '#app/ui/tag.tsx'

export type Task = { title: string; href?: string; hint?: ReactNode; status: { label: string; tone: TagTone } }

const row = 'flex min-h-12 flex-wrap items-center justify-between gap-x-6 gap-y-2 px-3 py-3'

/** Things to do in any order. The whole row is one link; what cannot start yet is not a link. */
export function TaskList({ items }: { items: Task[] }) {
  return (
    <ul className="border-t border-hair">
      {items.map((item) => (
        <li key={item.title} className="border-b border-hair">
          {item.href === undefined ? (
            <div className={row}>
              <TaskWords item={item} />
            </div>
          ) : (
            <a href={item.href} className={`${row} group no-underline hover:bg-mist`}>
              <TaskWords item={item} />
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

function TaskWords({ item }: { item: Task }) {
  return (
    <>
      <span className="min-w-0 grow basis-60">
        <span className={item.href === undefined ? undefined : 'font-bold underline group-hover:decoration-2'}>{item.title}</span>
        {item.hint && <span className="block text-small text-ink2">{item.hint}</span>}
      </span>
      <Tag tone={item.status.tone}>{item.status.label}</Tag>
    </>
  )
}
