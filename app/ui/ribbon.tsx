import { classes } from '#app/ui/classes.ts'

/** A point on a circle, to one decimal: enough for a stage screen, short enough for a phone. */
function point(cx: number, cy: number, radius: number, turn: number) {
  const angle = turn * 2 * Math.PI
  return `${(cx + radius * Math.sin(angle)).toFixed(1)} ${(cy - radius * Math.cos(angle)).toFixed(1)}`
}

/** A scalloped disc: `count` shallow arcs around a circle. */
function scallops(cx: number, cy: number, radius: number, count: number) {
  const bump = ((radius * Math.PI) / count) * 1.04
  const arcs = Array.from({ length: count }, (_, i) => `A${bump.toFixed(1)} ${bump.toFixed(1)} 0 0 1 ${point(cx, cy, radius, (i + 1) / count)}`)
  return `M${point(cx, cy, radius, 0)}${arcs.join('')}Z`
}

/** The lit side of every pleat of a rosette, as wedges from the inner to the outer circle. */
function pleats(cx: number, cy: number, inner: number, outer: number, count: number) {
  return Array.from({ length: count }, (_, i) => {
    const from = (i + 0.25) / count
    const to = (i + 0.75) / count
    return `M${point(cx, cy, inner, from)}L${point(cx, cy, outer, from)}L${point(cx, cy, outer, to)}L${point(cx, cy, inner, to)}Z`
  }).join('')
}

const disc = scallops(60, 58, 52, 24)
const folds = pleats(60, 58, 37, 54, 24)

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
      <path className="fold-under" d="M34 92 18 168l19-9 13 11 16-66z" />
      <path className="fold-deep" d="M86 92l16 76-19-9-13 11-16-66z" />
      <path className="fold" fillRule="evenodd" d={`${disc}M60 21a37 37 0 1 0 0 74 37 37 0 0 0 0-74z`} />
      <path d={folds} />
      <path
        fillRule="evenodd"
        d="M60 25a33 33 0 1 0 0 66 33 33 0 0 0 0-66zm0 53C46 68.5 40 61 40 53c0-6.7 5-11.2 10.8-11.2 3.8 0 7.2 2 9.2 5.3 2-3.3 5.4-5.3 9.2-5.3C75 41.8 80 46.3 80 53c0 8-6 15.5-20 25z"
      />
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
