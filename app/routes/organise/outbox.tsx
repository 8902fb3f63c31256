import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canOrganise } from '#app/domain/actor.ts'
import { stampText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { canReadOutbox } from '#app/features/messages/policy.ts'
import { countMessages, findWhyKept, hasOverdueMail, listMessages, outboxKey } from '#app/features/messages/queries.server.ts'
import { HeldKinds, OutboxFilter, OutboxTable, StateCounts } from '#app/features/messages/ui/outbox.tsx'
import { requireAssistant } from '#app/features/people/guard.server.ts'
import { pageLinks, readCursor } from '#app/platform/paging.ts'
import { saidDone } from '#app/platform/respond.server.ts'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { Pagination } from '#app/ui/table.tsx'
import { messageStates } from '#db/vocabulary.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const search = new URL(args.request.url).searchParams
  const owner = canReadOutbox(ctx.actor, null).ok
  const of = owner && search.get('of') === 'none' ? 'none' : ''
  const state = messageStates.find((one) => one === search.get('state'))
  const [kind, recipient] = [search.get('kind') ?? '', (search.get('recipient') ?? '').trim()]
  const outbox = of ? null : edition.id
  const page = await listMessages(ctx, outbox, { state, kind, recipient }, readCursor(search, outboxKey))
  const { byState, kinds, held } = await countMessages(ctx, outbox)
  return {
    slug: edition.slug, done: saidDone(args.request, { released: 'They are released, and go out next.' }), kept: await findWhyKept(ctx, edition), owner, mayAct: canOrganise(ctx.actor, edition.id), counts: byState, kinds, held, overdue: await hasOverdueMail(ctx),
    asked: { of, state: state ?? '', kind, recipient },
    lines: page.rows.map((row) => ({
      id: row.id, to: row.to_name, email: row.to_email, subject: row.subject, kind: row.kind, state: row.state,
      at: stampText(row.created_at, edition.time_zone),
    })),
    links: pageLinks(search, page),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Outbox – ${data?.slug ?? ''} – ${siteName}` }]

export default function Outbox() {
  const { slug, done, kept, owner, mayAct, counts, kinds, held, overdue, asked, lines, links } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}/outbox`
  const { of, state, kind, recipient } = asked
  return (
    <OrganiserFrame slug={slug} here={at}>
      <PageTitle caption={slug}>Outbox</PageTitle>
      <Lead>Every message the awards have written, as it was or will be sent. Links and codes are shown as dots: they are their receiver’s alone.</Lead>
      {done && <Notice tone="success" role="status" title={done} />}
      {kept && <Notice tone="info" title={keptTitles[kept]}>Its messages stay here and reach nobody. {kept === 'rehearsal' && 'Open one to follow its link yourself.'}</Notice>}
      {!kept && overdue && <Overdue />}
      <StateCounts counts={counts} of={asked.of} />
      {mayAct && !of && <HeldKinds at={at} held={held} />}
      <OutboxFilter asked={asked} kinds={kinds} owner={owner} />
      <OutboxTable at={at} lines={lines} filtered={Boolean(state || kind || recipient)} />
      {lines.length > 0 && <Pagination {...links} summary={lines.length === 1 ? '1 message shown' : `${lines.length} messages shown`} />}
    </OrganiserFrame>
  )
}

const keptTitles = { rehearsal: 'This is a rehearsal', demo: 'This is a demonstration' }

function Overdue() {
  return (
    <Notice tone="warning" title="Mail is not going out">
      Messages have waited for more than 15 minutes. Delivery is switched off here, or the mail service cannot be reached.
    </Notice>
  )
}
