import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stampText } from '#app/domain/time.ts'
import { listHistory } from '#app/features/audit/queries.server.ts'
import { History } from '#app/features/audit/ui/history.tsx'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireAssistant, requireOrganiser } from '#app/features/people/guard.server.ts'
import { toldForm } from '#app/features/screening/forms.ts'
import { markTold } from '#app/features/screening/notices.commands.server.ts'
import { isMailUnderWay, listNotices, listPersons } from '#app/features/screening/notices.queries.server.ts'
import { noticeRow } from '#app/features/screening/notice-view.ts'
import { canScreen } from '#app/features/screening/policy.ts'
import { listEntriesOf } from '#app/features/screening/screening.queries.server.ts'
import { EntryLinks } from '#app/features/screening/ui/entry.tsx'
import { answerLabels } from '#app/features/screening/ui/labels.tsx'
import { NoticeActs, NoticeList } from '#app/features/screening/ui/notice.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'

/** One nominee: what they have been told, and what they answered. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const [person] = await listPersons(ctx, edition, [args.params.nominee ?? ''])
  if (!person) throw notFound()
  const notices = await listNotices(ctx, [person.id])
  const stamp = (at: string) => stampText(at, edition.time_zone)
  return {
    slug: edition.slug, row: noticeRow(person, edition), reach: person.reach, seen: notices.filter(({ toldAt }) => toldAt).length,
    notices: notices.map(({ id, route, message, toldAt, createdAt }) => ({ id, route, message, toldAt: toldAt && stamp(toldAt), createdAt: stamp(createdAt) })),
    entries: await listEntriesOf(ctx, person.id), mayAct: canScreen(ctx.actor, edition).ok, mailUnderWay: isMailUnderWay(person),
    done: saidDone(args.request, { told: 'Noted: they have been told.' }), history: await listHistory(ctx, edition, person.id),
  }
}

/** Notes that they were told by hand. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const nomineeId = args.params.nominee ?? ''
  const form = await readForm(args.request, toldForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const told = await markTold(ctx, edition, nomineeId, form.value.route, form.value.seen)
  return told.ok ? seeOther(`/organise/${edition.slug}/notices/${nomineeId}?done=told`) : refusedForm(told, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.row.name ?? 'Nominee'} – Notices – ${siteName}` }]

export default function NoticePage() {
  const page = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { slug, row, reach, notices, entries, mayAct, history, done } = page
  const home = `/organise/${slug}/notices`
  return (
    <OrganiserFrame slug={slug} here={home} width="text">
      <BackLink href={home}>Notices</BackLink>
      <ErrorSummary errors={again?.errors ?? {}} />
      {done && !again && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption="Notice to a nominee">{row.name}</PageTitle>
      <SummaryList
        rows={[
          { key: 'To be told by', value: row.due },
          { key: 'Works at', value: row.employer || 'Not given' },
          { key: 'How to reach them', value: reach || 'Not given' },
          { key: 'Their answer', value: answerLabels[row.answer] },
          { key: 'Nominated for', value: <EntryLinks slug={slug} entries={entries} /> },
        ]}
      />
      <NoticeList slug={slug} notices={notices} />
      {mayAct && <NoticeActs slug={slug} nomineeId={row.id} email={row.email} mailUnderWay={page.mailUnderWay} seen={page.seen} error={again?.errors.route} value={String(again?.values.route ?? '')} />}
      <section className="grid gap-4">
        <SectionTitle>What happened</SectionTitle>
        <History label="What happened about this notice" rows={history} />
      </section>
    </OrganiserFrame>
  )
}
