import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isOwner } from '#app/domain/actor.ts'
import { makeCurrent } from '#app/features/editions/commands.server.ts'
import { seenForm } from '#app/features/editions/forms.ts'
import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { ConfirmPage } from '#app/features/editions/ui/confirm.tsx'
import { requireOrganiser, requireOwner } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const shown = await findCurrentEdition(ctx)
  const { slug, version, name, current, rehearsal } = edition
  return { slug, version, name, current, rehearsal, shown: shown?.name, owner: isOwner(ctx.actor) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOwner(args)
  const form = await readForm(args.request, seenForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const made = await makeCurrent(ctx, { id: edition.id, ...form.value })
  return made.ok ? seeOther(`/organise/${edition.slug}?done=current`) : refusedForm(made, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `What the public pages show – Settings ${data?.slug ?? ''} – ${siteName}` }]

export default function Current() {
  const { slug, version, name, current, rehearsal, shown, owner } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const possible = !current && !rehearsal
  return (
    <ConfirmPage slug={slug} version={version} title="What the public pages show" errors={again?.errors}
      effects={[
        shown ? `At present they show ${shown}.` : 'At present they show no edition.',
        ...(possible ? [`They would show ${name} at once. What others sent and saved in the other edition stays there.`, 'It is refused while the other edition takes nominations, or is set to.'] : []),
        ...(rehearsal ? ['This is a rehearsal, so they never show it; it has its own addresses.'] : []),
        ...(possible && !owner ? ['An owner has to do this.'] : []),
      ]}
    >
      {possible && owner && (
        <ButtonRow>
          <Button>Show {name}</Button>
        </ButtonRow>
      )}
    </ConfirmPage>
  )
}
