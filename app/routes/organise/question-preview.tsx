import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { questionStep } from '#app/features/nominations/journey.ts'
import { getAsked } from '#app/features/nominations/queries.server.ts'
import { viewOf } from '#app/features/nominations/step-view.ts'
import { requireAssistant } from '#app/features/people/guard.server.ts'
import { allAsked } from '#app/features/questions/asked.ts'
import { OnAPhone } from '#app/features/questions/ui/on-a-phone.tsx'
import { notFound } from '#app/platform/respond.server.ts'
import { BackLink, TextLink } from '#app/ui/link.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const asked = await getAsked(ctx, edition)
  const { questions } = allAsked(asked)
  const here = questions.findIndex(({ key }) => key === args.params.question)
  const question = questions[here]
  if (!question) throw notFound()
  const category = asked.categories.find(({ id }) => id === question.categoryId)
  return { slug: edition.slug, key: question.key, view: viewOf(questionStep(question, category), asked, { categories: [], story: {} }), next: questions[here + 1] }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Preview of “${data?.view.title ?? ''}” – Questions ${data?.slug ?? ''} – ${siteName}` }]

export default function QuestionPreview() {
  const { slug, key, view, next } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}/questions`
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/settings`} width="form">
      <BackLink href={at}>Questions</BackLink>
      <p>This is how nominators see it, on a phone. What is typed here goes nowhere.</p>
      <OnAPhone key={key} view={view} />
      {next && <p>Next: <TextLink href={`${at}/${next.key}/preview`}>{next.label}</TextLink></p>}
    </OrganiserFrame>
  )
}
