import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { standForm } from '#app/features/screening/forms.ts'
import { standAgain, standDown } from '#app/features/screening/screening.commands.server.ts'
import { findEntry } from '#app/features/screening/screening.queries.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
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
  const { edition, entry } = await requireEntry(args)
  return { slug: edition.slug, id: entry.id, nominee: entry.nominee, standing: entry.standing === 'standing', why: entry.standing_reason }
}

/** Stands the entry down, or lets it stand again: whichever the page offered. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, entry } = await requireEntry(args)
  const form = await readForm(args.request, standForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { to, reason } = form.value
  const changed = await (to === 'stood-down' ? standDown : standAgain)(ctx, edition, entry.id, reason)
  if (!changed.ok) return refusedForm(changed, form.values)
  return seeOther(`/organise/${edition.slug}/entries/${entry.id}?done=${to === 'stood-down' ? to : 'stands-again'}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.standing === false ? 'Let it stand again' : 'Stand down'}: ${data?.nominee ?? ''} – Entries – ${siteName}` },
]

export default function EntryStand() {
  const { slug, id, nominee, standing, why } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const at = `/organise/${slug}/entries/${id}`
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/entries`} width="form">
      <BackLink href={at}>The entry</BackLink>
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle caption={nominee}>{standing ? 'Stand this entry down?' : 'Let this entry stand again?'}</PageTitle>
      <Lead>
        {standing
          ? 'It takes no part from now on: nobody shortlists, judges or publishes it. Its nominations stay, and nobody is written to.'
          : `It takes part again where it was. It stood down for this reason: ${why}`}
      </Lead>
      <Form>
        <HiddenField name="to" value={standing ? 'stood-down' : 'standing'} />
        <TextArea name="reason" label="The reason" rows={3} hint="Kept with the entry, for organisers." value={String(again?.values.reason ?? '')} error={again?.errors.reason} />
        <ButtonRow>
          {standing ? <Button variant="danger">Stand it down</Button> : <Button>Let it stand again</Button>}
          <LinkButton href={at} variant="quiet">Leave it as it is</LinkButton>
        </ButtonRow>
      </Form>
    </OrganiserFrame>
  )
}
