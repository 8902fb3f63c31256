import type { JudgingGap } from '#app/domain/judging-gaps.ts'
import { TaskList, type Task } from '#app/ui/task-list.tsx'

/** Category by category: ready, or what is missing and where it is mended. */
export function ReadinessList({ at, categories }: { at: string; categories: { slug: string; name: string; gaps: JudgingGap[] }[] }) {
  const items = categories.flatMap(({ slug, name, gaps }): Task[] =>
    gaps.length === 0
      ? [{ title: name, href: `${at}/panels/${slug}`, status: { label: 'Ready', tone: 'good' } }]
      : gaps.map((gap) => ({ title: gap.missing, href: `${at}/${gap.at}`, status: { label: 'Missing', tone: 'waiting' } })))
  return <TaskList items={items} />
}
