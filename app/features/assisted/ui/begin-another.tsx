import { enterPath } from '#app/features/assisted/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'

/** Begins another one; `from`: the draft whose nominator it is by as well, who need not be asked again. */
export function BeginAnother({ slug, label, channel, from }: { slug: string; label: string; channel: string; from?: string }) {
  return (
    <Form action={enterPath(slug)} className="w-full sm:w-auto">
      <HiddenField name="channel" value={channel} />
      {from && <HiddenField name="from" value={from} />}
      <div><Button variant="secondary">{label}</Button></div>
    </Form>
  )
}
