import { shortDayText } from '#app/domain/time.ts'
import type { Reach } from '#app/features/reach/queries.server.ts'
import { ColumnChart } from '#app/ui/columns.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'
import { LineChart } from '#app/ui/lines.tsx'

/** What came day by day, and how it adds up. Days are counted from the opening, so the edition before stands beside this one. */
export function Arrivals({ slug, days, before }: { slug: string } & Pick<Reach, 'days' | 'before'>) {
  const named = days.map((one) => ({ ...one, label: shortDayText(`${one.day}T12:00:00.000Z`, 'UTC') }))
  const compareLabel = before ? `${before}, as many days after its opening` : ''
  const past = named.flatMap(({ label, came, before: then }) => (came ? [{ label, value: came.count, compare: then?.count }] : []))
  return (
    <>
      <SectionTitle>Day by day</SectionTitle>
      <LineChart caption="Nominations in all by the end of each day" unit={slug} compareLabel={compareLabel} tableSummary="See the sums as a table"
        points={named.map(({ label, came, before: then }) => ({ label, value: came?.total ?? null, compare: then?.total ?? null }))} />
      <ColumnChart caption="Nominations received on each day" unit={slug} compareLabel={compareLabel} tableSummary="See the days as a table" bars={past} />
    </>
  )
}
