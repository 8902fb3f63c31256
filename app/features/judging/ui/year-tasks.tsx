import type { YearTask } from '#app/features/judging/year-tasks.server.ts'
import { TaskList } from '#app/ui/task-list.tsx'

export function YearTasks({ slug, tasks }: { slug: string; tasks: YearTask[] }) {
  return <TaskList items={tasks.map((task) => ({ title: task.title, href: `/organise/${slug}/${task.at}`, status: statusOf(task) }))} />
}

function statusOf({ left, of }: YearTask) {
  if (left === null) return { label: 'Look', tone: 'neutral' as const }
  if (left === 0) return { label: 'Done', tone: 'good' as const }
  return { label: of === 'not yet' ? 'Not yet' : `${left} ${of}`, tone: 'waiting' as const }
}
