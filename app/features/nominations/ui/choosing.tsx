import { firstSentence } from '#app/features/categories/words.ts'
import type { AskedHere, ChoosingPage } from '#app/features/nominations/choosing.ts'
import { draftPath } from '#app/features/nominations/paths.ts'
import { Begin } from '#app/features/nominations/ui/begin.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Radios } from '#app/ui/field.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

type PageProps = ChoosingPage & { slug: string; open: boolean }

function Back({ slug, back, draft, changing }: PageProps) {
  const home = draft ? draftPath(draft, 'category', changing) : `/${slug}/categories`
  return <BackLink href={back === undefined ? home : `?${back}`} />
}

/** One question of "Help me choose". A plain form that asks for the next page. */
export function ChoosingQuestion({ question, ...page }: PageProps & { question: AskedHere }) {
  const { error, kept } = page
  return (
    <>
      <Back {...page} />
      <ErrorSummary errors={error ? { [question.name]: error } : {}} />
      <Form method="get">
        {kept.map(([name, value]) => <HiddenField key={name} name={name} value={value} />)}
        <HiddenField name="asked" value={question.name} />
        <Radios name={question.name} legend={question.text} legendAs="h1" caption="Help me choose" error={error} options={question.options} />
        <div><Button>Continue</Button></div>
      </Form>
    </>
  )
}

/** What the answers lead to, and why; with the way on from there. */
export function Suggested(page: PageProps) {
  const { slug, title, suggested, others } = page
  return (
    <>
      <Back {...page} />
      <PageTitle caption="Help me choose">{title}</PageTitle>
      {suggested.length > 1 && <Lead>You can nominate somebody in more than one category; the story is told once.</Lead>}
      {suggested.map(({ because, ...category }) => (
        <section key={category.slug} className="grid gap-4">
          <SectionTitle>{category.name}</SectionTitle>
          <p>{category.who}</p>
          {because.length > 0 && <p>You said: {because.map((words) => `“${words}”`).join(' and ')}.</p>}
          <WayOn {...page} category={category} />
          <p><a href={`/${slug}/categories/${category.slug}`} className="inline-flex min-h-11 items-center">What judges look for in {category.name}</a></p>
        </section>
      ))}
      {others.length > 0 && (
        <ul className="grid gap-4">
          {others.map((one) => (
            <li key={one.slug}><a href={`/${slug}/categories/${one.slug}`} className="inline-flex min-h-11 items-center font-bold">{one.name}</a><p>{firstSentence(one.who)}</p></li>
          ))}
        </ul>
      )}
      <p><a href={`/${slug}/categories`} className="inline-flex min-h-11 items-center">Look at all categories</a></p>
    </>
  )
}

function WayOn({ slug, open, kind, draft, changing, suggested, category }: PageProps & { category: { slug: string; name: string } }) {
  const variant = suggested.length > 1 ? 'secondary' : 'primary'
  if (!draft) return open && <Begin slug={slug} label={`Nominate for ${category.name}`} variant={variant} kind={kind} category={category.slug} />
  return (
    <Form action={draftPath(draft, 'category', changing)}>
      <HiddenField name="category" value={category.slug} />
      <div><Button variant={variant}>Choose {category.name}</Button></div>
    </Form>
  )
}
