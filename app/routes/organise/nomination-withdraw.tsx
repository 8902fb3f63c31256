import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireNomination } from '#app/features/assisted/guard.server.ts'
import { nominationPath } from '#app/features/assisted/paths.ts'
import { Say } from '#app/features/assisted/ui/say.tsx'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { getSentAnswers } from '#app/features/nominations/queries.server.ts'
import { withdrawNomination } from '#app/features/nominations/sending.commands.server.ts'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageTitle } from '#app/ui/heading.tsx'

/** Before a nomination is withdrawn for its nominator, who is on the telephone. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, nomination } = await requireNomination(args)
  if (nomination.state === 'withdrawn') throw redirect(nominationPath(edition.slug, nomination.id, 'help'))
  const { name = '' } = await getSentAnswers(ctx, nomination)
  return { slug: edition.slug, id: nomination.id, reference: nomination.reference, nominee: name }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, nomination } = await requireNomination(args)
  const form = await readForm(args.request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const withdrawn = await withdrawNomination(ctx, edition, nomination)
  return withdrawn.ok ? seeOther(`${nominationPath(edition.slug, nomination.id, 'help')}?done=withdrawn`) : refusedForm(withdrawn)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Withdraw ${data?.reference ?? ''} – Nominations – ${siteName}` }]

export default function NominationWithdraw() {
  const { slug, id, reference, nominee } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/nominations`} width="text">
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle caption={reference}>Withdraw the nomination for {nominee}?</PageTitle>
      <Say><p>If I withdraw it, it leaves the awards and cannot be sent again. Other nominations for {nominee} stay. Shall I?</p></Say>
      <Form>
        <ButtonRow>
          <Button variant="danger">They say yes: withdraw it</Button>
          <LinkButton href={nominationPath(slug, id, 'help')} variant="secondary">Keep it</LinkButton>
        </ButtonRow>
      </Form>
    </OrganiserFrame>
  )
}
