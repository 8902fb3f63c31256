import { HiddenField } from '#app/ui/form.tsx'

interface NamesProps {
  label: string
  people: { id: string; name: string; beside: string }[]
}

/** Everybody whom an act touches, before it is done. */
export function Names({ label, people }: NamesProps) {
  return (
    <ul aria-label={label} className="grid max-w-form gap-x-6 border-t border-hair">
      {people.map(({ id, name, beside }) => (
        <li key={id} className="flex flex-wrap justify-between gap-x-4 border-b border-hair py-2"><strong>{name}</strong> <span className="text-ink2">{beside}</span></li>
      ))}
    </ul>
  )
}

/** The same people, for the form: what is done is what was seen. */
export function ChosenFields({ people }: Pick<NamesProps, 'people'>) {
  return people.map(({ id }) => <HiddenField key={id} name="nominee" value={id} />)
}
