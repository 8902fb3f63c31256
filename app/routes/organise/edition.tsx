import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canOrganise } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { byTheClock } from '#app/domain/edition-stage.ts'
import { dayKey, momentText } from '#app/domain/time.ts'
import { listCeremonyTasks } from '#app/features/ceremony/year-tasks.server.ts'
import { listCertificateTasks } from '#app/features/certificates/year-tasks.server.ts'
import { countForDesk, listNominationsByDay } from '#app/features/editions/desk.queries.server.ts'
import { nextStep, type Figure } from '#app/features/editions/desk.ts'
import { barsByDay } from '#app/features/editions/days.ts'
import { listOpeningGaps } from '#app/features/editions/readiness.queries.server.ts'
import { sayings } from '#app/features/editions/settings.words.ts'
import { Next, Today } from '#app/features/editions/ui/desk.tsx'
import { doneSentences } from '#app/features/editions/ui/done.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { GapTasks } from '#app/features/editions/ui/gap-tasks.tsx'
import { organiserYear } from '#app/features/editions/year.ts'
import { listYearTasks, type YearTask } from '#app/features/judging/year-tasks.server.ts'
import { YearTasks } from '#app/features/judging/ui/year-tasks.tsx'
import { listResultTasks } from '#app/features/moderation/year-tasks.server.ts'
import { countToLookAt } from '#app/features/nominations/looking.server.ts'
import { requireAssistant } from '#app/features/people/guard.server.ts'
import { countToTell } from '#app/features/screening/notices.queries.server.ts'
import { countEntries } from '#app/features/screening/screening.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { saidDone } from '#app/platform/respond.server.ts'
import { ColumnChart } from '#app/ui/columns.tsx'
import { PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { YearLine } from '#app/ui/year-line.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition: stored } = await requireAssistant(args)
  const edition = byTheClock(stored, stored.now)
  const byDay = await listNominationsByDay(ctx, edition)
  const counts = await countForDesk(ctx, edition, byDay)
  const gaps = edition.stage === 'preparing' ? await listOpeningGaps(ctx, edition) : []
  const said = sayings(edition)
  const mayAct = canOrganise(ctx.actor, edition.id)
  return {
    slug: edition.slug, name: edition.name, rehearsal: edition.rehearsal, preparing: edition.stage === 'preparing' && !edition.opensByClock,
    now: momentText(edition.now, edition.time_zone), today: dayKey(edition.now, edition.time_zone), done: saidDone(args.request, doneSentences),
    mayAct, year: organiserYear(edition), next: nextStep(edition, gaps, counts.received, mayAct), gaps, nominating: edition.stage === 'nominating',
    tasks: [...(await listYearTasks(ctx, edition)), ...(mayAct ? await listLaterTasks(ctx, edition) : [])], more: await listMore(ctx, edition),
    counts, bars: barsByDay(edition, byDay), dates: [...said.dates.slice(0, 2), ...said.timetable, ...said.ceremony.slice(1)],
  }
}

async function listLaterTasks(ctx: Ctx, edition: Edition): Promise<YearTask[]> {
  return [...(await listResultTasks(ctx, edition)), ...(await listCeremonyTasks(ctx, edition)), ...(await listCertificateTasks(ctx, edition))]
}

/** What of the nominations still needs somebody: while they are in hand, the tasks say most of it. */
async function listMore(ctx: Ctx, edition: Edition): Promise<Figure[]> {
  if (edition.stage === 'preparing') return []
  const at = `/organise/${edition.slug}`
  const notices = await countToTell(ctx, edition)
  const soon = { label: 'notices due within a week', value: notices.soon, href: `${at}/notices?show=soon` }
  if (edition.stage === 'nominating' || edition.stage === 'screening') return [soon]
  return [
    { label: 'nominations to look at first', value: await countToLookAt(ctx, edition), href: `${at}/nominations?look=first` },
    { label: 'entries to screen', value: await countEntries(ctx, edition, { words: '', category: '', show: 'to-screen' }), href: `${at}/entries?show=to-screen` },
    { label: 'notices overdue', value: notices.overdue, href: `${at}/notices?show=overdue` },
    soon,
  ]
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `The year – ${data?.name ?? ''} – Organise` }]

export default function Desk() {
  const { slug, name, rehearsal, now, done, year, next, gaps, preparing, nominating, mayAct, tasks, more, counts, today, bars, dates } = useLoaderData<typeof loader>()
  return (
    <OrganiserFrame slug={slug}>
      {done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={rehearsal ? `Rehearsal · ${now}` : now}>{name}</PageTitle>
      <YearLine label="The awards year" steps={year} />
      <div className="grid gap-x-12 lg:grid-cols-[3fr_2fr]">
        <Next slug={slug} next={next} mayAct={mayAct}>
          {preparing && <GapTasks slug={slug} gaps={gaps} />}
          {tasks.length > 0 ? <YearTasks slug={slug} tasks={tasks} /> : nominating && <p>Nothing that came in waits for you at the moment.</p>}
        </Next>
        <Today slug={slug} today={today} counts={counts} more={more} />
      </div>
      <SectionTitle>Nominations by day</SectionTitle>
      {counts.received > 0
        ? <ColumnChart caption="Nominations received on each day" unit="Nominations" bars={bars} tableSummary="See the days as a table" />
        : <p>None have come in yet. Each day gets its column here as they do.</p>}
      <p><a href={`/organise/${slug}/reach`} className="inline-flex min-h-11 items-center">Reach: beside the edition before, and who is not heard</a></p>
      <SectionTitle>Key dates</SectionTitle>
      <div className="grid gap-x-12 lg:grid-cols-2">
        <SummaryList rows={dates.slice(0, 6)} />
        <SummaryList rows={dates.slice(6)} />
      </div>
    </OrganiserFrame>
  )
}
