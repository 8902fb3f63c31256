import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { moveMessage } from '#app/features/messages/commands.server.ts'
import { cancelForm } from '#app/features/messages/forms.ts'
import { canAct } from '#app/features/messages/policy.ts'
import { findMessage } from '#app/features/messages/queries.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { placesIn } from '#app/platform/email.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const message = await findMessage(ctx, edition, args.params.message ?? '')
  if (!message) throw notFound()
  const { id, version, subject, to_name, to_email, body } = message
  const open = canAct(ctx.actor, edition, message, 'cancel').ok
  return { slug: edition.slug, id, version, subject, to: to_name || to_email, open, secret: placesIn(body).length > 0 }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const messageId = args.params.message ?? ''
  const form = await readForm(args.request, cancelForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const cancelled = await moveMessage(ctx, edition, 'cancel', { messageId, version: form.value.version })
  return cancelled.ok ? seeOther(`/organise/${edition.slug}/outbox/${messageId}?done=cancel`) : refusedForm(cancelled)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Cancel “${data?.subject ?? ''}” – Outbox ${data?.slug ?? ''} – ${siteName}` },
]

export default function OutboxCancel() {
  const { slug, id, version, subject, to, open, secret } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const at = `/organise/${slug}/outbox`
  return (
    <OrganiserFrame slug={slug} here={at} width="form">
      {errors && <ErrorSummary errors={errors} />}
      <PageTitle caption={`Message to ${to}`}>Cancel “{subject}”?</PageTitle>
      {open && <Lead>It will not be sent, and this cannot be undone. {secret && 'The link or code in it is wiped: its receiver can ask for a new one.'}</Lead>}
      {!open && <Notice tone="warning" title="Too late to cancel">It is on its way, has gone, or was cancelled already.</Notice>}
      <Form>
        <HiddenField name="version" value={version} />
        <ButtonRow>
          {open && <Button variant="danger">Cancel message</Button>}
          <LinkButton href={`${at}/${id}`} variant="quiet">{open ? 'Keep it' : 'Back to the message'}</LinkButton>
        </ButtonRow>
      </Form>
    </OrganiserFrame>
  )
}
