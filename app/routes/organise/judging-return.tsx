import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nextStage } from '#app/domain/edition-stage.ts'
import { seenForm } from '#app/features/editions/forms.ts'
import { siteName } from '#app/features/editions/template.ts'
import { ConfirmPage } from '#app/features/editions/ui/confirm.tsx'
import { returnToScreening } from '#app/features/judging/opening.commands.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, need, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { edition } = await requireOrganiser(args)
  need(nextStage(edition.stage, 'return-to-screening'))
  return { slug: edition.slug, version: edition.version }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, seenForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const returned = await returnToScreening(ctx, { id: edition.id, version: form.value.version })
  return returned.ok ? seeOther(`/organise/${edition.slug}/judging?done=returned`) : refusedForm(returned, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Back to screening – Judging ${data?.slug ?? ''} – ${siteName}` }]

export default function JudgingReturn() {
  const { slug, version } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage slug={slug} version={version} title="Back to screening" of={{ path: '/judging', label: 'Judging' }} errors={useActionData<typeof action>()?.errors}
      effects={[
        'Judges can no longer read entries, until judging is opened again.',
        'Shortlists, panels and who reads what stay as they are.',
        'It can be done as long as nobody has saved a score.',
        'Nobody is written to. The judges have been told that judging is open, so you may want to tell them.',
      ]}
    >
      <ButtonRow><Button variant="danger">Go back to screening</Button></ButtonRow>
    </ConfirmPage>
  )
}
