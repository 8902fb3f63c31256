import type { Cue } from '#app/features/ceremony/queries.server.ts'
import type { OrderGap } from '#app/features/ceremony/preflight.queries.server.ts'
import { cueKindWords, lengthText } from '#app/features/ceremony/words.ts'
import { Movers } from '#app/ui/movers.tsx'
import { TaskList } from '#app/ui/task-list.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { Tag } from '#app/ui/tag.tsx'

export type OrderLine = Pick<Cue, 'id' | 'kind' | 'title' | 'revealed'> & { seconds: number }

/** The running order; those who may, move a line with its two buttons. */
export function Order({ at, version, lines, mayAct }: { at: string; version: number; lines: OrderLine[]; mayAct: boolean }) {
  return (
    <ol className="border-t border-hair">
      {lines.map((line, index) => (
        <li key={line.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-hair py-2">
          <div className="min-w-0 grow basis-60">
            <span className="text-small text-ink2">{index + 1} · {cueKindWords[line.kind]}{line.seconds > 0 && `, about ${lengthText(line.seconds)}`}</span>{' '}
            <span className="block font-bold">{mayAct ? <a href={`${at}/${line.id}`}>{line.title}</a> : line.title}</span>
          </div>
          {line.revealed && <Tag tone="good">Shown</Tag>}
          {mayAct && <Movers fields={{ version, cue: line.id }} label={line.title} first={index === 0} last={index === lines.length - 1} />}
        </li>
      ))}
    </ol>
  )
}

/** What to see to before the night. */
export function Preflight({ at, gaps }: { at: string; gaps: OrderGap[] }) {
  if (gaps.length === 0) return <Notice tone="success" title="Every sealed category, finalist and name is in the order" />
  return <TaskList items={gaps.map((gap) => ({ title: gap.missing, href: `${at}/${gap.at}`, status: { label: 'Look at it', tone: 'waiting' } }))} />
}
