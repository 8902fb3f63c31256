import type { chosenPerson } from '#app/features/screening/notice-view.ts'
import { EntryTags } from '#app/features/screening/ui/labels.tsx'
import { HiddenField } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/panel.tsx'

type ChosenPerson = ReturnType<typeof chosenPerson>

interface NamesProps {
  slug: string
  label: string
  people: ChosenPerson[]
}

/** Everybody whom an act touches, before it is done. */
export function Names({ slug, label, people }: NamesProps) {
  return (
    <ul aria-label={label} className="grid max-w-form gap-x-6 border-t border-hair">
      {people.map(({ id, name, beside, entries, lookAlike }) => (
        <li key={id} className="grid gap-1 border-b border-hair py-2">
          <span className="flex flex-wrap justify-between gap-x-4"><strong>{name}</strong> <span className="text-ink2">{beside}</span></span>
          <EntryTags entries={entries} />
          {lookAlike && <LookAlikeLink slug={slug} person={{ id, name, lookAlike }} />}
        </li>
      ))}
    </ul>
  )
}

/** To the pair that may be one person and is neither merged nor told apart. */
export function LookAlikeLink({ slug, person: { id, name, lookAlike } }: { slug: string; person: Pick<ChosenPerson, 'id' | 'name'> & { lookAlike: string } }) {
  return <a href={`/organise/${slug}/same/${id}/${lookAlike}`} className="inline-flex min-h-11 items-center font-normal">Looks like somebody else<span className="sr-only">: {name}</span></a>
}

/** What to think of before these people are written to. */
export function Cautions({ people }: Pick<NamesProps, 'people'>) {
  const out = people.filter((person) => person.out).length
  const alike = people.filter(({ lookAlike }) => lookAlike).length
  if (out + alike === 0) return null
  const ofThem = (count: number) => (people.length === 1 ? 'This nominee' : `${count} of them`)
  return (
    <Notice tone="warning" title="Look before you write">
      {out > 0 && <p>{ofThem(out)} {out === 1 ? 'does' : 'do'} not go forward to the judges. What is written to them says so, and not why: the law may still want them told what we hold.</p>}
      {alike > 0 && <p>{ofThem(alike)} {alike === 1 ? 'looks' : 'look'} like somebody else who is nominated. Look at both first, so that nobody is written to twice.</p>}
    </Notice>
  )
}

/** The same people, for the form: what is done is what was seen. */
export function ChosenFields({ people }: Pick<NamesProps, 'people'>) {
  return people.map(({ id }) => <HiddenField key={id} name="nominee" value={id} />)
}
