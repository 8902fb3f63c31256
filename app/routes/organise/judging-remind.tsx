import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { momentText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { remindForm } from '#app/features/judging/forms.ts'
import { listToRemind } from '#app/features/judging/progress.queries.server.ts'
import { remindJudges } from '#app/features/judging/reminders.commands.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Checkboxes } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  return { slug: edition.slug, closes: momentText(edition.settings.timetable.judgingCloses, edition.time_zone), judges: await listToRemind(ctx, edition) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, remindForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const reminded = await remindJudges(ctx, edition, form.value.judge)
  return reminded.ok ? seeOther(`/organise/${edition.slug}/judging?done=reminded`) : refusedForm(reminded, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Remind judges – Judging ${data?.slug ?? ''} – ${siteName}` }]

export default function JudgingRemind() {
  const { slug, closes, judges } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const errors = again?.errors ?? {}
  const at = `/organise/${slug}/judging`
  return (
    <OrganiserFrame slug={slug} here={at} width="form">
      <BackLink href={at}>Judging</BackLink>
      <ErrorSummary errors={errors} />
      <PageTitle caption="Judging">Remind judges</PageTitle>
      {judges.length === 0
        ? <EmptyState title="There is nobody to remind"><p>Everybody has finished, or was reminded within the last day.</p></EmptyState>
        : (
          <>
            <Lead>Each gets a message with how many entries they still have, to finish by {closes}.</Lead>
            <Form>
              <Checkboxes name="judge" legend="Who is written to" hint="Those reminded within the last day are not listed." error={errors.judge}
                values={again ? [again.values.judge ?? []].flat() : judges.map(({ id }) => id)}
                options={judges.map(({ id, name, left }) => ({ value: id, label: name, hint: left === 1 ? '1 entry left' : `${left} entries left` }))} />
              <ButtonRow>
                <Button>Send the reminders</Button>
                <LinkButton href={at} variant="quiet">Cancel</LinkButton>
              </ButtonRow>
            </Form>
          </>
        )}
    </OrganiserFrame>
  )
}
