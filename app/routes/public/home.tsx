import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nominationPhase, type Edition } from '#app/domain/edition.ts'
import { dayText } from '#app/domain/time.ts'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { firstSentence } from '#app/features/categories/words.ts'
import { findAnnounced } from '#app/features/ceremony/queries.server.ts'
import { nowOf } from '#app/features/editions/home.ts'
import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { Home, NothingYet, type HomeView } from '#app/features/editions/ui/home.tsx'
import { publicYear } from '#app/features/editions/year.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export const handle = { finished: true }

export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  const edition = await findCurrentEdition(ctx)
  return edition ? view(ctx, edition) : null
}

async function view(ctx: Ctx, edition: Edition): Promise<HomeView> {
  const { categories } = await getProgramme(ctx, edition)
  const { slug, name, settings, ceremony_at, ceremony_place, time_zone } = edition
  const phase = nominationPhase(edition, edition.now)
  const announced = await findAnnounced(ctx, edition)
  const over = announced === 'everybody'
  const { host, eligibility, selfNomination, panelSize } = settings
  return {
    slug, name, host, eligibility, selfNomination, panelSize, now: nowOf(edition, announced),
    ceremony: dayText(ceremony_at, time_zone), place: ceremony_place,
    year: publicYear(over ? { ...edition, stage: 'archived' } : edition, phase), closed: phase === 'closed', sealed: edition.stage === 'ceremony' || edition.stage === 'archived', over,
    categories: categories.map((one) => ({ slug: one.slug, name: one.name, who: firstSentence(one.who) })),
  }
}

export const meta: MetaFunction = () => [
  { title: `${siteName} – awards for the people who care` },
  { name: 'description', content: 'Nominate a care worker, a team, a service or an unpaid carer. It takes about ten minutes, and it is free.' },
]

export default function HomePage() {
  const edition = useLoaderData<typeof loader>()
  return <PublicFrame width="wide">{edition ? <Home edition={edition} /> : <NothingYet />}</PublicFrame>
}
