import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { canOrganise } from '#app/domain/actor.ts'
import { questionFreedom } from '#app/domain/question-rules.ts'
import { getProgramme, type Question } from '#app/features/categories/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireAssistant, requireOrganiser } from '#app/features/people/guard.server.ts'
import { moveQuestion } from '#app/features/questions/commands.server.ts'
import { moveForm } from '#app/features/questions/forms.ts'
import { QuestionList } from '#app/features/questions/ui/question-list.tsx'
import { freedomWords, questionsDone } from '#app/features/questions/words.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink, TextLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const { story, categories } = await getProgramme(ctx, edition)
  const freedom = questionFreedom(edition)
  return {
    slug: edition.slug, name: edition.name, version: edition.version, freedom, done: saidDone(args.request, questionsDone),
    mayChange: canOrganise(ctx.actor, edition.id) && freedom !== 'none',
    lists: [{ slug: '', title: 'Asked of every nomination', questions: story }, ...categories.map(({ slug, name, questions }) => ({ slug, title: name, questions }))],
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, moveForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { version, question, intent } = form.value
  const moved = await moveQuestion(ctx, { id: edition.id, version }, question, intent)
  return moved.ok ? seeOther(`/organise/${edition.slug}/questions?done=move`) : refusedForm(moved, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Questions – ${data?.slug ?? ''} – ${siteName}` }]

export default function Questions() {
  const { slug, name, version, freedom, done, mayChange, lists } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const [story, ...own] = lists
  const shared = { at: `/organise/${slug}/questions`, version, mayChange, mayMove: mayChange && freedom === 'free' }
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/settings`} width="text">
      <BackLink href={`/organise/${slug}/settings`}>Settings</BackLink>
      {errors ? <ErrorSummary errors={errors} /> : done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={name}>Questions</PageTitle>
      <Lead>What the story of a nomination is made of, in this order. Who it is about, where they work, the category, how they know each other and how to reach the nominator are always asked.</Lead>
      <p>{freedomWords[freedom]}</p>
      {story && <Asked {...shared} {...story} />}
      <SectionTitle>Asked for one category as well</SectionTitle>
      {own.map((list) => <Asked key={list.slug} level={3} {...shared} {...list} />)}
    </OrganiserFrame>
  )
}

interface AskedProps {
  slug: string
  title: string
  level?: 2 | 3
  at: string
  version: number
  questions: Question[]
  mayChange: boolean
  mayMove: boolean
}

function Asked({ slug, title, level = 2, ...list }: AskedProps) {
  return (
    <section aria-labelledby={`of-${slug}`} className="grid gap-4">
      <SectionTitle id={`of-${slug}`} level={level}>{title}</SectionTitle>
      {list.questions.length > 0 ? <QuestionList {...list} /> : <p>No question yet.</p>}
      {list.mayChange && <p><TextLink href={`${list.at}/add${slug && `?category=${slug}`}`} hiddenText={slug ? `for ${title}` : 'for every nomination'}>Add a question</TextLink></p>}
    </section>
  )
}
