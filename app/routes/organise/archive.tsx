import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nextStage } from '#app/domain/edition-stage.ts'
import { archiveEdition, listWaiting } from '#app/features/ceremony/archiving.commands.server.ts'
import { seenForm } from '#app/features/editions/forms.ts'
import { siteName } from '#app/features/editions/template.ts'
import { ConfirmPage } from '#app/features/editions/ui/confirm.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, need, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  need(nextStage(edition.stage, 'archive'))
  return { slug: edition.slug, version: edition.version, waiting: await listWaiting(ctx, edition) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, seenForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const archived = await archiveEdition(ctx, { id: edition.id, version: form.value.version })
  return archived.ok ? seeOther(`/organise/${edition.slug}?done=archived`) : refusedForm(archived, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Archive this edition – ${data?.slug ?? ''} – ${siteName}` }]

export default function Archive() {
  const { slug, version, waiting } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const effects = waiting.length
    ? [`Not yet: the winner of ${waiting.join(', of ')} is not public.`]
    : ['The year is over. The stage is closed, and the running order stays as it was.', 'The winners stay public. Nobody is written to.', 'What the rules say must be deleted is deleted in its own time.']
  return (
    <ConfirmPage slug={slug} version={version} title="Archive this edition" effects={effects} errors={errors}>
      {waiting.length === 0 && <ButtonRow><Button>Archive this edition</Button></ButtonRow>}
    </ConfirmPage>
  )
}
