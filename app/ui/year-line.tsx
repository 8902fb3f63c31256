import { classes } from '#app/ui/classes.ts'
import { Icon } from '#app/ui/icon.tsx'

export type YearStep = { label: string; detail?: string; state: 'done' | 'now' | 'next' }

const said = { done: ' (done)', now: ' (now)', next: '' }

/** Where we are: a line across the page from 900 px, down the page on anything narrower. */
export function YearLine({ label, steps }: { label: string; steps: YearStep[] }) {
  return (
    <ol aria-label={label} className="year-line">
      {steps.map((step) => (
        <li key={step.label} aria-current={step.state === 'now' ? 'step' : undefined} data-state={step.state}>
          <span className="year-dot">{step.state === 'done' && <Icon shape="tick" className="size-4" />}</span>
          <span className="min-w-0">
            <span className={classes('block', step.state === 'now' ? 'font-bold text-plum700' : step.state === 'next' && 'text-ink2')}>
              {step.label}
              {said[step.state] && <span className="sr-only">{said[step.state]}</span>}
            </span>
            {step.detail && <span className="block text-small text-ink2">{step.detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
