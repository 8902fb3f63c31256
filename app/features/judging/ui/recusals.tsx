import type { RecusalLine } from '#app/features/judging/recusals.queries.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'

/** What a judge has stepped aside from, each with the way back. */
export function Recusals({ recusals }: { recusals: RecusalLine[] }) {
  if (recusals.length === 0) return <p>Nothing. What a tie keeps out of their sight is not listed here: see the panel.</p>
  return (
    <ul className="border-t border-hair">
      {recusals.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-hair py-4">
          <div className="min-w-0 grow basis-60">
            <p className="font-bold">{one.name}</p>
            <p className="text-small text-ink2">{one.category} · {one.source === 'declared' ? 'said so themselves' : 'made to by organisers'}, {one.at}</p>
            {one.reason && <p>{one.reason}</p>}
          </div>
          <Form>
            <HiddenField name="recusal" value={one.id} />
            <Button name="intent" value="let-back" variant="secondary">Let them judge it<span className="sr-only">: {one.name}</span></Button>
          </Form>
        </li>
      ))}
    </ul>
  )
}
