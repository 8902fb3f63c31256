import type { Several, Spread } from '#app/domain/award-spread.ts'
import { Notice } from '#app/ui/panel.tsx'

/** Who would have more than one award, of all that is decided so far. `each`: the edition gives one at most. */
export function SpreadPanel({ spread: { nominees, employers }, each }: { spread: Spread; each: boolean }) {
  if (nominees.length + employers.length === 0) return <p>Of all that is decided so far, no nominee and no employer has more than one award.</p>
  return (
    <Notice tone={nominees.length ? 'warning' : 'info'} title="More than one award, of all that is decided so far">
      {nominees.length > 0 && <p>{each ? 'Each nominee has one award at most: the second cannot be settled.' : 'Nothing forbids it. Think whether it is meant.'}</p>}
      <ul>
        {nominees.map((one) => <Line key={one.name} one={one} says={one.awards.map(({ category }) => category)} />)}
        {employers.map((one) => <Line key={one.name} one={one} says={one.awards.map(({ name, category }) => `${name} (${category})`)} />)}
      </ul>
    </Notice>
  )
}

function Line({ one: { name, awards }, says }: { one: Several; says: string[] }) {
  return <li><strong>{name}</strong>: {awards.length} awards, {says.join(', ')}</li>
}
