import type { ReactNode } from 'react'
import { classes } from '#app/ui/classes.ts'
import { edge, GroupFrame } from '#app/ui/field-parts.tsx'

export type Anchor = { value: number; text: string }

/** A mark chosen by its words, not by its number alone. Whole rows answer to a thumb. */
export function ScoreRow(props: { name: string; legend: ReactNode; hint?: ReactNode; anchors: Anchor[]; value?: number; error?: string }) {
  const { name, anchors, value, ...frame } = props
  return (
    <GroupFrame name={name} {...frame}>
      <div className={classes('grid overflow-clip rounded-control border-2', edge(frame.error))}>
        {anchors.map((anchor, i) => (
          <label key={anchor.value} className="score-row">
            <input
              id={i === 0 ? name : `${name}-${i + 1}`}
              type="radio"
              name={name}
              value={anchor.value}
              defaultChecked={anchor.value === value}
              className="radio"
            />
            <span className="w-4 shrink-0 text-center font-bold tabular-nums">{anchor.value}</span>
            <span className="min-w-0">{anchor.text}</span>
          </label>
        ))}
      </div>
    </GroupFrame>
  )
}
