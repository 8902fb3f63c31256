import type { OnDevice, Standing } from '#app/features/nominations/beginning.server.ts'
import { draftPath } from '#app/features/nominations/paths.ts'
import { Button, LinkButton, type ButtonVariant } from '#app/ui/button.tsx'
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
export function WaysToBegin({ slug, device: { held, nominator } }: { slug: string; device: OnDevice }) {
  const begun = held.some(({ standing }) => standing === 'begun')
  const variant = begun ? 'secondary' : 'primary'
  if (!nominator) return <Begin slug={slug} label={begun ? 'Start another nomination' : 'Start now'} variant={variant} />
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Begin slug={slug} label={`Start another nomination as ${nominator.name}`} variant={variant} from={nominator.from} />
      <Begin slug={slug} label="Start as somebody else" variant="quiet" />
    </div>
  )
}

/** What this device holds: the way on with each, and the way to leave nothing behind. */
export function OnThisDevice({ held, open }: Pick<OnDevice, 'held'> & { open: boolean }) {
  return (
    <section className="grid gap-4">
      <SectionTitle>On this device</SectionTitle>
      <ul className="grid gap-2">
        {held.map((one) => (
          <li key={one.id}><a href={draftPath(one.id, pageOf[one.standing])} className="inline-flex min-h-11 items-center font-bold">{wayOn(one, open)}</a></li>
        ))}
      </ul>
      <div><LinkButton href="/nominate/clear" variant="quiet">Not yours? Clear this device</LinkButton></div>
    </section>
  )
}

const pageOf: Record<Standing, string> = { begun: '', changed: 'check', live: 'sent', withdrawn: 'sent' }

function wayOn({ nomineeName, standing }: OnDevice['held'][number], open: boolean): string {
  const nomination = nomineeName ? `your nomination for ${nomineeName}` : 'the nomination you began'
  switch (standing) {
    case 'begun': return open ? `Go on with ${nomination}` : `Read ${nomination}, which was not sent`
    case 'changed': return `Send your changes to ${nomination}: they are not sent yet`
    case 'live': return `See how ${nomination} stands: it is sent`
    case 'withdrawn': return `See ${nomination}: it is withdrawn`
  }
}
