import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { releaseHeld } from '#app/features/messages/commands.server.ts'
import { releaseForm } from '#app/features/messages/forms.ts'
import { listHeld } from '#app/features/messages/queries.server.ts'
import { kindLabel } from '#app/features/messages/ui/labels.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { fingerprintOf } from '#app/platform/tokens.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const kind = new URL(args.request.url).searchParams.get('kind') ?? ''
  const held = await listHeld(ctx, edition, kind)
  if (held.length === 0) throw notFound()
  return { slug: edition.slug, kind, label: kindLabel(kind), seen: fingerprintOf(held), held: held.map(({ id, to_name, to_email }) => ({ id, name: to_name, email: to_email })) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, releaseForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const released = await releaseHeld(ctx, edition, form.value.kind, form.value.seen)
  return released.ok ? seeOther(`/organise/${edition.slug}/outbox?done=released`) : refusedForm(released, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Release ${data?.held.length ?? ''} messages – Outbox ${data?.slug ?? ''} – ${siteName}` }]

export default function OutboxRelease() {
  const { slug, kind, label, seen, held } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const at = `/organise/${slug}/outbox`
  const messages = held.length === 1 ? '1 message' : `${held.length} messages`
  return (
    <OrganiserFrame slug={slug} here={at} width="form">
      <BackLink href={`${at}?${new URLSearchParams({ state: 'held', kind }).toString()}`}>Held messages of this kind</BackLink>
      <ErrorSummary errors={errors ?? {}} />
      <PageTitle caption={label}>Release {messages}</PageTitle>
      <Lead>They go out as soon as the mail service takes them, and cannot be called back then.</Lead>
      <SectionTitle>To</SectionTitle>
      <ul>{held.map(({ id, name, email }) => <li key={id} className="border-t border-hair py-2"><a href={`${at}/${id}`} className="inline-flex min-h-11 items-center">{name || email}</a>{name && <span className="text-ink2">, {email}</span>}</li>)}</ul>
      <Form>
        <HiddenField name="kind" value={kind} />
        <HiddenField name="seen" value={seen} />
        <ButtonRow><Button>Release {messages}</Button></ButtonRow>
      </Form>
    </OrganiserFrame>
  )
}
