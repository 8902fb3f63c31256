import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { NotCurrent } from '#app/features/editions/ui/not-current.tsx'
import { findEditionOfWinners, listWinners } from '#app/features/winners/queries.server.ts'
import { CategoryAwards } from '#app/features/winners/ui/category-winners.tsx'
import { notFound } from '#app/platform/respond.server.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Prose, SectionTitle } from '#app/ui/heading.tsx'
import { Hero } from '#app/ui/page.tsx'

/** Read at each visit: who is named hangs on the clock of the reveals and on what people have agreed to since. */
export async function loader({ context: { ctx }, params }: LoaderFunctionArgs) {
  const edition = await findEditionOfWinners(ctx, params.edition ?? '')
  if (!edition) throw notFound()
  const categories = await listWinners(ctx, edition)
  const { slug, name, settings: { host } } = edition
  return {
    slug, name, day: dayText(edition.ceremony_at, edition.time_zone),
    named: categories.filter(({ winners }) => winners.length > 0), noAward: categories.filter((one) => one.noAward).map((one) => one.name),
    waiting: categories.filter((one) => !one.noAward && one.winners.length === 0).map((one) => one.name), careers: host.careersUrl, training: host.trainingUrl,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Winners – ${data?.name ?? siteName}` },
  { name: 'description', content: 'The winners and highly commended, with what was said about each of them.' },
]

export default function Winners() {
  const { slug, name, day, named, waiting, noAward, careers, training } = useLoaderData<typeof loader>()
  return (
    <PublicFrame width="wide" here={`/${slug}/winners`}>
      <Hero eyebrow={name} title="Winners" lead={leadText(named.length, waiting.length, day)}>
        {waiting.length > 0 && <ButtonRow><LinkButton href={`/${slug}/winners`}>Refresh</LinkButton></ButtonRow>}
      </Hero>
      <NotCurrent slug={slug} />
      {named.length > 0 && <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">{named.map((one) => <CategoryAwards key={one.slug} edition={slug} category={one} />)}</div>}
      {waiting.length > 0 && <Names title="Still to be named" names={waiting} />}
      {noAward.length > 0 && <Names title="No award this year" names={noAward} />}
      {waiting.length === 0 && <Ways careers={careers} training={training} />}
    </PublicFrame>
  )
}

function leadText(named: number, waiting: number, day: string): string {
  if (named === 0) return `The winners are named at the ceremony on ${day}. Each stands here a minute after the stage.`
  return waiting ? 'They are being named now. Each stands here a minute after the stage.' : `Named on ${day}, with the words that were read out for them.`
}

function Names({ title, names }: { title: string; names: string[] }) {
  return (
    <section>
      <SectionTitle>{title}</SectionTitle>
      <Prose><ul>{names.map((one) => <li key={one}>{one}</li>)}</ul></Prose>
    </section>
  )
}

/** What their stories may lead to. */
function Ways({ careers, training }: { careers: string; training: string }) {
  if (!careers && !training) return null
  return (
    <section className="flow">
      <SectionTitle>Could this be you?</SectionTitle>
      <p className="max-w-text">They all began somewhere. Care needs more people like them, and there is a way in for everybody.</p>
      <ButtonRow>
        {careers && <LinkButton href={careers}>Work in care</LinkButton>}
        {training && <LinkButton href={training} variant="secondary">Skills and training</LinkButton>}
      </ButtonRow>
    </section>
  )
}
