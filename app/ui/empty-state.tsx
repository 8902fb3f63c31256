import type { ReactNode } from 'react'
import { RibbonMark } from '#app/ui/ribbon.tsx'

/** Nothing here yet: says why, and what will bring something. */
export function EmptyState({ title, children, level = 2 }: { title: ReactNode; children?: ReactNode; level?: 2 | 3 }) {
  const Heading = `h${level}` as const
  return (
    <div className="grid justify-items-start gap-3 rounded-card border border-transparent bg-mist p-6 md:p-8">
      <RibbonMark className="size-10 text-plum600" />
      <Heading className="text-h3 font-bold">{title}</Heading>
      {children && <div className="flow max-w-text">{children}</div>}
    </div>
  )
}
