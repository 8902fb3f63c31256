import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stampText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { JudgeFrame } from '#app/features/editions/ui/frames.tsx'
import { agreeForm } from '#app/features/judging/forms.ts'
import { requireInvitedJudge } from '#app/features/judging/guard.server.ts'
import { signTerms } from '#app/features/judging/judges.commands.server.ts'
import { stepBeforeReading } from '#app/features/judging/policy.ts'
import { terms } from '#app/features/judging/terms.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Checkboxes } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, Prose } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { edition, judge } = await requireInvitedJudge(args)
  const signed = stepBeforeReading(judge) !== 'agree' && judge.signed_at
  return { slug: edition.slug, name: edition.name, signed: signed ? stampText(signed, edition.time_zone) : undefined }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, judge } = await requireInvitedJudge(args)
  const form = await readForm(args.request, agreeForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const signed = await signTerms(ctx, edition, judge)
  return signed.ok ? seeOther(`/judge/${edition.slug}`) : refusedForm(signed, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Terms of confidentiality – Judging ${data?.slug ?? ''} – ${siteName}` }]

export default function Agree() {
  const { slug, name, signed } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors ?? {}
  return (
    <JudgeFrame slug={slug} width="form">
      <ErrorSummary errors={errors} />
      <PageTitle caption={name}>Terms of confidentiality</PageTitle>
      <Lead>People have trusted us with their stories and with those of the people they care for. Before you read them, sign this.</Lead>
      <Prose>
        <ul>{terms.map((term) => <li key={term}>{term}</li>)}</ul>
      </Prose>
      {signed
        ? <Notice tone="success" title={`You signed this on ${signed}`}><LinkButton href={`/judge/${slug}`} variant="quiet">Go to your entries</LinkButton></Notice>
        : (
          <Form>
            <Checkboxes name="agreed" legend="Your signature" values={[]} error={errors.agreed} options={[{ value: 'yes', label: 'I have read this and will keep to it' }]} />
            <div><Button>Sign</Button></div>
          </Form>
        )}
    </JudgeFrame>
  )
}
