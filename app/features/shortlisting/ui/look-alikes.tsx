import type { LookAlikePair } from '#app/features/shortlisting/look-alikes.queries.server.ts'
import { Notice } from '#app/ui/panel.tsx'

/** Before something is done with those who are chosen: who of them may be one nominee under two names. It keeps nobody from going on. */
export function LookAlikesWarning({ slug, pairs }: { slug: string; pairs: LookAlikePair[] }) {
  if (pairs.length === 0) return null
  return (
    <Notice tone="warning" title="Some of them may be one nominee under two names">
      <p>Look at each pair first: merge them, or say that they are not the same. You can go on without.</p>
      <ul>
        {pairs.map(({ one, other, both }) => (
          <li key={one.id + other.id}>
            <a href={`/organise/${slug}/same/${one.id}/${other.id}`} className="inline-flex min-h-11 items-center">{one.name} and {other.name}</a>
            {both && <span className="block text-small">Both are in</span>}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
