import type { ReactNode } from 'react'
import { classes } from '#app/ui/classes.ts'
import { edge, GroupFrame } from '#app/ui/field-parts.tsx'

export type Anchor = { value: number; text: string }

type ScoreRowProps = {
  name: string
  legend: ReactNode
  hint?: ReactNode
  anchors: Anchor[]
  value?: number | string
  error?: string
  /** A choice that is no mark, set apart from them. */
  apart?: { value: string; text: string }
  /** Shown while the lowest or the highest mark is chosen. */
  reason?: ReactNode
}

/** A mark chosen by its words, not by its number alone. Whole rows answer to a thumb. */
export function ScoreRow({ anchors, apart, value, reason, ...frame }: ScoreRowProps) {
  const { name } = frame
  const ends = [anchors[0], anchors.at(-1)]
  return (
    <div className="score">
      <GroupFrame {...frame}>
        <div className={classes('grid overflow-clip rounded-control border-2', edge(frame.error))}>
          {anchors.map((anchor, i) => (
            <label key={anchor.value} className="score-row">
              <Point id={i === 0 ? name : `${name}-${i + 1}`} name={name} value={anchor.value} chosen={value} end={reason !== undefined && ends.includes(anchor)} />
              <span className="w-4 shrink-0 text-center font-bold tabular-nums">{anchor.value}</span>
              <span className="min-w-0">{anchor.text}</span>
            </label>
          ))}
          {apart && (
            <label className="score-row score-apart">
              <Point id={`${name}-${apart.value}`} name={name} value={apart.value} chosen={value} />
              <span className="min-w-0">{apart.text}</span>
            </label>
          )}
        </div>
      </GroupFrame>
      {reason && <div className="score-reason">{reason}</div>}
    </div>
  )
}

function Point({ id, name, value, chosen, end }: { id: string; name: string; value: number | string; chosen?: number | string; end?: boolean }) {
  const isChosen = chosen !== undefined && String(value) === String(chosen)
  return <input id={id} type="radio" name={name} value={value} defaultChecked={isChosen} data-end={end ? '' : undefined} className="radio" />
}
