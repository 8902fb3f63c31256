import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { publicUses } from '#app/domain/publicity.ts'
import { refusalOf } from '#app/domain/refusals.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { allowMail, allowUse } from '#app/features/nominations/limits.server.ts'
import { answerForm, publicField, publicityIn } from '#app/features/screening/forms.ts'
import { mailAnswerCode, saveAnswer } from '#app/features/screening/nominee.commands.server.ts'
import { findByLink, type Nominee } from '#app/features/screening/nominee.queries.server.ts'
import { AnswerFields, CodeField } from '#app/features/screening/ui/answer-fields.tsx'
import { NomineeLinkEnded } from '#app/features/screening/ui/link-ended.tsx'
import { readForm, type FieldErrors, type FieldValues } from '#app/platform/form.server.ts'
import { formAgain, need, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

/** A nominee's answer as they gave it, to be changed. */
export async function loader({ context: { ctx }, params }: LoaderFunctionArgs) {
  const found = await findByLink(ctx, params.token ?? '')
  if (!found.ok) return data(null, { status: refusalOf(found.code).status })
  const { edition, record: { kind, name, job, employer, said_as: saidAs, answer }, publicity, email } = found.value
  const chosen = Object.fromEntries(publicUses.map((use) => [publicField(use), publicity[use] ?? '']))
  return {
    at: `/nominee/${params.token ?? ''}`, slug: edition.slug, edition: edition.name, kind, hasEmail: Boolean(email),
    before: { ...chosen, name, job, employer, saidAs, answer: answer === 'none' ? '' : answer },
  }
}

/**
 * Keeps the answer. A link may have been passed on, so where we have an address, a code is mailed there first, and the
 * page comes back with everything in it and a field for the code.
 */
export async function action({ context, params, request: posted }: ActionFunctionArgs) {
  const nominee = need(await findByLink(context.ctx, params.token ?? ''))
  const form = await readForm(posted, answerForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { intent, answer, name, saidAs, job, employer, request, code } = form.value
  const allowed = allowUse(context, 'code')
  if (!allowed.ok) return refusedForm(allowed, form.values)
  if (nominee.email && (!request || intent === 'new-code')) return askForCode(context, nominee, form.values)
  const saved = await saveAnswer(context.ctx, nominee, { answer, publicity: publicityIn(form.value), name, saidAs, job, employer, request, code })
  return saved.ok ? seeOther(`/nominee/${params.token ?? ''}?done=answered`) : refusedForm(saved, form.values)
}

async function askForCode(context: ActionFunctionArgs['context'], nominee: Nominee, values: FieldValues) {
  const allowed = allowMail(context, nominee.noticeId)
  if (!allowed.ok) return refusedForm(allowed, values)
  const { request } = await mailAnswerCode(context.ctx, nominee)
  const errors: FieldErrors = {}
  return data({ errors, values: { ...values, request, code: '' } })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? 'Your answer' : 'This link does not lead to a nomination'} – Nominees – ${siteName}` },
]

export default function Answer() {
  const page = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  if (!page) return <NomineeLinkEnded />
  const { at, slug, edition, kind, hasEmail, before } = page
  const { form, ...fields } = again?.errors ?? {}
  const values: FieldValues = { ...before, ...again?.values }
  const code = hasEmail && Boolean(values.request)
  const errors = form ? { [code ? 'code' : 'form']: form, ...fields } : fields
  return (
    <PublicFrame width="form" here={`/${slug}`}>
      <BackLink href={at}>Your nomination</BackLink>
      <ErrorSummary errors={errors} />
      <PageTitle caption={edition}>{code ? 'Check your email' : 'Your answer'}</PageTitle>
      {code && <Lead>We have sent a code to the email address we have for you. Type it below, and your answer is kept.</Lead>}
      <Form unsaved>
        {code && <CodeField request={String(values.request)} error={errors.code} />}
        {code && (
          <ButtonRow>
            <Button name="intent" value="save">Keep my answer</Button>
            <Button name="intent" value="new-code" variant="quiet">Send me a new code</Button>
          </ButtonRow>
        )}
        <AnswerFields kind={kind} values={values} errors={errors} />
        {!code && (
          <ButtonRow>
            <Button name="intent" value="save">{hasEmail ? 'Continue' : 'Keep my answer'}</Button>
            <LinkButton href={at} variant="quiet">Not now</LinkButton>
          </ButtonRow>
        )}
      </Form>
    </PublicFrame>
  )
}
