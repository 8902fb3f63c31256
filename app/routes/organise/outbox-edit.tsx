import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { editMessage } from '#app/features/messages/commands.server.ts'
import { editableTexts, editForm, withTexts } from '#app/features/messages/forms.ts'
import { canAct } from '#app/features/messages/policy.ts'
import { findMessage } from '#app/features/messages/queries.server.ts'
import { EditFields } from '#app/features/messages/ui/edit-fields.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

async function findEditable(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const message = await findMessage(ctx, edition, args.params.message ?? '')
  if (!message) throw notFound()
  return { ctx, edition, message }
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, message } = await findEditable(args)
  const { id, version, subject, to_name, to_email, body } = message
  const editable = canAct(ctx.actor, edition, message, 'edit').ok
  return { slug: edition.slug, id, version, editable, to: to_name || to_email, words: { subject, texts: editableTexts(body) } }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, message } = await findEditable(args)
  const form = await readForm(args.request, editForm(message.body))
  if (!form.ok) return formAgain(form.errors, form.values)
  const { version, subject, ...texts } = form.value
  const body = withTexts(message.body, texts)
  const edited = await editMessage(ctx, edition, { messageId: message.id, version }, { subject, body })
  if (edited.ok) return seeOther(`/organise/${edition.slug}/outbox/${message.id}?done=edit`)
  return refusedForm(edited, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Rewrite “${data?.words.subject ?? ''}” – Outbox ${data?.slug ?? ''} – ${siteName}` },
]

export default function OutboxEdit() {
  const { slug, id, version, editable, to, words } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const at = `/organise/${slug}/outbox`
  /** Somebody else has touched it since this form was filled in; from now on the form answers to what they made of it. */
  const meanwhile = sent !== undefined && sent.values.version !== String(version)
  return (
    <OrganiserFrame slug={slug} here={at} width="form">
      <BackLink href={`${at}/${id}`}>Back to the message</BackLink>
      {sent && <ErrorSummary errors={sent.errors} />}
      <PageTitle caption={`Message to ${to}`}>Rewrite this message</PageTitle>
      {!editable && <Notice tone="warning" title="Too late to rewrite">It has gone, or was cancelled. What you wrote is below, should you want to copy it.</Notice>}
      <Form unsaved>
        <HiddenField name="version" value={version} />
        <EditFields words={words} typed={sent?.values} errors={sent?.errors} showBoth={meanwhile} />
        <ButtonRow>
          {editable && <Button>{meanwhile ? 'Save my words instead' : 'Save words'}</Button>}
          <LinkButton href={`${at}/${id}`} variant="quiet">Leave it as it is</LinkButton>
        </ButtonRow>
      </Form>
    </OrganiserFrame>
  )
}
