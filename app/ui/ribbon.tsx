import { classes } from '#app/ui/classes.ts'
import { rosette } from '#app/ui/rosette.ts'

/** The small mark: a rosette with a heart cut out of it. Legible at 16 px. */
export function RibbonMark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={classes('shrink-0', className)} fill="currentColor" aria-hidden="true" focusable="false">
      <path className="fold" d="M7.2 15 4.6 23.4l3.5-1.1 2.3 1.5L12 17.6l1.6 6.2 2.3-1.5 3.5 1.1L16.8 15z" />
      <path
        fillRule="evenodd"
        d="M12 .4a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 13.7C8.6 11.8 7.2 10 7.2 8c0-1.6 1.2-2.7 2.6-2.7.9 0 1.7.5 2.2 1.3.5-.8 1.3-1.3 2.2-1.3 1.4 0 2.6 1.1 2.6 2.7 0 2-1.4 3.8-4.8 6.1z"
      />
    </svg>
  )
}

/** The large rosette, for heroes, thanks and prints. One colour and its own shade for the folds. */
export function Rosette({ className = 'w-40' }: { className?: string }) {
  return (
    <svg viewBox="0 0 120 170" className={classes('shrink-0', className)} fill="currentColor" aria-hidden="true" focusable="false">
      <path className="fold-under" d={rosette.leftTail} />
      <path className="fold-deep" d={rosette.rightTail} />
      <path className="fold" fillRule="evenodd" d={rosette.disc} />
      <path d={rosette.pleats} />
      <path fillRule="evenodd" d={rosette.medal} />
    </svg>
  )
}

/** A strip of folded ribbon, 4 px high across the top of a page; thicker where a class says so. */
export function RibbonEdge({ className = 'h-1' }: { className?: string }) {
  return (
    <svg viewBox="0 0 1200 4" preserveAspectRatio="none" className={classes('block w-full', className)} aria-hidden="true" focusable="false">
      <path className="fill-plum600" d="M0 0h1200v4H0z" />
      <path className="fill-gold400" d="M0 0h236l-12 4H0z" />
    </svg>
  )
}
