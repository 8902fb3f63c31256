import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canOrganise } from '#app/domain/actor.ts'
import { byTheClock } from '#app/domain/edition-stage.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireAssistant } from '#app/features/people/guard.server.ts'
import { readReach, type Reach } from '#app/features/reach/queries.server.ts'
import { Arrivals } from '#app/features/reach/ui/arrivals.tsx'
import { Plot } from '#app/features/reach/ui/plot.tsx'
import { Stops } from '#app/features/reach/ui/stops.tsx'
import { arrivalsText, channelsText, channelText, districtText, placesText, settingText, silentCategoriesText, silentDistrictsTexts, thinCategoriesText } from '#app/features/reach/words.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const hasBegun = byTheClock(edition, edition.now).stage !== 'preparing'
  return { slug: edition.slug, places: edition.settings.shortlistSize, mayExport: canOrganise(ctx.actor, edition.id), reach: hasBegun ? await readReach(ctx, edition) : null }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Reach ${data?.slug ?? ''} – Organise – ${siteName}` }]

export default function ReachWatch() {
  const { slug, places, mayExport, reach } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}`
  return (
    <OrganiserFrame slug={slug} here={`${at}/reach`}>
      <PageTitle caption={slug}>Reach: who is heard, and who is not</PageTitle>
      {reach ? <Figures slug={slug} places={places} reach={reach} /> : <EmptyState title="Nominations have not opened">From the first day on, this page shows who nominates and of whom nobody speaks yet, while it can still be mended.</EmptyState>}
      {reach && mayExport && <p className="print:hidden"><a href={`${at}/exports/reach.csv`} className="inline-flex min-h-11 items-center">All of these figures in one file (CSV)</a></p>}
    </OrganiserFrame>
  )
}

function Figures({ slug, places, reach }: { slug: string; places: number; reach: Reach }) {
  const { before, over, days, categories, channels, settings, districts, withdrawn } = reach
  const silent = silentCategoriesText(reach)
  const common = { slug, before }
  const thin = thinCategoriesText(categories, places)
  return (
    <>
      <Lead>{arrivalsText(reach)}</Lead>
      {silent && <Notice tone="warning" title={silent} />}
      {withdrawn > 0 && <p className="max-w-text">{withdrawn} of them {withdrawn === 1 ? 'was' : 'were'} taken back since: counted by day and by channel, and not by category or by place.</p>}
      <Arrivals slug={slug} days={days} before={before} />
      <Plot {...common} title="By category" says={[silent || 'Somebody has nominated in every category.', ...(thin ? [thin] : [])]} caption="Nominations in each category, fewest first" lines={categories} />
      <Plot {...common} title="By kind of setting" says={placesText(settings, { what: 'the kind of setting', over, textOf: settingText })} caption="Nominations by where people care" lines={settings} textOf={settingText} />
      <Plot {...common} title="By postcode district" says={placesText(districts, { what: 'where it is', over, textOf: districtText })} caption="Nominations by the postcode district of the workplace" lines={districts} textOf={districtText} />
      {reach.silentDistricts.length > 0 && <ul className="list-disc pl-6">{silentDistrictsTexts(reach).map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
      <HowPlaced />
      <Plot {...common} title="By channel" says={[channelsText(channels)]} caption="How nominations reach us" lines={channels} textOf={channelText} />
      <Stops {...reach} />
    </>
  )
}

function HowPlaced() {
  return (
    <Disclosure summary="How we know the setting and the district">
      <p>The form asks neither, so that it stays short. They are read from the words people write for the place of work and the job: “Hallowtree Nursing Home, PL9” is a care home in PL9. What one nomination says of a place counts for the others that only name it, unless they contradict each other.</p>
      <p>Where a person lives is never looked at. A district is shown once somebody has written it, in this edition or in the one before.</p>
    </Disclosure>
  )
}
