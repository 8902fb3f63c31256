import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cueForm } from '#app/features/ceremony/forms.ts'
import { changeCue, removeCue } from '#app/features/ceremony/order.commands.server.ts'
import { listCues } from '#app/features/ceremony/queries.server.ts'
import { CueFields } from '#app/features/ceremony/ui/cue-fields.tsx'
import { cueKindWords } from '#app/features/ceremony/words.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

async function requireCue(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const cue = (await listCues(ctx, edition)).find(({ id }) => id === args.params.cue)
  if (!cue) throw notFound()
  return { ctx, edition, cue }
}

export async function loader(args: LoaderFunctionArgs) {
  const { edition, cue: { kind, title, script, revealed } } = await requireCue(args)
  return { slug: edition.slug, version: edition.version, kind, title, script, revealed }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, cue } = await requireCue(args)
  const form = await readForm(args.request, cueForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { version, intent, title, script } = form.value
  if (intent === 'save' && cue.kind !== 'category' && !title) return formAgain({ title: 'Write what the screen shows.' }, form.values)
  const seen = { id: edition.id, version }
  const done = intent === 'remove' ? await removeCue(ctx, seen, cue.id) : await changeCue(ctx, seen, cue.id, { title, script })
  return done.ok ? seeOther(`/organise/${edition.slug}/ceremony?done=${intent === 'remove' ? 'removed' : 'changed'}`) : refusedForm(done, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – The ceremony ${data?.slug ?? ''} – ${siteName}` }]

export default function CuePage() {
  const { slug, version, kind, title, script, revealed } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const here = `/organise/${slug}/ceremony`
  return (
    <OrganiserFrame slug={slug} here={here} width="form">
      <BackLink href={here}>The ceremony</BackLink>
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle caption={cueKindWords[kind]}>{title}</PageTitle>
      <Form unsaved>
        <HiddenField name="version" value={version} />
        <CueFields values={again?.values ?? { title, script }} errors={again?.errors ?? {}} titled={kind !== 'category'} />
        <ButtonRow>
          <Button name="intent" value="save">Save</Button>
          {!revealed && <Button name="intent" value="remove" variant="quiet">Take it out of the running order</Button>}
        </ButtonRow>
      </Form>
    </OrganiserFrame>
  )
}
