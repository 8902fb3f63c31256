import { Form, HiddenField } from '#app/ui/form.tsx'

const button = 'inline-flex min-h-11 min-w-20 cursor-pointer items-center justify-center rounded-control border-2 border-plum600 px-3 font-bold text-plum600 hover:bg-plum100'

/** The two buttons that move one thing in a list, but for the one that would lead nowhere. `fields`: which thing, of which list. */
export function Movers({ fields, label, first, last }: { fields: Record<string, string | number>; label: string; first: boolean; last: boolean }) {
  if (first && last) return null
  return (
    <Form className="grid-flow-col gap-2 print:hidden">
      {Object.entries(fields).map(([name, value]) => <HiddenField key={name} name={name} value={value} />)}
      {!first && <button type="submit" name="intent" value="up" className={button}>Up<span className="sr-only">: {label}</span></button>}
      {!last && <button type="submit" name="intent" value="down" className={button}>Down<span className="sr-only">: {label}</span></button>}
    </Form>
  )
}
