import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireAssistant } from '#app/features/people/guard.server.ts'
import { listOpenLookAlikes } from '#app/features/screening/matches.queries.server.ts'
import { countToTell, listToTell, noticeKey, noticeShows, type NoticeShow } from '#app/features/screening/notices.queries.server.ts'
import { noticeRow } from '#app/features/screening/notice-view.ts'
import { canScreen } from '#app/features/screening/policy.ts'
import { noticeShowLabels } from '#app/features/screening/ui/labels.tsx'
import { NoticeCounts, NoticeTable } from '#app/features/screening/ui/notices.tsx'
import { pageLinks, readCursor } from '#app/platform/paging.ts'
import { saidDone } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { Pagination } from '#app/ui/table.tsx'

/** Who has to be told that they are nominated, by when, and who has been. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const search = new URL(args.request.url).searchParams
  const show: NoticeShow | '' = noticeShows.find((one) => one === search.get('show')) ?? ''
  const page = await listToTell(ctx, edition, show, readCursor(search, noticeKey))
  const alike = await listOpenLookAlikes(ctx, edition, page.rows.map(({ id }) => id))
  return {
    slug: edition.slug, show, mayAct: canScreen(ctx.actor, edition).ok, counts: await countToTell(ctx, edition), ...choosing(search), links: pageLinks(search, page),
    rows: page.rows.map((person) => noticeRow(person, edition, alike)), done: saidDone(args.request, said),
  }
}

/** Whether all on this page are chosen, and the address where it is the other way round. */
function choosing(search: URLSearchParams): { all: boolean; turn: string } {
  const all = search.get('choose') === 'all'
  search.delete('choose') // of one page: the next begins with nobody chosen
  return { all, turn: `?${new URLSearchParams([...search, ...(all ? [] : [['choose', 'all']])]).toString()}` }
}

const said = { queued: 'The messages are in the outbox and go out at once.' }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Notices – ${data?.slug ?? ''} – ${siteName}` }]

export default function Notices() {
  const { slug, show, mayAct, counts, all, turn, links, rows, done } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}/notices`
  const select = mayAct && rows.length > 0
  return (
    <OrganiserFrame slug={slug} here={at}>
      {done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={slug}>Notices to nominees</PageTitle>
      <Lead>Everybody who is nominated is told within a month, and before judges read about them. The law says so, and they like to know.</Lead>
      <NoticeCounts counts={counts} />
      {mayAct && counts['to-tell'] > 0 && (
        <div><LinkButton href={`${at}/email?everybody`} variant="secondary">Write to everybody who has an email address</LinkButton></div>
      )}
      <SectionTitle>{show ? noticeShowLabels[show] : 'Everybody'}</SectionTitle>
      {show && <p><a href="?">Show everybody</a></p>}
      {select ? (
        <Form method="get" action={`${at}/email`} className="gap-4">
          <p><a href={turn} className="inline-flex min-h-11 items-center">{all ? 'Choose nobody' : rows.length === 1 ? 'Choose the one shown' : `Choose all ${rows.length} shown`}</a></p>
          <NoticeTable slug={slug} rows={rows} select={all ? 'all' : 'none'} />
          <ButtonRow>
            <Button>Write to those chosen</Button>
            <Button variant="secondary" formAction={`${at}/letters`}>Print their letters</Button>
          </ButtonRow>
        </Form>
      ) : (
        <NoticeTable slug={slug} rows={rows} />
      )}
      {rows.length > 0 && <Pagination {...links} summary={`${rows.length} shown`} />}
    </OrganiserFrame>
  )
}
