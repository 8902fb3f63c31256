import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refusalOf } from '#app/domain/refusals.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { returnByLink } from '#app/features/nominations/drafts.commands.server.ts'
import { draftPath } from '#app/features/nominations/paths.ts'
import { findDraft } from '#app/features/nominations/queries.server.ts'
import { addToRing } from '#app/features/nominations/ring.server.ts'
import { LinkEnded } from '#app/features/nominations/ui/ask-for-links.tsx'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { peekLink } from '#app/platform/links.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'

/** Mail scanners look at links before people do: looking uses nothing up. */
export async function loader({ context: { ctx }, params }: LoaderFunctionArgs) {
  const link = await peekLink(ctx, 'draft', params.token ?? '')
  const draft = link.ok ? await findDraft(ctx, link.value.subject_id) : undefined
  if (draft) return { ended: false, firstName: draft.answers.name?.split(' ')[0] ?? '' }
  return data({ ended: true, firstName: '' }, { status: refusalOf(link.ok ? 'draft-gone' : link.code).status })
}

export async function action(args: ActionFunctionArgs) {
  const { context: { ctx }, params, request } = args
  const form = await readForm(request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const back = await returnByLink(ctx, params.token ?? '')
  if (!back.ok) return refusedForm(back)
  return seeOther(draftPath(back.value.draftId), await addToRing(args, back.value.draftId))
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `${found?.ended === false ? 'Go on with your nomination' : 'This link no longer works'} – ${siteName}` },
]

export default function Link() {
  const { ended, firstName } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors ?? {}
  return (
    <PublicFrame width="form">
      {!ended && <ErrorSummary errors={errors} />}
      {ended ? <LinkEnded>Each link works once, for ten minutes, and a newer one ends it. What you wrote is safe with us.</LinkEnded> : <Welcome firstName={firstName} />}
    </PublicFrame>
  )
}

function Welcome({ firstName }: { firstName: string }) {
  return (
    <>
      <PageTitle>Welcome back</PageTitle>
      <Lead>{firstName ? `Your nomination for ${firstName} is here.` : 'Your nomination is here.'}</Lead>
      <Form>
        <div><Button>Open my nomination</Button></div>
      </Form>
    </>
  )
}
