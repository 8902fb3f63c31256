import type { ShownAward } from '#app/features/ceremony/awards.queries.server.ts'
import type { CategoryWinners } from '#app/features/winners/queries.server.ts'
import { Rosette } from '#app/ui/ribbon.tsx'

/** A category and whom it thanks, in the words that were read out. */
export function CategoryAwards({ edition, category: { slug, name, winners, commended } }: { edition: string; category: CategoryWinners }) {
  return (
    <section aria-labelledby={slug} className="grid gap-x-6 gap-y-3 border-t border-hair pt-6 break-inside-avoid sm:grid-cols-[4rem_minmax(0,1fr)]">
      <Rosette className="w-12 text-gold400 sm:w-16" />
      <div className="flow">
        <h2 id={slug} className="font-semibold"><a href={`/${edition}/categories/${slug}`}>{name}</a></h2>
        {winners.map((one, index) => <Winner key={index} award={one} />)}
        {commended.length > 0 && <p className="text-ink2">Highly commended: {namesText(commended)}</p>}
      </div>
    </section>
  )
}

function Winner({ award: { name, employer, citation } }: { award: ShownAward }) {
  if (!name) return <p className="text-lead text-ink2">A winner who is not named in public</p>
  return (
    <div>
      <p className="font-display text-h2 font-semibold text-balance text-plum700">{name}</p>
      {employer && <p className="text-ink2">{employer}</p>}
      {citation && <blockquote className="mt-3 max-w-text text-pretty">{citation}</blockquote>}
    </div>
  )
}

function namesText(awards: ShownAward[]): string {
  const named = awards.filter(({ name }) => name).map(({ name, employer }) => (employer ? `${name}, ${employer}` : name))
  const unnamed = awards.length - named.length
  return [...named, ...(unnamed ? [`${unnamed}${named.length ? ' more' : ''} whose name is not public`] : [])].join('; ')
}
