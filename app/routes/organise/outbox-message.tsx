import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { messageActs } from '#app/domain/message-state.ts'
import { stampText } from '#app/domain/time.ts'
import { listHistory } from '#app/features/audit/queries.server.ts'
import { History } from '#app/features/audit/ui/history.tsx'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { moveMessage, sendMessageAgain } from '#app/features/messages/commands.server.ts'
import { actForm } from '#app/features/messages/forms.ts'
import { canAct, canSendAgain } from '#app/features/messages/policy.ts'
import { findMessage } from '#app/features/messages/queries.server.ts'
import { listShownSecrets } from '#app/features/messages/secrets.server.ts'
import { Letter } from '#app/features/messages/ui/letter.tsx'
import { MessageActs } from '#app/features/messages/ui/message-acts.tsx'
import { MessageFacts } from '#app/features/messages/ui/message-facts.tsx'
import { ShownSecrets } from '#app/features/messages/ui/shown-secrets.tsx'
import { requireAssistant, requireOrganiser } from '#app/features/people/guard.server.ts'
import { maskedBody, renderText } from '#app/platform/email.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

const doneSentences: Record<string, string> = {
  hold: 'The message is held. It stays here until somebody releases it.',
  release: 'The message is ready. It goes out next.',
  cancel: 'The message is cancelled. It will not be sent.',
  edit: 'Your words are saved.',
  'send-again': 'This is the new message. It goes out next.',
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const message = await findMessage(ctx, edition, args.params.message ?? '')
  if (!message) throw notFound()
  const { id, body, version, sent_at, sent_again_as, created_at, ...facts } = message
  const stamp = (at: string) => stampText(at, edition.time_zone)
  return {
    slug: edition.slug, id, version, subject: message.subject, body: maskedBody(body), text: renderText(maskedBody(body), {}),
    facts: { ...facts, written: stamp(created_at), sent: sent_at && stamp(sent_at) },
    acts: messageActs.filter((act) => canAct(ctx.actor, edition, message, act).ok),
    again: sayAgain(canSendAgain(ctx.actor, edition, message)), copy: sent_again_as,
    shown: await listShownSecrets(ctx, message), history: await listHistory(ctx, edition, id), done: saidDone(args.request, doneSentences),
  }
}

/** Whether it can be sent again, or that a secret stands in the way; nothing to those who may not, or before it was sent at all. */
function sayAgain(may: ReturnType<typeof canSendAgain>): 'may' | 'secret' | undefined {
  if (may.ok) return 'may'
  return may.code === 'secret-gone' ? 'secret' : undefined
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const messageId = args.params.message ?? ''
  const form = await readForm(args.request, actForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { intent, version } = form.value
  const at = `/organise/${edition.slug}/outbox`
  if (intent === 'send-again') {
    const sent = await sendMessageAgain(ctx, edition, messageId)
    return sent.ok ? seeOther(`${at}/${sent.value.messageId}?done=${intent}`) : refusedForm(sent)
  }
  const moved = await moveMessage(ctx, edition, intent, { messageId, version })
  return moved.ok ? seeOther(`${at}/${messageId}?done=${intent}`) : refusedForm(moved)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.subject ?? 'Message'} – Outbox ${data?.slug ?? ''} – ${siteName}` },
]

export default function OutboxMessage() {
  const { slug, id, version, subject, body, text, facts, acts, again, copy, shown, history, done } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const at = `/organise/${slug}/outbox`
  return (
    <OrganiserFrame slug={slug} here={at} width="text">
      <BackLink href={at}>All messages</BackLink>
      {errors ? <ErrorSummary errors={errors} /> : done && <Notice tone="success" role="status" title="Done">{done}</Notice>}
      <PageTitle caption={`Message to ${facts.to_name || facts.to_email}`}>{subject}</PageTitle>
      <MessageFacts facts={facts} />
      <MessageActs at={`${at}/${id}`} version={version} state={facts.state} acts={acts} again={again} copyAt={copy ? `${at}/${copy}` : undefined} />
      <section className="grid gap-4">
        <SectionTitle>As {facts.to_name || 'its receiver'} sees it</SectionTitle>
        <Letter body={body} />
        <ShownSecrets {...shown} />
        <Disclosure summary="As plain text">
          <pre className="font-sans wrap-anywhere whitespace-pre-wrap">{text}</pre>
        </Disclosure>
      </section>
      {history.length > 0 && (
        <section className="grid gap-4">
          <SectionTitle>What was done to it</SectionTitle>
          <History label="What was done to this message" rows={history} />
        </section>
      )}
    </OrganiserFrame>
  )
}
