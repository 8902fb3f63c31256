import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { byTheClock } from '#app/domain/edition-stage.ts'
import { getProgramme, type Category } from '#app/features/categories/queries.server.ts'
import { findPublicEdition } from '#app/features/editions/queries.server.ts'
import { rulesOf, standingOf, type RuleSection } from '#app/features/editions/rules.ts'
import { siteName } from '#app/features/editions/template.ts'
import { Contact } from '#app/features/editions/ui/contact.tsx'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { NotCurrent } from '#app/features/editions/ui/not-current.tsx'
import { notFound } from '#app/platform/respond.server.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Lead, PageTitle, Prose } from '#app/ui/heading.tsx'

export const handle = { finished: true }

export async function loader({ context: { ctx }, params }: LoaderFunctionArgs) {
  const edition = await findPublicEdition(ctx, params.edition ?? '')
  if (!edition) throw notFound()
  const { categories } = await getProgramme(ctx, edition)
  return {
    slug: edition.slug, name: edition.name, host: edition.settings.host, categories,
    rules: rulesOf(edition), standing: standingOf(byTheClock(edition, edition.now)),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `How we judge – ${data?.name ?? siteName}` },
  { name: 'description', content: 'Who judges the care awards, by what criteria and weights, and how a winner is decided, sealed and checked.' },
]

export default function HowWeJudge() {
  const { slug, name, host, categories, rules: [who, read, ...others], standing } = useLoaderData<typeof loader>()
  return (
    <PublicFrame here={`/${slug}/how-we-judge`}>
      <NotCurrent slug={slug} />
      <PageTitle caption={name}>How we judge</PageTitle>
      <Lead>This page is written from the settings that the awards run by. {standing}</Lead>
      <Prose>
        {who && <Rule slug={slug} rule={who} />}
        {read && <Rule slug={slug} rule={read} />}
        <Scale categories={categories} />
        <Weights slug={slug} categories={categories} />
        {others.map((rule) => <Rule key={rule.title} slug={slug} rule={rule} />)}
        <h2>To ask about any of this</h2>
        <p>We answer questions about the rules at any time: <Contact host={host} />.</p>
      </Prose>
    </PublicFrame>
  )
}

function Rule({ slug, rule: { title, sentences, steps, points, more } }: { slug: string; rule: RuleSection }) {
  return (
    <>
      <h2>{title}</h2>
      {sentences.map((one) => <p key={one}>{one}</p>)}
      {steps && <ol>{steps.map((one) => <li key={one}>{one}</li>)}</ol>}
      {points && <ul>{points.map((one) => <li key={one}>{one}</li>)}</ul>}
      {more && <p><a href={`/${slug}/${more.at}`}>{more.label}</a></p>}
    </>
  )
}

/** The scale, when all criteria share it; else where each is found. */
function Scale({ categories }: { categories: Category[] }) {
  const criteria = categories.flatMap((one) => one.criteria)
  const [first] = criteria
  if (!first) return null
  const shared = criteria.every((one) => one.scaleMin === first.scaleMin && one.anchors.join() === first.anchors.join())
  return (
    <>
      <h2>The scale</h2>
      <p>For each criterion, a judge gives a whole number. Each number has words, and the words decide{shared ? ':' : '. Scales differ: each category’s page shows its own.'}</p>
      {shared && <ul>{first.anchors.map((words, index) => <li key={words}><strong>{first.scaleMin + index}</strong>: {words}</li>)}</ul>}
      <p>The lowest and the highest number need a line that says why.</p>
    </>
  )
}

function Weights({ slug, categories }: { slug: string; categories: Category[] }) {
  return (
    <>
      <h2>What counts, and how much</h2>
      <p>Each category has criteria of its own. A judge’s score for an entry is the mean of its criteria, each counted by its weight; the weights of a category add up to 100.</p>
      <Disclosure summary="See the weights of every category">
        {categories.map((category) => (
          <div key={category.slug}>
            <p className="font-bold"><a href={`/${slug}/categories/${category.slug}`}>{category.name}</a></p>
            <ul>{category.criteria.map(({ id, name, weight }) => <li key={id}>{name}: {weight}</li>)}</ul>
          </div>
        ))}
      </Disclosure>
    </>
  )
}
