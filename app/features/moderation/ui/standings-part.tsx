import { differenceText, headline, statements, type Statement } from '#app/features/moderation/certainty.ts'
import type { CategoryStandings, StandingRow } from '#app/features/moderation/standings.queries.server.ts'
import { StandingsTable } from '#app/features/moderation/ui/standings-table.tsx'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Lead, SectionTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { RangeChart } from '#app/ui/ranges.tsx'

interface Props {
  /** the edition's address among organisers' pages, and the category's */
  at: string
  here: string
  standings: CategoryStandings
  quorum: number
}

/** The standings of a category and how sure they are: what can be read out first, then figures, then what they rest on. */
export function StandingsPart({ at, here, standings, quorum }: Props) {
  const { ordering, adjusts, rows, criteria: [first] } = standings
  const difference = differenceText(standings)
  const working = `${here}/working`
  return (
    <>
      <Lead>{headline(standings)}</Lead>
      {difference && <Notice tone="warning" title="Look at these two first"><p>{difference}</p></Notice>}
      <p className="max-w-text text-ink2">{ordering === 'adjusted' ? 'Ordered by means adjusted for how severe each judge is.' : 'Ordered by the weighted mean of finished scorecards.'} {first && `Scores go from ${first.scaleMin} to ${first.scaleMax}.`} {cardsText(standings)}</p>
      <StandingsTable ways={{ at, working }} ordering={ordering} adjusts={adjusts} rows={rows} />
      {rows.some(({ range }) => range) && <PlacesPlot rows={rows} />}
      {rows.length > 0 && <HowSure items={statements(standings, quorum)} working={working} />}
      <ButtonRow>
        <LinkButton href={working} variant="secondary">How this is worked out</LinkButton>
        <LinkButton href={`${here}/judges`} variant="secondary">How the judges mark</LinkButton>
      </ButtonRow>
    </>
  )
}

/** What counts, and what does not. */
function cardsText({ cards: { counted, unfinished, outdated, apart }, gone }: CategoryStandings): string {
  const [are, do_] = [(count: number) => (count === 1 ? '1 scorecard' : `${count} scorecards`), (count: number) => (count === 1 ? 'does' : 'do')]
  return [
    `${are(counted)} ${counted === 1 ? 'counts' : 'count'}.`,
    unfinished > 0 && `${are(unfinished)} ${unfinished === 1 ? 'was' : 'were'} not finished and ${do_(unfinished)} not count.`,
    outdated > 0 && `${are(outdated)} ${outdated === 1 ? 'was' : 'were'} made on evidence or criteria that have changed since, and ${do_(outdated)} not count until confirmed by ${outdated === 1 ? 'its judge' : 'their judges'}.`,
    gone.length > 0 && `No longer taking part: ${gone.join(', ')}.`,
    apart > 0 && `${are(apart)} for ${gone.length === 1 ? 'them' : 'those'} still ${apart === 1 ? 'tells' : 'tell'} how ${apart === 1 ? 'its judge marks' : 'their judges mark'}.`,
  ].filter(Boolean).join(' ')
}

/** By places in force, so that the eye can go down the dots; the bars are the model's. */
function PlacesPlot({ rows }: { rows: StandingRow[] }) {
  const ranked = rows.filter(({ place }) => place !== null)
  return (
    <RangeChart
      caption="Where each entry could stand" dot="Its place" bar="Where the model puts it nine times in ten"
      scale={{ from: 1, to: Math.max(ranked.length, 2), words: ['First', `Place ${Math.max(ranked.length, 2)}`] }}
      tableSummary="See the places as a table" heads={['Place', 'Nine times in ten', 'Is the best']}
      ranges={ranked.map(({ name, place, range, pFirst }) => ({
        label: name, at: place ?? 1, between: range,
        cells: [place, range ? (range.from === range.to ? `place ${range.from}` : `places ${range.from} to ${range.to}`) : '–', pFirst === null ? '–' : `${(100 * pFirst).toFixed(1)} %`],
      }))}
    />
  )
}

function HowSure({ items, working }: { items: Statement[]; working: string }) {
  return (
    <>
      <SectionTitle>How sure this is</SectionTitle>
      <dl className="grid gap-x-12 lg:grid-cols-2">
        {items.map(({ about, says, working: part }) => (
          <div key={about} className="border-t border-hair py-2 break-inside-avoid">
            <dt className="font-bold"><a href={`${working}#${part}`} className="inline-flex min-h-11 items-center">{about}</a></dt>
            <dd className="max-w-text">{says}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
