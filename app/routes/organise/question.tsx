import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { questionFreedom } from '#app/domain/question-rules.ts'
import { denied } from '#app/domain/result.ts'
import { sentenceQuestion, siteName } from '#app/features/editions/template.ts'
import { valuesOf } from '#app/features/questions/forms.ts'
import { requireQuestion } from '#app/features/questions/guard.server.ts'
import { proposeOrSave } from '#app/features/questions/proposing.server.ts'
import { countSentWith } from '#app/features/questions/queries.server.ts'
import { QuestionPage } from '#app/features/questions/ui/question-page.tsx'
import { need } from '#app/platform/respond.server.ts'
import { TextLink } from '#app/ui/link.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, question, category } = await requireQuestion(args)
  const freedom = questionFreedom(edition)
  if (freedom === 'none') need(denied('questions-closed'))
  return {
    slug: edition.slug, version: edition.version, freedom, of: category?.name ?? 'Every nomination', key: question.key, label: question.label,
    values: valuesOf(question), quoted: question.key === sentenceQuestion, sentWith: await countSentWith(ctx, question.id),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, question } = await requireQuestion(args)
  return proposeOrSave(ctx, edition, args.request, (text) => ({ act: 'change', question, text }))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Change “${data?.label ?? ''}” – Questions ${data?.slug ?? ''} – ${siteName}` }]

export default function ChangeQuestion() {
  const { slug, version, freedom, of, key, values, quoted, sentWith } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <QuestionPage slug={slug} version={version} freedom={freedom} title="Change a question" caption={of} values={values} again={again}>
      {quoted && <p>Certificates may quote a sentence of the answer to this one, so it asks for something that can be read out.</p>}
      {sentWith === 0
        ? <p><TextLink href={`/organise/${slug}/questions/${key}/remove`}>Remove this question</TextLink></p>
        : <p>It stays on the form: {sentWith === 1 ? '1 nomination was' : `${sentWith} nominations were`} sent with it.</p>}
    </QuestionPage>
  )
}
