import type { ReactNode } from 'react'
import type { Criterion } from '#app/features/categories/queries.server.ts'
import type { Content } from '#app/features/judging/scorecard.ts'
import { ScorecardRead } from '#app/features/judging/ui/scorecard-read.tsx'
import { Inset } from '#app/ui/panel.tsx'

/** The same scorecard as it was filled in elsewhere: of two that disagree, both are shown. */
export function OtherVersion({ title, criteria, content, children }: { title: string; criteria: Criterion[]; content: Content; children: ReactNode }) {
  return (
    <Inset>
      <div className="flow">
        <h3 className="text-h3 font-bold">{title}</h3>
        <ScorecardRead criteria={criteria} content={content} />
        <p>{children}</p>
      </div>
    </Inset>
  )
}
