import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { questionFreedom } from '#app/domain/question-rules.ts'
import { siteName } from '#app/features/editions/template.ts'
import { ConfirmPage } from '#app/features/editions/ui/confirm.tsx'
import { Reason } from '#app/features/editions/ui/settings-fields.tsx'
import { changeQuestions, mayChangeQuestions } from '#app/features/questions/commands.server.ts'
import { removeForm } from '#app/features/questions/forms.ts'
import { requireQuestion } from '#app/features/questions/guard.server.ts'
import { countTouched } from '#app/features/questions/queries.server.ts'
import { effectsOf } from '#app/features/questions/words.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusalResponse, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Inset } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, question } = await requireQuestion(args)
  const change = { act: 'remove', question } as const
  const may = await mayChangeQuestions(ctx, edition, change, '')
  if (!may.ok && may.code !== 'reason-needed') throw refusalResponse(may)
  const freedom = questionFreedom(edition)
  return { slug: edition.slug, version: edition.version, label: question.label, takesReason: !may.ok, effects: effectsOf(change, freedom, await countTouched(ctx, edition, change)) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, question } = await requireQuestion(args)
  const form = await readForm(args.request, removeForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { version, reason } = form.value
  const removed = await changeQuestions(ctx, { id: edition.id, version }, { act: 'remove', question }, reason)
  return removed.ok ? seeOther(`/organise/${edition.slug}/questions?done=remove`) : refusedForm(removed, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Remove “${data?.label ?? ''}” – Questions ${data?.slug ?? ''} – ${siteName}` }]

export default function RemoveQuestion() {
  const { slug, version, label, takesReason, effects } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <ConfirmPage slug={slug} version={version} title="Remove this question" errors={again?.errors} effects={effects} of={{ path: '/questions', label: 'Questions' }} before={<Inset><p>{label}</p></Inset>}>
      {takesReason && <Reason values={again?.values ?? {}} errors={again?.errors ?? {}} />}
      <ButtonRow><Button variant="danger">Remove the question</Button></ButtonRow>
    </ConfirmPage>
  )
}
