import type { ReactNode } from 'react'
import { SectionTitle } from '#app/ui/heading.tsx'

export const longName = 'Bethany-Rose Ŵyn Parry-Achebe-Clarke of Gorsebank & Łukasz O’Neill'

export function KitSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid grid-cols-[minmax(0,1fr)] gap-8 border-t border-hair">
      <SectionTitle id={id}>{title}</SectionTitle>
      {children}
    </section>
  )
}
