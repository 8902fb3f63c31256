import type { Gap } from '#app/domain/gaps.ts'
import { TaskList, type Task } from '#app/ui/task-list.tsx'

/** What opening asks for, by the place where each is seen to. */
const asked: { at: string; title: string }[] = [
  { at: 'settings/host', title: 'Who runs the awards, and how to reach them' },
  { at: 'settings/ceremony', title: 'The ceremony' },
  { at: 'settings/dates', title: 'When nominations open and close' },
  { at: 'settings/timetable', title: 'The dates after the close' },
  { at: 'settings/current', title: 'The public pages show this edition' },
  { at: 'categories', title: 'Categories, criteria and weights' },
  { at: 'questions', title: 'Questions' },
]

/** Everything that must be true before nominations open: each gap with the way to mend it, and what is done. */
export function GapTasks({ slug, gaps }: { slug: string; gaps: Gap[] }) {
  const missing: Task[] = gaps.map((gap) => ({ title: gap.missing, href: `/organise/${slug}/${gap.at}`, status: { label: 'Missing', tone: 'waiting' } }))
  const done: Task[] = asked
    .filter(({ at }) => !gaps.some((gap) => gap.at === at || gap.at.startsWith(`${at}/`)))
    .map(({ at, title }) => ({ title, href: `/organise/${slug}/${at}`, status: { label: 'Done', tone: 'good' } }))
  return <TaskList items={[...missing, ...done]} />
}
