import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { byTheClock, nextStage } from '#app/domain/edition-stage.ts'
import { denied } from '#app/domain/result.ts'
import { returnToPreparing } from '#app/features/editions/commands.server.ts'
import { seenForm } from '#app/features/editions/forms.ts'
import { countNominations } from '#app/features/editions/readiness.queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { ConfirmPage } from '#app/features/editions/ui/confirm.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, need, refusalResponse, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  need(nextStage(byTheClock(edition, edition.now).stage, 'return-to-preparing'))
  const count = await countNominations(ctx, edition.id)
  if (count > 0) throw refusalResponse(denied('nominations-received', { count }))
  return { slug: edition.slug, version: edition.version }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, seenForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const returned = await returnToPreparing(ctx, { id: edition.id, ...form.value })
  return returned.ok ? seeOther(`/organise/${edition.slug}?done=returned`) : refusedForm(returned, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Back to preparing – ${data?.slug ?? ''} – ${siteName}` }]

export default function Return() {
  const { slug, version } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <ConfirmPage slug={slug} version={version} title="Back to preparing" errors={again?.errors}
      effects={[
        'The public pages stop taking nominations at once. Whoever is writing one keeps their draft.',
        'All settings can be changed again, and the opening is planned for when it was before.',
        'Nobody has sent a nomination yet, so nobody needs to be told. Nobody is written to.',
      ]}
    >
      <ButtonRow>
        <Button variant="danger">Go back to preparing</Button>
      </ButtonRow>
    </ConfirmPage>
  )
}
