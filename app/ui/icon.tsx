import { classes } from '#app/ui/classes.ts'

export type Shape = 'dot' | 'half' | 'tick' | 'bang' | 'star' | 'i'

const paths: Record<Shape, string> = {
  dot: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z',
  i: 'M8 .5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM7 7h2v5H7zm1-3.6a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4z',
  half: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 2a4 4 0 0 1 0 8z',
  tick: 'M6.2 13.2 1.8 8.8l1.7-1.7 2.7 2.7 6.3-6.3 1.7 1.7z',
  bang: 'M6.7 1.5h2.6l-.4 8.3H7.1zM8 11.2a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z',
  star: 'm8 .8 2.2 4.8 5.2.6-3.9 3.5 1.1 5.2L8 12.3l-4.6 2.6 1.1-5.2L.6 6.2l5.2-.6z',
}

/** ● ◐ ✓ ! ★ drawn rather than typed, so that they look the same in every typeface. */
export function Icon({ shape, className = 'size-4' }: { shape: Shape; className?: string }) {
  return (
    <svg viewBox="0 0 16 16" className={classes('shrink-0', className)} fill="currentColor" fillRule="evenodd" aria-hidden="true" focusable="false">
      <path d={paths[shape]} />
    </svg>
  )
}
