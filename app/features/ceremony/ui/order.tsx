import type { Cue } from '#app/features/ceremony/queries.server.ts'
import type { OrderGap } from '#app/features/ceremony/preflight.queries.server.ts'
import { cueKindWords, lengthText } from '#app/features/ceremony/words.ts'
import { Form, HiddenField } from '#app/ui/form.tsx'
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
          {mayAct && <Movers version={version} line={line} first={index === 0} last={index === lines.length - 1} />}
        </li>
      ))}
    </ol>
  )
}

function Movers({ version, line: { id, title }, first, last }: { version: number; line: OrderLine; first: boolean; last: boolean }) {
  if (first && last) return null
  const button = 'inline-flex min-h-11 min-w-20 cursor-pointer items-center justify-center rounded-control border-2 border-plum600 px-3 font-bold text-plum600 hover:bg-plum100'
  return (
    <Form className="grid-flow-col gap-2 print:hidden">
      <HiddenField name="version" value={version} />
      <HiddenField name="cue" value={id} />
      {!first && <button type="submit" name="intent" value="up" className={button}>Up<span className="sr-only">: {title}</span></button>}
      {!last && <button type="submit" name="intent" value="down" className={button}>Down<span className="sr-only">: {title}</span></button>}
    </Form>
  )
}

/** What to see to before the night. */
export function Preflight({ at, gaps }: { at: string; gaps: OrderGap[] }) {
  if (gaps.length === 0) return <Notice tone="success" title="Every sealed category, finalist and name is in the order" />
  return <TaskList items={gaps.map((gap) => ({ title: gap.missing, href: `${at}/${gap.at}`, status: { label: 'Look at it', tone: 'waiting' } }))} />
}
