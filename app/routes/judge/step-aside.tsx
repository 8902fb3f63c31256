import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { JudgeFrame } from '#app/features/editions/ui/frames.tsx'
import { deskPath, entryPath } from '#app/features/judging/desk.ts'
import { requireDesk } from '#app/features/judging/desk.server.ts'
import { stepAside } from '#app/features/judging/scoring.commands.server.ts'
import { stepAsideForm } from '#app/features/judging/scoring.forms.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { edition, desk } = await requireDesk(args)
  const { entry, nominee } = desk.card
  return { slug: edition.slug, entryId: entry.id, nominee: nominee.name, category: desk.category.name }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, judge, desk } = await requireDesk(args)
  const form = await readForm(args.request, stepAsideForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const done = await stepAside(ctx, edition, judge, desk.card.entry.id, form.value.reason)
  return done.ok ? seeOther(`${deskPath(edition.slug)}?done=stepped-aside`) : refusedForm(done, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Step aside from ${data?.nominee ?? 'an entry'} – ${data?.category ?? ''} – Judging ${data?.slug ?? ''} – ${siteName}` }]

export default function StepAside() {
  const { slug, entryId, nominee, category } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <JudgeFrame slug={slug} width="form">
      {again && <ErrorSummary errors={again.errors} />}
      <PageTitle caption={category}>Step aside from {nominee}?</PageTitle>
      <Lead>Do this when you know them, work or worked with them, or would not want to explain your score. It is no mark against them or you.</Lead>
      <p>You will not see this entry again, and anything you scored will not count. Only the organisers see your reason; they can let you back in if this was a mistake.</p>
      <Form>
        <TextArea name="reason" label="What connects you?" hint="One sentence is enough." rows={3} value={String(again?.values.reason ?? '')} error={again?.errors.reason} />
        <ButtonRow>
          <Button variant="danger">Step aside</Button>
          <LinkButton href={entryPath(slug, entryId)} variant="quiet">Keep judging this entry</LinkButton>
        </ButtonRow>
      </Form>
    </JudgeFrame>
  )
}
