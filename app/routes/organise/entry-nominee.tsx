import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { correctNominee, findParticulars } from '#app/features/screening/correcting.commands.server.ts'
import { correctForm } from '#app/features/screening/forms.ts'
import { findEntry } from '#app/features/screening/screening.queries.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Checkboxes, TextField } from '#app/ui/field.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

async function requireEntry(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const entry = await findEntry(ctx, edition, args.params.entry ?? '')
  if (!entry) throw notFound()
  return { ctx, edition, entry }
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, entry } = await requireEntry(args)
  return { slug: edition.slug, id: entry.id, nominee: await findParticulars(ctx, entry.nominee_id) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, entry } = await requireEntry(args)
  const form = await readForm(args.request, correctForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { name, saidAs: said_as, job, employer, reach, confirmed, seen } = form.value
  const corrected = await correctNominee(ctx, edition, entry.nominee_id, { name, said_as, job, employer, reach, confirmed: confirmed.includes('yes'), seen })
  return corrected.ok ? seeOther(`/organise/${edition.slug}/entries/${entry.id}?done=corrected`) : refusedForm(corrected, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Correct: ${data?.nominee.name ?? ''} – Entries – ${siteName}` }]

export default function EntryNominee() {
  const { slug, id, nominee } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const at = `/organise/${slug}/entries/${id}`
  const field = (name: string, now: string) => ({ name, value: String(again?.values[name] ?? now), error: again?.errors[name], autoComplete: 'off' })
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/entries`} width="form">
      <BackLink href={at}>The entry</BackLink>
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle caption={nominee.name}>What we hold about them</PageTitle>
      <Lead>As it is published, read out and printed. What was written in praise stays as its writers wrote it.</Lead>
      <Form unsaved>
        <HiddenField name="seen" value={String(again?.values.seen ?? nominee.seen)} />
        <TextField {...field('name', nominee.name)} label="Name" />
        <TextField {...field('saidAs', nominee.said_as)} label="How the name is said" hint="For example, “Shi-VAWN oh-NEEL”." optional />
        <TextField {...field('job', nominee.job)} label="Job" optional />
        <TextField {...field('employer', nominee.employer)} label="Where they work" optional />
        <TextField {...field('reach', nominee.reach)} label="How to reach them" hint="An email address, if you know one: then they can be told by email." optional />
        {nominee.merged && (
          <Checkboxes name="confirmed" legend="Merged nominations" values={again ? [again.values.confirmed ?? []].flat() : nominee.confirmed ? ['yes'] : []}
            options={[{ value: 'yes', label: 'I have checked that all of them are about this nominee', hint: 'Then their own page shows all of it, not only what they were told of first.' }]} />
        )}
        <ButtonRow>
          <Button>Save</Button>
          <LinkButton href={at} variant="quiet">Leave it as it is</LinkButton>
        </ButtonRow>
      </Form>
    </OrganiserFrame>
  )
}
