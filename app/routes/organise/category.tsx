import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeWeights } from '#app/features/categories/commands.server.ts'
import { weightField, weightsForm } from '#app/features/categories/forms.ts'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { Reason } from '#app/features/editions/ui/settings-fields.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm, type FieldErrors } from '#app/platform/form.server.ts'
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
  return { ctx, edition, category, opened: edition.stage !== 'preparing' }
}

export async function loader(args: LoaderFunctionArgs) {
  const { edition, category, opened } = await requireCategory(args)
  return { slug: edition.slug, version: edition.version, category, opened }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, category, opened } = await requireCategory(args)
  const form = await readForm(args.request, weightsForm(category.criteria, opened))
  if (!form.ok) return formAgain(form.errors, form.values)
  const weights = Object.fromEntries(category.criteria.map(({ id }, index) => [id, Number(form.values[weightField(index)])]))
  const seen = { id: edition.id, version: form.value.version }
  const changed = await changeWeights(ctx, seen, category.id, weights, String(form.values.reason ?? ''))
  return changed.ok ? seeOther(`/organise/${edition.slug}/categories?done=saved`) : refusedForm(changed, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Weights of ${data?.category.name ?? ''} – ${data?.slug ?? ''} – ${siteName}` }]

export default function CategoryWeights() {
  const { slug, version, category, opened } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { form, ...fieldErrors } = again?.errors ?? {}
  const errors: FieldErrors = form ? { ...fieldErrors, [weightField(0)]: form } : fieldErrors
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/settings`} width="form">
      <BackLink href={`/organise/${slug}/categories`}>Categories and weights</BackLink>
      <ErrorSummary errors={errors} />
      <PageTitle caption={category.name}>How much each criterion counts</PageTitle>
      <Lead>Whole numbers that add up to 100. {opened ? 'Nominations have opened, so a change takes a reason.' : ''}</Lead>
      <Form unsaved>
        <HiddenField name="version" value={version} />
        {category.criteria.map(({ id, name, weight }, index) => (
          <TextField key={id} name={weightField(index)} label={name} width="short" inputMode="numeric" value={String(again?.values[weightField(index)] ?? weight)} error={errors[weightField(index)]} />
        ))}
        {opened && <Reason values={again?.values ?? {}} errors={errors} />}
        <ButtonRow>
          <Button>Save the weights</Button>
        </ButtonRow>
      </Form>
    </OrganiserFrame>
  )
}
