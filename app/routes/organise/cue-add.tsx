import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newCueForm } from '#app/features/ceremony/forms.ts'
import { addCue } from '#app/features/ceremony/order.commands.server.ts'
import { CueFields } from '#app/features/ceremony/ui/cue-fields.tsx'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Radios } from '#app/ui/field.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { edition } = await requireOrganiser(args)
  return { slug: edition.slug, version: edition.version }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, newCueForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { version, ...cue } = form.value
  const added = await addCue(ctx, { id: edition.id, version }, cue)
  return added.ok ? seeOther(`/organise/${edition.slug}/ceremony?done=added`) : refusedForm(added, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Add words or a break – The ceremony ${data?.slug ?? ''} – ${siteName}` }]

export default function AddCue() {
  const { slug, version } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const here = `/organise/${slug}/ceremony`
  const { values = {}, errors = {} } = again ?? {}
  return (
    <OrganiserFrame slug={slug} here={here} width="form">
      <BackLink href={here}>The ceremony</BackLink>
      <ErrorSummary errors={errors} />
      <PageTitle>Add words or a break</PageTitle>
      <Form unsaved>
        <HiddenField name="version" value={version} />
        <Radios name="kind" legend="What is it?" value={String(values.kind ?? '')} error={errors.kind}
          options={[{ value: 'words', label: 'Words', hint: 'A speech, a film, music.' }, { value: 'break', label: 'A break' }]} />
        <CueFields values={values} errors={errors} titled />
        <ButtonRow><Button>Add it at the end</Button></ButtonRow>
      </Form>
    </OrganiserFrame>
  )
}
