import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { spanText } from '#app/domain/time.ts'
import { linkRules } from '#app/domain/links.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { inviteJudgeForm } from '#app/features/judging/forms.ts'
import { inviteJudge } from '#app/features/judging/judges.commands.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { edition } = await requireOrganiser(args)
  return { slug: edition.slug, name: edition.name, lives: spanText(linkRules['judge-invitation'].livesMs ?? 0) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, inviteJudgeForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const invited = await inviteJudge(ctx, edition, form.value)
  return invited.ok ? seeOther(`/organise/${edition.slug}/judges?done=invited`) : refusedForm(invited, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Invite a judge – Judging ${data?.slug ?? ''} – ${siteName}` }]

export default function InviteJudge() {
  const { slug, name, lives } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const errors = again?.errors ?? {}
  const typed = (field: string) => String(again?.values[field] ?? '')
  const at = `/organise/${slug}/judges`
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/judging`} width="form">
      <ErrorSummary errors={errors} />
      <PageTitle caption="Judges">Invite a judge</PageTitle>
      <Lead>We write to them with a link to accept or decline. It works for {lives}. They see nothing of {name} before they have signed the terms.</Lead>
      <Form>
        <TextField name="name" label="Their name" autoComplete="off" spellCheck={false} value={typed('name')} error={errors.name} />
        <TextField name="email" type="email" label="Their email address" hint="The one they read. They sign in with it, and what they nominated with it is kept out of their sight." autoComplete="off" spellCheck={false} value={typed('email')} error={errors.email} />
        <ButtonRow>
          <Button>Send the invitation</Button>
          <LinkButton href={at} variant="quiet">Cancel</LinkButton>
        </ButtonRow>
      </Form>
    </OrganiserFrame>
  )
}
