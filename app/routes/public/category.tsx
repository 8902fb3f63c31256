import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nominationPhase } from '#app/domain/edition.ts'
import { momentText } from '#app/domain/time.ts'
import { limitText } from '#app/domain/words.ts'
import { getProgramme, type Category } from '#app/features/categories/queries.server.ts'
import { GoodEvidence } from '#app/features/categories/ui/good-evidence.tsx'
import { kindsText, weightWords } from '#app/features/categories/words.ts'
import { findPublicEdition } from '#app/features/editions/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { Contact } from '#app/features/editions/ui/contact.tsx'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { NotCurrent } from '#app/features/editions/ui/not-current.tsx'
import { Begin } from '#app/features/nominations/ui/begin.tsx'
import { notFound } from '#app/platform/respond.server.ts'
import { Lead, PageTitle, Prose, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Inset, Notice } from '#app/ui/panel.tsx'

export const handle = { finished: true }

export async function loader({ context: { ctx }, params }: LoaderFunctionArgs) {
  const edition = await findPublicEdition(ctx, params.edition ?? '')
  if (!edition) throw notFound()
  const programme = await getProgramme(ctx, edition)
  const category = programme.categories.find((one) => one.slug === params.category)
  if (!category) throw notFound()
  const { slug, name, closes_at, time_zone, settings } = edition
  return {
    slug, name, category, host: settings.host, phase: nominationPhase(edition, edition.now),
    closes: momentText(closes_at, time_zone), story: programme.story.map((one) => one.label),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.category.name ?? 'Category'} – Categories – ${data?.name ?? siteName}` },
  { name: 'description', content: data?.category.who ?? 'Who can be nominated, and what the judges look for.' },
]

export default function CategoryPage() {
  const { slug, name, category, host, phase, closes, story } = useLoaderData<typeof loader>()
  const open = phase === 'open' || phase === 'grace'
  return (
    <PublicFrame here={`/${slug}/categories`}>
      <BackLink href={`/${slug}/categories`}>All categories</BackLink>
      <NotCurrent slug={slug} />
      <PageTitle caption={name}>{category.name}</PageTitle>
      <Lead>{category.who}</Lead>
      <p>You can nominate {kindsText(category.kinds)}.{category.sponsor && ` The award is sponsored by ${category.sponsor}, who has no part in deciding it.`}</p>
      {open && (
        <>
          <Begin slug={slug} label={`Nominate for ${category.name}`} kind={category.kinds.length === 1 ? category.kinds[0] : undefined} category={category.slug} />
          <p>Nominations close at {closes}. Rather not do it online? To nominate by phone or on paper, <Contact host={host} />.</p>
        </>
      )}
      {phase === 'not-open' && <Notice tone="info" title="Nominations are not open yet" />}
      {phase === 'closed' && <Notice tone="info" title={`Nominations closed at ${closes}`} />}
      <LookedFor category={category} />
      {category.criteria[0] && <GoodEvidence criterion={category.criteria[0]} />}
      <SectionTitle>What we ask</SectionTitle>
      <Prose>
        <p>Every nomination tells a story:</p>
        <ul>{story.map((one) => <li key={one}>{one}</li>)}</ul>
        <p>For this category we also ask:</p>
      </Prose>
      {category.questions.map(({ key, label, hint, leastWords, wordLimit }) => (
        <Inset key={key}>
          <p className="font-bold">{label}</p>
          <p className="text-ink2">{hint} {limitText(leastWords, wordLimit)}.</p>
        </Inset>
      ))}
    </PublicFrame>
  )
}

function LookedFor({ category }: { category: Category }) {
  return (
    <>
      <SectionTitle>What the judges look for</SectionTitle>
      <ul className="border-t border-hair">
        {category.criteria.map(({ id, name, weight }) => (
          <li key={id} className="border-b border-hair py-3">
            <span className="block font-bold">{name}</span>
            <span className="text-ink2">Counts for {weightWords(weight)}: {weight} of 100</span>
          </li>
        ))}
      </ul>
    </>
  )
}
