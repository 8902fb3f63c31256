import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { spreadOf } from '#app/domain/award-spread.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { readAgenda } from '#app/features/meeting/agenda.queries.server.ts'
import { noteAttendance } from '#app/features/meeting/attendance.commands.server.ts'
import { listAttendants } from '#app/features/meeting/attendance.queries.server.ts'
import { attendanceForm } from '#app/features/meeting/forms.ts'
import { requireMeeting } from '#app/features/meeting/guard.server.ts'
import { meetingPath } from '#app/features/meeting/paths.ts'
import { Agenda } from '#app/features/meeting/ui/agenda.tsx'
import { AttendanceForm } from '#app/features/meeting/ui/attendance.tsx'
import { meetingDone } from '#app/features/meeting/words.ts'
import { noteLook } from '#app/features/moderation/embargo.server.ts'
import { listAwardsInSight } from '#app/features/moderation/spread.queries.server.ts'
import { SpreadPanel } from '#app/features/moderation/ui/spread.tsx'
import { inTransaction } from '#app/platform/context.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireMeeting(args)
  const items = await readAgenda(ctx, edition)
  await inTransaction(ctx, (trx) => noteLook(trx, edition, items.filter(({ closeness }) => closeness).map(({ id }) => ({ id, isPublic: false }))))
  return {
    slug: edition.slug, items, people: await listAttendants(ctx, edition), spread: spreadOf(await listAwardsInSight(ctx, edition)),
    each: edition.settings.oneAwardEach, done: saidDone(args.request, meetingDone),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireMeeting(args)
  const form = await readForm(args.request, attendanceForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const noted = await noteAttendance(ctx, edition, form.value.present)
  return noted.ok ? seeOther(`${meetingPath(edition.slug)}?done=attended`) : refusedForm(noted, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `The meeting – Results ${data?.slug ?? ''} – ${siteName}` }]

export default function Meeting() {
  const { slug, items, people, spread, each, done } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors ?? {}
  const results = `/organise/${slug}/standings`
  return (
    <OrganiserFrame slug={slug} here={results}>
      <BackLink href={results}>Results</BackLink>
      {done && <Notice tone="success" role="status" title={done} />}
      <ErrorSummary errors={errors} />
      <PageTitle caption={slug}>The meeting</PageTitle>
      <Lead>The closest categories come first: they need the room’s time. Whoever has a tie to an item steps out before it opens.</Lead>
      <Agenda slug={slug} items={items} />
      <SectionTitle>Who has what so far</SectionTitle>
      <SpreadPanel spread={spread} each={each} />
      <SectionTitle>Who is at the meeting</SectionTitle>
      <AttendanceForm people={people} errors={errors} />
    </OrganiserFrame>
  )
}
