import type { Criterion } from '#app/features/categories/queries.server.ts'
import { SectionTitle } from '#app/ui/heading.tsx'

/** The same made-up story told better and better, up to what the top of a scale of six points means. */
const tellings = [
  'He is a lovely man.',
  'He always goes the extra mile for everybody.',
  'He gets people to eat when they will not.',
  'When a resident stopped eating, he found out which soup she used to make, and they made it together.',
  '… and they made it together. She has sat down with the others every day since.',
  '… every day since. The cook now asks every family about food on the first day, and the dietitian tells other homes about it.',
]

/** What each point of a scale means; with an example, where the scale has as many points as the example. */
export function GoodEvidence({ criterion: { anchors, scaleMin } }: { criterion: Pick<Criterion, 'anchors' | 'scaleMin'> }) {
  const examples = anchors.length === tellings.length ? tellings : []
  return (
    <>
      <SectionTitle>What a good example looks like</SectionTitle>
      <p>Judges score what a nomination shows. One time, told plainly, says more than many fine words:</p>
      <dl className="border-t border-hair">
        {anchors.map((anchor, index) => (
          <div key={anchor} className="border-b border-hair py-3">
            <dt className="font-bold">{scaleMin + index}: {anchor}</dt>
            {examples[index] && <dd>“{examples[index]}”</dd>}
          </div>
        ))}
      </dl>
      <p>Leave out the names and health details of people who receive care.</p>
    </>
  )
}
