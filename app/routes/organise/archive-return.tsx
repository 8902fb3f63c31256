import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nextStage } from '#app/domain/edition-stage.ts'
import { takeArchiveBack } from '#app/features/ceremony/archiving.commands.server.ts'
import { returnForm } from '#app/features/ceremony/forms.ts'
import { siteName } from '#app/features/editions/template.ts'
import { ConfirmPage } from '#app/features/editions/ui/confirm.tsx'
import { Reason } from '#app/features/editions/ui/settings-fields.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, need, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { edition } = await requireOrganiser(args)
  need(nextStage(edition.stage, 'return-to-ceremony'))
  return { slug: edition.slug, version: edition.version }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, returnForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { version, reason } = form.value
  const returned = await takeArchiveBack(ctx, { id: edition.id, version }, reason)
  return returned.ok ? seeOther(`/organise/${edition.slug}?done=archive-returned`) : refusedForm(returned, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Take it out of the archive – ${data?.slug ?? ''} – ${siteName}` }]

export default function ArchiveReturn() {
  const { slug, version } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const effects = [
    'The edition is at its ceremony again: the stage can show what it showed, and seals can be amended.',
    'Nothing is hidden again: every winner stays public.',
    'Nobody is written to. The reason stays in the audit trail.',
  ]
  return (
    <ConfirmPage slug={slug} version={version} title="Take it out of the archive" effects={effects} errors={again?.errors}>
      <Reason values={again?.values ?? {}} errors={again?.errors ?? {}} />
      <ButtonRow><Button>Take it out of the archive</Button></ButtonRow>
    </ConfirmPage>
  )
}
