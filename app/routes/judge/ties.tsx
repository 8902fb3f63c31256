import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { JudgeFrame } from '#app/features/editions/ui/frames.tsx'
import { tieFields, tiesForm, tiesIn } from '#app/features/judging/forms.ts'
import { requireSignedJudge } from '#app/features/judging/guard.server.ts'
import { declareTies } from '#app/features/judging/judges.commands.server.ts'
import { listTies } from '#app/features/judging/judges.queries.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Checkboxes, TextArea } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, judge } = await requireSignedJudge(args)
  const ties = await listTies(ctx, judge)
  const said = tieFields.map(({ name }): [string, string] => [name, ties.filter((one) => one.kind === name).map((one) => one.name).join('\n')])
  return { slug: edition.slug, name: edition.name, said: { ...Object.fromEntries(said), none: judge.declared_at !== null && ties.length === 0 ? 'yes' : '' } as Record<string, string> }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, judge } = await requireSignedJudge(args)
  const form = await readForm(args.request, tiesForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const declared = await declareTies(ctx, edition, judge, tiesIn(form.value))
  return declared.ok ? seeOther(`/judge/${edition.slug}/ties/finalists`) : refusedForm(declared, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Where you belong – Judging ${data?.slug ?? ''} – ${siteName}` }]

export default function Ties() {
  const { slug, name, said } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const errors = again?.errors ?? {}
  const value = (field: string) => String(again?.values[field] ?? said[field] ?? '')
  return (
    <JudgeFrame slug={slug} width="form">
      <ErrorSummary errors={errors} />
      <PageTitle caption={name}>Where do you belong?</PageTitle>
      <Lead>In one city’s care everybody knows somebody. We keep from you the entries of people who work where you do or did, so that nobody can say you were partial.</Lead>
      <Form>
        {tieFields.map(({ name: field, label, hint }) => <TextArea key={field} name={field} label={label} hint={hint} rows={3} value={value(field)} error={errors[field]} />)}
        <Checkboxes name="none" legend="Or" values={[value('none')]} error={errors.none} options={[{ value: 'yes', label: 'None of these: I belong to no organisation in care, and sponsor nothing here' }]} />
        <div><Button>Save and go on</Button></div>
      </Form>
    </JudgeFrame>
  )
}
