import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { moveForm } from '#app/features/screening/forms.ts'
import { canMove } from '#app/features/screening/policy.ts'
import { moveCategory } from '#app/features/screening/screening.commands.server.ts'
import { findEntry, listEntriesOf } from '#app/features/screening/screening.queries.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Radios } from '#app/ui/field.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { PageTitle, Prose } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

async function requireEntry(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const entry = await findEntry(ctx, edition, args.params.entry ?? '')
  const { categories } = await getProgramme(ctx, edition)
  const from = categories.find(({ id }) => id === entry?.category_id)
  if (entry?.state !== 'live' || !from) throw notFound()
  const places = categories.filter((to) => to.id !== from.id && canMove(ctx.actor, edition, entry.kind, from, to).ok)
  return { ctx, edition, entry, from, places }
}

export async function loader(args: LoaderFunctionArgs) {
  const { edition, entry, from, places } = await requireEntry(args)
  return {
    slug: edition.slug, id: entry.id, version: entry.dossier_version, nominee: entry.nominee, from: from.name, open: from.state === 'open',
    places: places.map(({ slug, name, who }) => ({ value: slug, label: name, hint: who })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, entry, places } = await requireEntry(args)
  const form = await readForm(args.request, moveForm(places.map(({ slug }) => slug)))
  if (!form.ok) return formAgain(form.errors, form.values)
  const to = form.value.category
  const moved = await moveCategory(ctx, edition, { entryId: entry.id, dossierVersion: form.value.version }, to)
  if (!moved.ok) return refusedForm(moved, form.values)
  const entries = await listEntriesOf(ctx, entry.nominee_id)
  const there = entries.find(({ category }) => category === places.find(({ slug }) => slug === to)?.name)
  return seeOther(`/organise/${edition.slug}/entries/${there?.id ?? entry.id}?done=moved`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Move ${data?.nominee ?? 'an entry'} out of ${data?.from ?? ''} – Entries – ${siteName}` }]

export default function EntryMove() {
  const { slug, id, version, nominee, from, open, places } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const at = `/organise/${slug}/entries/${id}`
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/entries`} width="form">
      <BackLink href={at}>The entry</BackLink>
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle caption={from}>Move {nominee} to another category</PageTitle>
      {places.length === 0 ? (
        <Notice tone="warning" title={open ? 'There is no other category for such a nominee' : `The shortlist of ${from} is finished`}>
          {open ? 'No open category takes them.' : 'Open it again first.'}
        </Notice>
      ) : (
        <>
          <Prose>
            <p>Everything written for {from} goes along, the answer to that category’s own question too. The entry is screened again for the new category. Nobody is written to.</p>
          </Prose>
          <Form>
            <HiddenField name="version" value={version} />
            <Radios name="category" legend="Move it to" value={String(again?.values.category ?? '')} error={again?.errors.category} options={places} />
            <ButtonRow>
              <Button>Move the entry</Button>
              <LinkButton href={at} variant="quiet">Leave it here</LinkButton>
            </ButtonRow>
          </Form>
        </>
      )}
    </OrganiserFrame>
  )
}
