import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sponsorForm } from '#app/features/categories/forms.ts'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { changeSponsor } from '#app/features/categories/sponsor.commands.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

async function requireCategory(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const { categories } = await getProgramme(ctx, edition)
  const category = categories.find((one) => one.slug === args.params.category)
  if (!category) throw notFound()
  return { ctx, edition, category }
}

export async function loader(args: LoaderFunctionArgs) {
  const { edition, category: { name, sponsor } } = await requireCategory(args)
  return { slug: edition.slug, version: edition.version, category: { name, sponsor } }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, category } = await requireCategory(args)
  const form = await readForm(args.request, sponsorForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { version, sponsor } = form.value
  const changed = await changeSponsor(ctx, { id: edition.id, version }, category.id, sponsor)
  return changed.ok ? seeOther(`/organise/${edition.slug}/categories?done=saved`) : refusedForm(changed, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Sponsor of ${data?.category.name ?? ''} – ${data?.slug ?? ''} – ${siteName}` }]

export default function CategorySponsor() {
  const { slug, version, category } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/settings`} width="form">
      <BackLink href={`/organise/${slug}/categories`}>Categories and weights</BackLink>
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle caption={category.name}>Who sponsors this award</PageTitle>
      <Lead>The public page names them. Judges who belong to them step out while this category is decided.</Lead>
      <Form unsaved>
        <HiddenField name="version" value={version} />
        <TextField name="sponsor" label="Sponsor" hint="The organisation, as it calls itself." autoComplete="off" value={String(again?.values.sponsor ?? category.sponsor)} error={again?.errors.sponsor} optional />
        <ButtonRow><Button>Save the sponsor</Button></ButtonRow>
      </Form>
    </OrganiserFrame>
  )
}
