import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { JudgeFrame } from '#app/features/editions/ui/frames.tsx'
import { finalistsForm } from '#app/features/judging/forms.ts'
import { requireSignedJudge } from '#app/features/judging/guard.server.ts'
import { tellTies } from '#app/features/judging/recusals.commands.server.ts'
import { hasTiesToTell, listFinalistsOf } from '#app/features/judging/recusals.queries.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Checkboxes } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'

/** Before there are finalists, or when all are kept from this judge already, there is nothing to say here. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, judge } = await requireSignedJudge(args)
  const finalists = await listFinalistsOf(ctx, judge)
  if (finalists.length === 0 && !(await hasTiesToTell(ctx, judge))) throw redirect(`/judge/${edition.slug}`)
  return { slug: edition.slug, name: edition.name, finalists }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, judge } = await requireSignedJudge(args)
  const form = await readForm(args.request, finalistsForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const told = await tellTies(ctx, edition, judge, form.value.entry)
  return told.ok ? seeOther(`/judge/${edition.slug}`) : refusedForm(told, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Whom you know – Judging ${data?.slug ?? ''} – ${siteName}` }]

export default function Finalists() {
  const { slug, name, finalists } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const errors = again?.errors ?? {}
  const typed = (field: string) => [again?.values[field] ?? []].flat()
  return (
    <JudgeFrame slug={slug} width="form">
      <ErrorSummary errors={errors} />
      <PageTitle caption={name}>Do you have a tie with one of them?</PageTitle>
      <Lead>Tick everybody whom you are related to, a friend of, have worked closely with, or could not judge like a stranger. Somebody else reads their entries. You need not say why.</Lead>
      <Form>
        {finalists.length > 0 && (
          <Checkboxes name="entry" legend="Finalists of your panels" values={typed('entry')} error={errors.entry}
            options={finalists.map((one) => ({ value: one.id, label: one.name, hint: [one.employer, one.category].filter(Boolean).join(' · ') }))} />
        )}
        <Checkboxes name="none" legend={finalists.length > 0 ? 'Or' : 'All that you could have a tie with are kept from you already'} values={typed('none')} error={errors.none}
          options={[{ value: 'yes', label: 'I have no tie with any of them' }]} />
        <div><Button>Save and go on</Button></div>
      </Form>
    </JudgeFrame>
  )
}
