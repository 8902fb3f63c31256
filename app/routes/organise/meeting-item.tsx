import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Edition } from '#app/domain/edition.ts'
import type { Result } from '#app/domain/result.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { mustStepOut } from '#app/features/meeting/attendance.ts'
import { listRoom } from '#app/features/meeting/attendance.queries.server.ts'
import { itemForm, type ItemAct, type ItemFields } from '#app/features/meeting/forms.ts'
import { lookAtItem, requireItem } from '#app/features/meeting/guard.server.ts'
import { addNote, castVote, closeItem, comeBack, openItem, propose, stepOut } from '#app/features/meeting/items.commands.server.ts'
import { findOpenItem } from '#app/features/meeting/items.queries.server.ts'
import { readMinutes } from '#app/features/meeting/minutes.queries.server.ts'
import type { Proposal } from '#app/features/moderation/minutes.ts'
import { itemPath, meetingPath } from '#app/features/meeting/paths.ts'
import { scoredEntries } from '#app/features/meeting/scored.ts'
import { ItemView } from '#app/features/meeting/ui/item.tsx'
import { meetingDone } from '#app/features/meeting/words.ts'
import { judgeDecision } from '#app/features/moderation/decision-gaps.ts'
import { phaseOf } from '#app/features/moderation/policy.ts'
import { readStandings } from '#app/features/moderation/standings.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, category } = await lookAtItem(args)
  const open = await findOpenItem(ctx, category)
  const room = await listRoom(ctx, edition, category)
  const waits = !open && mustStepOut(room).length > 0 // nothing to show before they are gone
  const standings = await readStandings(ctx, edition, category)
  const judged = judgeDecision(category.decision, standings)
  return {
    slug: edition.slug, done: saidDone(args.request, meetingDone), category: { id: category.id, slug: category.slug, name: category.name }, phase: phaseOf(category), open: open !== undefined, room,
    rows: waits ? [] : scoredEntries(standings), decision: waits ? undefined : category.decision, ...judged,
    minutes: await readMinutes(ctx, edition, category),
  }
}

type Act = (ctx: Ctx, edition: Edition, category: string, fields: ItemFields) => Promise<Result>
const acts: Record<ItemAct, Act> = {
  open: (ctx, edition, slug, { chair }) => openItem(ctx, edition, slug, chair),
  close: (ctx, edition, slug) => closeItem(ctx, edition, slug),
  out: (ctx, edition, slug, { leaver, reason }) => stepOut(ctx, edition, slug, leaver, reason),
  back: (ctx, edition, slug, { leaver }) => comeBack(ctx, edition, slug, leaver),
  propose: (ctx, edition, slug, { proposer, entry, proposal, words }) => propose(ctx, edition, slug, { person: proposer, entry, proposal: proposal as Proposal, words }),
  cast: (ctx, edition, slug, { equal, why }) => castVote(ctx, edition, slug, equal, why),
  note: (ctx, edition, slug, { note }) => addNote(ctx, edition, slug, note),
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, category } = await requireItem(args)
  const form = await readForm(args.request, itemForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { intent } = form.value
  const done = await acts[intent](ctx, edition, category.slug, form.value)
  return done.ok ? seeOther(`${itemPath(edition.slug, category.slug)}?done=${intent}`) : refusedForm(done, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.category.name ?? ''} – The meeting ${data?.slug ?? ''} – ${siteName}` }]

export default function MeetingItem() {
  const { slug, done, ...item } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const typed = { value: (name: string) => String(again?.values[name] ?? ''), errors: again?.errors ?? {} }
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/standings`}>
      <BackLink href={meetingPath(slug)}>The meeting</BackLink>
      {done && <Notice tone="success" role="status" title={done} />}
      <ErrorSummary errors={typed.errors} />
      <PageTitle caption="An item of the meeting">{item.category.name}</PageTitle>
      <ItemView slug={slug} item={item} typed={typed} />
    </OrganiserFrame>
  )
}
