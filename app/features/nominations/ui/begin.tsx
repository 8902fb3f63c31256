import type { OnDevice } from '#app/features/nominations/beginning.server.ts'
import { draftPath } from '#app/features/nominations/paths.ts'
import { Button, type ButtonVariant } from '#app/ui/button.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'

/** The button that begins a draft. `from`: the draft of this device that says who nominates. */
export function Begin(props: { slug: string; label: string; variant?: ButtonVariant; from?: string; kind?: string; category?: string }) {
  const { slug, label, variant, ...known } = props
  return (
    <Form action={`/${slug}/nominate`} className="w-full sm:w-auto">
      {Object.entries(known).map(([name, value]) => value && <HiddenField key={name} name={name} value={value} />)}
      <div><Button variant={variant}>{label}</Button></div>
    </Form>
  )
}

/** The ways to begin: on a device that knows its nominator, as them or as somebody else. */
export function WaysToBegin({ slug, device: { begun, nominator } }: { slug: string; device: OnDevice }) {
  const variant = begun.length ? 'secondary' : 'primary'
  if (!nominator) return <Begin slug={slug} label={begun.length ? 'Start another nomination' : 'Start now'} variant={variant} />
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Begin slug={slug} label={`Start another nomination as ${nominator.name}`} variant={variant} from={nominator.from} />
      <Begin slug={slug} label="Start as somebody else" variant="quiet" />
    </div>
  )
}

/** What this device holds that is not sent: the way on, and the way to leave nothing behind. */
export function Begun({ drafts }: { drafts: OnDevice['begun'] }) {
  return (
    <section className="grid gap-4">
      <SectionTitle>Begun on this device</SectionTitle>
      <ul className="grid gap-2">
        {drafts.map(({ id, nomineeName }) => (
          <li key={id}>
            <a href={draftPath(id)} className="inline-flex min-h-11 items-center font-bold">{nomineeName ? `Go on with your nomination for ${nomineeName}` : 'Go on with the nomination you began'}</a>
          </li>
        ))}
      </ul>
      <Form action="/nominate/clear">
        <div><Button variant="quiet">Not yours? Clear this device</Button></div>
      </Form>
    </section>
  )
}
