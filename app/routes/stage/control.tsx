import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pressStage } from '#app/features/ceremony/commands.server.ts'
import { readControl } from '#app/features/ceremony/control.queries.server.ts'
import { nudgeStage } from '#app/features/ceremony/feed.server.ts'
import { pressForm } from '#app/features/ceremony/forms.ts'
import { Control } from '#app/features/ceremony/ui/control.tsx'
import { siteName } from '#app/features/editions/template.ts'
import { requireStageCrew } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Followed, RefreshLink } from '#app/ui/followed.tsx'

const done = { already: 'That was pressed already. This is where the stage is now.' }

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireStageCrew(args)
  return { slug: edition.slug, name: edition.name, control: await readControl(ctx, edition), done: saidDone(args.request, done) }
}

/** One press. The second of two has nothing to do, and is shown where the first one led. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireStageCrew(args)
  const form = await readForm(args.request, pressForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const pressed = await pressStage(ctx, edition, form.value.act, form.value.version)
  const here = `/stage/${edition.slug}/control`
  if (!pressed.ok) return pressed.code === 'changed-meanwhile' ? seeOther(`${here}?done=already`) : refusedForm(pressed, form.values)
  nudgeStage(ctx.db, edition.id)
  return seeOther(here)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Control – Stage ${data?.slug ?? ''} – ${siteName}` }]

export default function StageControl() {
  const { slug, name, control, done } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  return (
    <div className="on-plum flex grow flex-col bg-plum800 text-paper">
      <Followed events={`/stage/${slug}/events`} shown={control.id} className="page" press={`/stage/${slug}/control`}>
        {errors && <ErrorSummary errors={errors} />}
        {done && <p role="status" className="font-semibold text-gold200">{done}</p>}
        <Control slug={slug} name={name} control={control} />
        <RefreshLink />
      </Followed>
    </div>
  )
}
