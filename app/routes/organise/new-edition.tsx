import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isOwner } from '#app/domain/actor.ts'
import { dayText, localTime } from '#app/domain/time.ts'
import { createEditionFromTemplate } from '#app/features/editions/commands.server.ts'
import { newEditionForm } from '#app/features/editions/forms.ts'
import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { siteName, nextCeremony, templateTimeZone } from '#app/features/editions/template.ts'
import { AccountFrame } from '#app/features/editions/ui/frames.tsx'
import { requireAccount } from '#app/features/people/guard.server.ts'
import { readForm, type FieldErrors } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Radios, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

function requireAnyOwner(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { ctx, account } = requireAccount(args)
  if (!isOwner(account)) throw notFound()
  return ctx
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requireAnyOwner(args)
  const ceremony = nextCeremony(ctx.now)
  const current = await findCurrentEdition(ctx)
  return {
    ceremony: dayText(ceremony, templateTimeZone), current: current?.name,
    values: { slug: String(localTime(ceremony, templateTimeZone).year), kind: current ? 'next' : 'current' },
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requireAnyOwner(args)
  const form = await readForm(args.request, newEditionForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { slug, kind } = form.value
  const made = await createEditionFromTemplate(ctx, { slug, current: kind === 'current', rehearsal: kind === 'rehearsal' })
  return made.ok ? seeOther(`/organise/${made.value.slug}?done=created`) : refusedForm(made, form.values)
}

export const meta: MetaFunction = () => [{ title: `Start an edition – Organise – ${siteName}` }]

export default function NewEdition() {
  const { ceremony, current, values: proposed } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { form, ...fieldErrors } = again?.errors ?? {}
  const errors: FieldErrors = form ? { ...fieldErrors, slug: form } : fieldErrors
  const values = { ...proposed, ...again?.values }
  return (
    <AccountFrame width="form">
      <BackLink href="/organise">Editions</BackLink>
      <ErrorSummary errors={errors} />
      <PageTitle>Start an edition</PageTitle>
      <Lead>It begins with the twelve categories, their criteria and questions, and dates counted back from {ceremony}. You can change all of it, and nobody is written to.</Lead>
      <Form>
        <TextField name="slug" label="Its part of every address" hint="The year of the ceremony, as a rule: 2027" width="2/3" spellCheck={false} autoComplete="off" value={String(values.slug)} error={errors.slug} />
        <Radios name="kind" legend="What it is for" value={String(values.kind)} error={errors.kind}
          options={[
            { value: 'current', label: 'The awards that the public pages show', hint: current ? `Takes the place of ${current}.` : undefined },
            { value: 'next', label: 'Awards to prepare quietly', hint: 'The public pages can show them later.' },
            { value: 'rehearsal', label: 'A rehearsal', hint: 'To walk through the year with made-up data. It is never on the home page.' },
          ]} />
        <ButtonRow>
          <Button>Start the edition</Button>
        </ButtonRow>
      </Form>
    </AccountFrame>
  )
}
