import type { ControlView } from '#app/features/ceremony/control.queries.server.ts'
import { classes } from '#app/ui/classes.ts'
import { Form, HiddenField } from '#app/ui/form.tsx'

/** For a thumb in a dark hall: what is on stage, what comes next, three keys. */
export function Control({ slug, name, control }: { slug: string; name: string; control: ControlView }) {
  const { now, next, black, open, order } = control
  return (
    <>
      <h1 className="font-semibold text-gold200">Stage of {name}</h1>
      <section aria-labelledby="now">
        <h2 id="now" className="text-small">{black ? 'Black now; behind it' : 'On stage now'}</h2>
        <p className="text-h1 font-bold text-balance">{now}</p>
      </section>
      {open ? <Keys control={control} /> : <p>The stage opens when every result is sealed, and closes when the year is archived.</p>}
      {open && !next && order.length > 0 && <p>That was the last of the running order.</p>}
      <Order order={order} />
      <p className="flex flex-wrap gap-x-6">
        <a href={`/stage/${slug}`} className="inline-flex min-h-11 items-center">Screen of the hall</a>
        <a href={`/stage/${slug}/script`} className="inline-flex min-h-11 items-center">Presenter’s script</a>
      </p>
    </>
  )
}

function Keys({ control: { version, next, back, black, undoLeft } }: { control: ControlView }) {
  return (
    <Form className="gap-4 print:hidden">
      <HiddenField name="version" value={version} />
      {next && (
        <button type="submit" name="act" value="next" className={classes('control-key control-next', next.reveals && 'control-reveal')}>
          <span className="text-small font-semibold">{next.reveals ? 'Next: show the' : 'Next'}</span>
          <span>{next.reveals ? next.text.replace(/^W/, 'w') : next.text}</span>
        </button>
      )}
      <div className="grid grid-cols-2 gap-4">
        {back ? (
          <button type="submit" name="act" value="back" className="control-key">
            <span>{back.undoes ? 'Take it back' : 'Back'}</span>
            <span className="text-small font-normal">{back.undoes ? `The public does not know yet, for ${undoLeft} seconds` : back.text}</span>
          </button>
        ) : <span />}
        <button type="submit" name="act" value="black" className="control-key" aria-pressed={black}>{black ? 'Light' : 'Black'}</button>
      </div>
    </Form>
  )
}

function Order({ order }: Pick<ControlView, 'order'>) {
  if (order.length === 0) return <p>There is no running order yet. An organiser makes it on the page “The ceremony”.</p>
  return (
    <section aria-labelledby="order">
      <h2 id="order" className="font-semibold text-gold200">Running order</h2>
      <ol className="mt-2 list-inside list-decimal">
        {order.map(({ id, title, here, revealedAt }) => (
          <li key={id} aria-current={here ? 'step' : undefined} className={classes('border-t border-plum600 py-2', here && 'font-bold text-gold400')}>
            {title}{revealedAt && <span className="text-small font-normal">, public from {revealedAt}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
