import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { returnByLink } from '#app/features/nominations/drafts.commands.server.ts'
import { findDraft } from '#app/features/nominations/queries.server.ts'
import { addToRing } from '#app/features/nominations/ring.server.ts'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { peekLink } from '#app/platform/links.server.ts'
import { formAgain, need, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'

/** Mail scanners look at links before people do: looking uses nothing up. */
export async function loader({ context: { ctx }, params }: LoaderFunctionArgs) {
  const link = need(await peekLink(ctx, 'draft', params.token ?? ''))
  const draft = await findDraft(ctx, link.subject_id)
  return { firstName: draft?.answers.name?.split(' ')[0] ?? '' }
}

export async function action(args: ActionFunctionArgs) {
  const { context: { ctx }, params, request } = args
  const form = await readForm(request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { draftId } = need(await returnByLink(ctx, params.token ?? ''))
  return seeOther(`/nominate/${draftId}`, await addToRing(args, draftId))
}

export const meta: MetaFunction = () => [{ title: 'Go on with your nomination – Celebrating Excellence in Care' }]

export default function Link() {
  const { firstName } = useLoaderData<typeof loader>()
  return (
    <PublicFrame width="form">
      <PageTitle>Welcome back</PageTitle>
      <Lead>{firstName ? `Your nomination for ${firstName} is here.` : 'Your nomination is here.'}</Lead>
      <Form>
        <div><Button>Open my nomination</Button></div>
      </Form>
    </PublicFrame>
  )
}
