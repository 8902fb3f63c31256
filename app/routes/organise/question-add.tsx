import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { questionFreedom } from '#app/domain/question-rules.ts'
import { denied } from '#app/domain/result.ts'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { categoryQuestionWords, keepPrivate, siteName } from '#app/features/editions/template.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { valuesOf } from '#app/features/questions/forms.ts'
import { proposeOrSave } from '#app/features/questions/proposing.server.ts'
import { QuestionPage } from '#app/features/questions/ui/question-page.tsx'
import { need, notFound } from '#app/platform/respond.server.ts'

/** The category in the query; without one, the question is for every nomination. */
async function requirePlace(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const slug = new URL(args.request.url).searchParams.get('category')
  const category = slug === null ? undefined : (await getProgramme(ctx, edition)).categories.find((one) => one.slug === slug)
  if (slug !== null && !category) throw notFound()
  return { ctx, edition, category }
}

export async function loader(args: LoaderFunctionArgs) {
  const { edition, category } = await requirePlace(args)
  const freedom = questionFreedom(edition)
  if (freedom === 'none') need(denied('questions-closed'))
  const values = valuesOf({ label: '', hint: keepPrivate, leastWords: 0, wordLimit: categoryQuestionWords, optional: freedom === 'reason' })
  return { slug: edition.slug, version: edition.version, freedom, of: category?.name ?? 'Every nomination', values }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, category } = await requirePlace(args)
  return proposeOrSave(ctx, edition, args.request, (text) => ({ act: 'add', categoryId: category?.id ?? null, text }))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Add a question – ${data?.of ?? ''} ${data?.slug ?? ''} – ${siteName}` }]

export default function AddQuestion() {
  const { slug, version, freedom, of, values } = useLoaderData<typeof loader>()
  return <QuestionPage slug={slug} version={version} freedom={freedom} title="Add a question" caption={of} values={values} again={useActionData<typeof action>()} />
}
